package dev.sluice.protocollib;

import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.LifecycleRole;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a bundle is to the engine: one atomic message that is all of its packets. */
final class Bundles {

    private Bundles() {}

    /**
     * Combines the packets of a bundle: in order along every key of each, of the most urgent class, immediate if one is
     * immediate or unknown.
     */
    static Message combine(MessageType bundleType, List<@Nullable Message> parts) {
        Map<Long, KeyMode> keys = new LinkedHashMap<>();
        Target target = null;
        MessagePriority priority = MessagePriority.METADATA;
        DeliveryKind kind = parts.isEmpty() ? DeliveryKind.IMMEDIATE : DeliveryKind.FACT;
        WorldEffect effect = WorldEffect.NONE;
        int sizeBytes = 0;
        List<Observation> told = new ArrayList<>();
        Set<MessageType> types = new LinkedHashSet<>();
        for (Message part : parts) {
            if (part == null) {
                kind = DeliveryKind.IMMEDIATE;
                continue;
            }
            types.add(part.type());
            if (part.type().kind() == DeliveryKind.IMMEDIATE || part.type().role() != LifecycleRole.NONE) {
                // What takes something from the client must neither be cancelled nor discarded with what it stands
                // beside.
                kind = DeliveryKind.IMMEDIATE;
            }
            if (part.observation() != null) {
                told.add(part.observation());
            }
            if (part.type().role() == LifecycleRole.ENTITY_REMOVE) {
                told.add(removal(part));
            }
            if (part.effect() != WorldEffect.NONE) {
                effect = part.effect();
            }
            if (part.type().priority().compareTo(priority) < 0) {
                priority = part.type().priority();
            }
            if (target == null
                    || (target instanceof Target.StreamTarget && part.target() instanceof Target.EntityTarget)) {
                target = part.target();
            }
            sizeBytes += part.sizeBytes() > 0 ? part.sizeBytes() : part.type().initialSizeBytes();
            for (Message.Key key : part.keys()) {
                keys.merge(key.key(), key.mode(), (a, b) -> a == KeyMode.EXCLUSIVE ? a : b);
            }
        }
        List<Message.Key> combined = new ArrayList<>();
        keys.forEach((key, mode) -> combined.add(new Message.Key(key, mode)));
        MessageType type = new MessageType(
                bundleType.index(),
                bundleType.name(),
                priority,
                kind,
                bundleType.initialSizeBytes(),
                bundleType.role());
        return Message.bundle(
                type,
                target == null ? Target.StreamTarget.WORLD : target,
                combined,
                effect,
                sizeBytes,
                Observation.of(told),
                List.copyOf(types));
    }

    /** A bundle has no role: that its entities go is told like what else it does to them, in its order. */
    private static Observation removal(Message removal) {
        return new Observation.EntitiesRemoved(removal.keys().stream()
                .map(Message.Key::key)
                .filter(OrderingKey::isEntity)
                .map(OrderingKey::entityId)
                .toList());
    }
}
