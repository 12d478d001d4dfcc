package dev.sluice.oracle;

import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.LifecycleRole;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a bundle is to the engine, as the plugin combines the real ones. */
final class ModelBundles {

    private ModelBundles() {}

    /** In order along every key of each part, of the most urgent class, immediate if one is immediate or unknown. */
    static Message combine(
            MessageType bundle, List<ModelPacket> parts, Function<ModelPacket, @Nullable Message> classifier) {
        Map<Long, KeyMode> keys = new LinkedHashMap<>();
        Target target = null;
        MessagePriority priority = MessagePriority.METADATA;
        DeliveryKind kind = parts.isEmpty() ? DeliveryKind.IMMEDIATE : DeliveryKind.FACT;
        WorldEffect effect = WorldEffect.NONE;
        int bytes = 0;
        List<Observation> told = new ArrayList<>();
        Set<MessageType> types = new LinkedHashSet<>();
        for (ModelPacket packet : parts) {
            Message part = classifier.apply(packet);
            if (part == null
                    || part.type().kind() == DeliveryKind.IMMEDIATE
                    || part.type().role() != LifecycleRole.NONE) {
                kind = DeliveryKind.IMMEDIATE;
            }
            if (part == null) {
                continue;
            }
            types.add(part.type());
            if (part.observation() != null) {
                told.add(part.observation());
            }
            if (packet instanceof ModelPacket.Remove(int[] ids)) {
                told.add(new Observation.EntitiesRemoved(
                        Arrays.stream(ids).boxed().toList()));
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
            bytes += part.sizeBytes() > 0 ? part.sizeBytes() : part.type().initialSizeBytes();
            for (Message.Key key : part.keys()) {
                keys.merge(key.key(), key.mode(), (a, b) -> a == KeyMode.EXCLUSIVE ? a : b);
            }
        }
        List<Message.Key> combined = new ArrayList<>();
        keys.forEach((key, mode) -> combined.add(new Message.Key(key, mode)));
        return Message.bundle(
                new MessageType(
                        bundle.index(), bundle.name(), priority, kind, bundle.initialSizeBytes(), bundle.role()),
                target == null ? Target.StreamTarget.WORLD : target,
                combined,
                effect,
                bytes,
                Observation.of(told),
                List.copyOf(types));
    }
}
