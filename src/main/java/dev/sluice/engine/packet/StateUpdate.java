package dev.sluice.engine.packet;

import dev.sluice.engine.priority.Component;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The content of a {@link DeliveryKind#STATE} message, as far as merging needs it. */
public sealed interface StateUpdate {

    /** What can be put together from several packets, so that a packet of its own must be built for it. */
    sealed interface Combined extends StateUpdate {}

    /** The part of the entity's state that the update speaks of. */
    Component component();

    /**
     * A relative move, a look, or both. Deltas in 1/4096 block, rotations in 1/256 turn; absent parts are zero.
     *
     * @param entityId the network id
     */
    record Move(
            int entityId,
            short deltaX,
            short deltaY,
            short deltaZ,
            byte yaw,
            byte pitch,
            boolean onGround,
            boolean hasPosition,
            boolean hasRotation)
            implements Combined {
        @Override
        public Component component() {
            return Component.POSITION;
        }
    }

    /** The whole position of an entity in blocks, with whatever else its packet sets. */
    record Place(int entityId, double x, double y, double z) implements StateUpdate {
        @Override
        public Component component() {
            return Component.POSITION;
        }
    }

    /**
     * The whole value of a component: the newest one replaces what is held of it.
     *
     * @param value what the packet says, compared by {@code equals}: an equal one changes nothing on the client. Null if
     *     that cannot be known or if the client acts on each arrival
     */
    record Absolute(Component component, @Nullable Object value) implements StateUpdate {}

    /**
     * Values of a component by index, attribute or slot: a newer value replaces the older one of the same key.
     *
     * @param values by key; neither keys nor values are changed by anyone
     * @param idempotent whether a value that the client already has changes nothing
     * @param flag what the packet says of all its values together: those of another flag do not go into it
     */
    record Indexed(int entityId, Component component, Map<Object, Object> values, boolean idempotent, boolean flag)
            implements Combined {

        /** Values without anything else. */
        public Indexed(int entityId, Component component, Map<Object, Object> values, boolean idempotent) {
            this(entityId, component, values, idempotent, false);
        }
    }

    /** A change of some values of a component that is kept in order with the component's other changes. */
    record Partial(Component component) implements StateUpdate {}
}
