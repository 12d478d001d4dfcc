package dev.sluice.oracle;

import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.LifecycleRole;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.packet.WorldEffect;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes messages that say something else than the truth. */
final class Weakening {

    private Weakening() {}

    /** Takes keys away. */
    static UnaryOperator<Message> without(LongPredicate keys) {
        return message -> withKeys(
                message,
                message.keys().stream().filter(key -> !keys.test(key.key())).toList());
    }

    /** Takes every key but the first away. */
    static Message otherKeys(Message message) {
        return withKeys(message, message.keys().subList(0, 1));
    }

    /** Takes the role away. */
    static Message role(Message message) {
        return with(message, message.type().kind(), message.state(), message.effect(), LifecycleRole.NONE);
    }

    /** Gives it a name that no profile knows. */
    static Message name(Message message) {
        MessageType type = message.type();
        return new Message(
                new MessageType(
                        type.index(), "weakened", type.priority(), type.kind(), type.initialSizeBytes(), type.role()),
                message.target(),
                message.keys(),
                message.state(),
                message.effect(),
                message.sizeBytes(),
                message.observation(),
                message.edit());
    }

    static UnaryOperator<Message> kind(DeliveryKind kind) {
        return message -> with(
                message, kind, message.state(), message.effect(), message.type().role());
    }

    static UnaryOperator<Message> state(StateUpdate state) {
        return message -> with(
                message,
                message.type().kind(),
                state,
                message.effect(),
                message.type().role());
    }

    static UnaryOperator<Message> effect(WorldEffect effect) {
        return message -> with(
                message,
                message.type().kind(),
                message.state(),
                effect,
                message.type().role());
    }

    /** Has it tell something else of the world. */
    static UnaryOperator<Message> observation(@Nullable Observation observation) {
        return message -> new Message(
                message.type(),
                message.target(),
                message.keys(),
                message.state(),
                message.effect(),
                message.sizeBytes(),
                observation,
                message.edit());
    }

    /** Has a spawn tell nothing of its UUID. */
    static Message unnamed(Message message) {
        return message.observation() instanceof Observation.EntitySpawned spawn
                ? observation(new Observation.EntitySpawned(
                                spawn.entityId(), OrderingKey.NONE, spawn.x(), spawn.y(), spawn.z()))
                        .apply(message)
                : message;
    }

    /** Has a spawn tell nothing of who has cast it out. */
    static Message castByNobody(Message message) {
        return message.observation() instanceof Observation.EntitySpawned spawn
                ? observation(new Observation.EntitySpawned(
                                spawn.entityId(), spawn.profile(), spawn.x(), spawn.y(), spawn.z()))
                        .apply(message)
                : message;
    }

    /** Has it tell of nobody who rides but the player. */
    static Message withOwnRiderOnly(Message message) {
        return message.observation() instanceof Observation.Mounted(int vehicle, List<Integer> riders)
                ? observation(new Observation.Mounted(
                                vehicle,
                                riders.stream()
                                        .filter(id -> id < Contract.FIRST_ENTITY)
                                        .toList()))
                        .apply(message)
                : message;
    }

    static UnaryOperator<Message> all(UnaryOperator<Message> first, UnaryOperator<Message> second) {
        return message -> second.apply(first.apply(message));
    }

    static StateUpdate.Move halved(StateUpdate.Move move) {
        return new StateUpdate.Move(
                move.entityId(),
                (short) (move.deltaX() / 2),
                move.deltaY(),
                move.deltaZ(),
                move.yaw(),
                move.pitch(),
                move.onGround(),
                move.hasPosition(),
                move.hasRotation());
    }

    // A profile never drops what it knows by name, so that another kind takes another name.
    private static Message withKeys(Message message, List<Message.Key> keys) {
        return new Message(
                message.type(),
                message.target(),
                keys,
                message.state(),
                message.effect(),
                message.sizeBytes(),
                message.observation(),
                message.edit());
    }

    private static Message with(
            Message message, DeliveryKind kind, @Nullable StateUpdate state, WorldEffect effect, LifecycleRole role) {
        MessageType type = message.type();
        String name = kind == type.kind() ? type.name() : "weakened";
        return new Message(
                new MessageType(type.index(), name, type.priority(), kind, type.initialSizeBytes(), role),
                message.target(),
                message.keys(),
                state,
                effect,
                message.sizeBytes(),
                message.observation(),
                message.edit());
    }
}
