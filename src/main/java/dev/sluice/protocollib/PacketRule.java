package dev.sluice.protocollib;

import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.MessagePriority;
import java.util.List;

/**
 * One line of the {@link PacketTable}.
 *
 * @param name the protocol's resource name
 * @param classNames the server's classes, by their Mojang-mapped binary names below {@code net.minecraft.network.protocol}
 * @param sizeBytes the size on the wire assumed until one was measured
 */
record PacketRule(
        String name,
        List<String> classNames,
        MessagePriority priority,
        DeliveryKind kind,
        WorldEffect effect,
        int sizeBytes,
        PacketShape shape) {

    /** Whether a newer one merges with a held one, or is not sent if it says nothing new: not each of them arrives. */
    boolean isReplaceable() {
        return kind == DeliveryKind.STATE || shape instanceof PacketShape.EntityValues;
    }
}
