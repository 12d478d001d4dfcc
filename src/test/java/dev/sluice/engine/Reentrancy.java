package dev.sluice.engine;

import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.List;

/** What the tests of re-entrancy share: something done at the next write or discard, and packets that tell of the world. */
final class Reentrancy {

    private Reentrancy() {}

    /** Does something while the next packet is being written, and no more after that. */
    static void atNextWrite(RecordingSink sink, Runnable action) {
        sink.carrier = bytes -> {
            sink.carrier = further -> {};
            action.run();
        };
    }

    /** Does something while the next packet is let go of that is not needed, and no more after that. */
    static void atNextDiscard(RecordingSink sink, Runnable action) {
        sink.discards = () -> {
            sink.discards = () -> {};
            action.run();
        };
    }

    static TestPacket spawn(int id) {
        return observed(
                "spawn " + id,
                MessagePriority.NEARBY_ENTITIES,
                DeliveryKind.FACT,
                new Observation.EntitySpawned(id, OrderingKey.NONE, 1, 64, 1),
                TestPacket.exclusive(OrderingKey.entity(id)),
                TestPacket.shared(OrderingKey.chunk(id % 2, 0)));
    }

    static TestPacket centre(int x) {
        return observed(
                "centre", MessagePriority.PLAYER_STATE, DeliveryKind.IMMEDIATE, new Observation.ViewCentre(x, 0));
    }

    static TestPacket radius() {
        return observed("radius", MessagePriority.PLAYER_STATE, DeliveryKind.IMMEDIATE, new Observation.ViewRadius(2));
    }

    private static TestPacket observed(
            String label,
            MessagePriority messageClass,
            DeliveryKind kind,
            Observation observation,
            Message.Key... keys) {
        MessageType type = new MessageType(
                30,
                observation instanceof Observation.EntitySpawned ? "add_entity" : "observed",
                messageClass,
                kind,
                60);
        Target target = observation instanceof Observation.EntitySpawned spawned
                ? new Target.EntityTarget(spawned.entityId())
                : Target.StreamTarget.PLAYER;
        return new TestPacket(
                label, 60, new Message(type, target, List.of(keys), null, WorldEffect.NONE, 60, observation));
    }
}
