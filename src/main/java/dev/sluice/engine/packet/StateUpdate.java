package dev.sluice.engine.packet;

import dev.sluice.engine.priority.Component;

/** The content of a {@link DeliveryKind#STATE} message, as far as merging needs it. */
public sealed interface StateUpdate {

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
            implements StateUpdate {
        @Override
        public Component component() {
            return Component.POSITION;
        }
    }

    /** The whole value of a component: the newest one replaces what is held of it. */
    record Absolute(Component component) implements StateUpdate {}

    /** A change of some values of a component that is kept in order with the component's other changes. */
    record Partial(Component component) implements StateUpdate {}
}
