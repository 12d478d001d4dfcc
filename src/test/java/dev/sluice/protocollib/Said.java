package dev.sluice.protocollib;

import com.mojang.datafixers.util.Pair;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.EditPlace;
import dev.sluice.engine.packet.LifecycleRole;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.minecraft.core.Holder;
import net.minecraft.network.protocol.game.ClientboundUpdateAttributesPacket.AttributeSnapshot;
import net.minecraft.network.syncher.SynchedEntityData;
import net.minecraft.resources.ResourceKey;
import net.minecraft.world.entity.EquipmentSlot;
import net.minecraft.world.item.ItemStack;
import org.jspecify.annotations.Nullable;

/**
 * All that a message tells the engine, by its content. What the server has objects for the oracle's model has numbers for: they are
 * what these say.
 */
record Said(
        @Nullable Line line,
        MessagePriority priority,
        DeliveryKind kind,
        LifecycleRole role,
        Target target,
        Set<String> keys,
        WorldEffect effect,
        @Nullable StateUpdate state,
        @Nullable Observation observation,
        @Nullable EditPlace edit,
        List<String> parts) {

    /** Which line of the table it is, and how large it is taken for. */
    record Line(String name, int initialSizeBytes, int sizeBytes) {}

    static Said of(Message message) {
        MessageType type = message.type();
        return new Said(
                new Line(type.name(), type.initialSizeBytes(), message.sizeBytes()),
                type.priority(),
                type.kind(),
                type.role(),
                message.target(),
                message.keys().stream()
                        .map(key -> Long.toHexString(key.key()) + " " + key.mode())
                        .collect(Collectors.toUnmodifiableSet()),
                message.effect(),
                numbered(message.state()),
                numbered(message.observation()),
                message.edit(),
                message.parts().stream().map(MessageType::name).toList());
    }

    /** The same of any line. */
    Said ofAnyLine() {
        return new Said(null, priority, kind, role, target, keys, effect, state, observation, edit, parts);
    }

    /** The same anywhere. */
    Said anywhere() {
        return new Said(line, priority, kind, role, target, keys, effect, state, observation, null, parts);
    }

    private static @Nullable StateUpdate numbered(@Nullable StateUpdate state) {
        if (!(state instanceof StateUpdate.Indexed indexed)) {
            return state;
        }
        Map<Object, Object> values = new HashMap<>();
        indexed.values().forEach((key, value) -> values.put(number(key), number(value)));
        return new StateUpdate.Indexed(
                indexed.entityId(), indexed.component(), values, indexed.idempotent(), indexed.flag());
    }

    private static @Nullable Observation numbered(@Nullable Observation observation) {
        return switch (observation) {
            case Observation.Entered(ResourceKey<?> dimension, boolean keepsAll) ->
                new Observation.Entered(Integer.valueOf(dimension.location()), keepsAll);
            case Observation.Several(List<Observation> each) ->
                Observation.of(each.stream().<Observation>map(Said::numbered).toList());
            case null, default -> observation;
        };
    }

    private static Object number(Object told) {
        return switch (told) {
            case Holder<?> attribute -> attribute.body();
            case EquipmentSlot slot -> slot.ordinal();
            case SynchedEntityData.DataValue<?> data -> data.value();
            case AttributeSnapshot attribute -> (int) attribute.base();
            case Pair<?, ?> worn -> number(worn.getSecond());
            case ItemStack item -> item.body();
            default -> told;
        };
    }
}
