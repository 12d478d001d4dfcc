package dev.sluice.protocollib;

import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.List;

/**
 * The words that the lines of the {@link PacketTable} are written in. Sizes are those assumed on the wire, in bytes; class
 * names are below {@code net.minecraft.network.protocol}.
 */
final class PacketRules {

    private static final PacketShape PLAYER = new PacketShape.Opaque(Target.StreamTarget.PLAYER);

    private PacketRules() {}

    /** Never held, and about the player or the connection. */
    static PacketRule immediate(String name, String className, int sizeBytes) {
        return immediate(name, List.of(className), sizeBytes, PLAYER);
    }

    static PacketRule immediate(String name, String className, int sizeBytes, PacketShape shape) {
        return immediate(name, List.of(className), sizeBytes, shape);
    }

    static PacketRule immediate(String name, List<String> classNames, int sizeBytes, PacketShape shape) {
        return new PacketRule(
                name,
                classNames,
                MessagePriority.PLAYER_STATE,
                DeliveryKind.IMMEDIATE,
                WorldEffect.NONE,
                sizeBytes,
                shape);
    }

    /** Never held, as the client is in another world after it, or in none. */
    static PacketRule world(String name, String className, int sizeBytes, WorldEffect effect) {
        return world(name, className, sizeBytes, effect, PLAYER);
    }

    static PacketRule world(String name, String className, int sizeBytes, WorldEffect effect, PacketShape shape) {
        return new PacketRule(
                name,
                List.of(className),
                MessagePriority.PLAYER_STATE,
                DeliveryKind.IMMEDIATE,
                effect,
                sizeBytes,
                shape);
    }

    /** The client needs each one of them. */
    static PacketRule fact(String name, String className, MessagePriority priority, int sizeBytes, PacketShape shape) {
        return held(name, className, priority, DeliveryKind.FACT, sizeBytes, shape);
    }

    /** The client needs the newest. */
    static PacketRule state(String name, String className, MessagePriority priority, int sizeBytes, PacketShape shape) {
        return held(name, className, priority, DeliveryKind.STATE, sizeBytes, shape);
    }

    /** The client needs it soon or not at all. */
    static PacketRule ephemeral(
            String name, String className, MessagePriority priority, int sizeBytes, PacketShape shape) {
        return held(name, className, priority, DeliveryKind.EPHEMERAL, sizeBytes, shape);
    }

    private static PacketRule held(
            String name,
            String className,
            MessagePriority priority,
            DeliveryKind kind,
            int sizeBytes,
            PacketShape shape) {
        return new PacketRule(name, List.of(className), priority, kind, WorldEffect.NONE, sizeBytes, shape);
    }

    /** Facts of one or more entities, in order with everything of each. */
    static PacketShape entities(String... ids) {
        return new PacketShape.Entities(List.of(ids), true);
    }

    /** Something seen or heard of an entity: after what made the entity, in any order with its like. */
    static PacketShape about(String id) {
        return new PacketShape.Entities(List.of(id), false);
    }

    /** What happens to a block. */
    static PacketShape at(String position) {
        return new PacketShape.BlockPosition(position, false);
    }
}
