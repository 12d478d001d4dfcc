package dev.sluice.bench;

import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.List;

/** Spawns: what tells the engine where an entity is. */
final class Places {

    private static final int BYTES = 60;
    private static final MessageType SPAWN =
            new MessageType(20, "add_entity", MessagePriority.NEARBY_ENTITIES, DeliveryKind.FACT, BYTES);

    private Places() {}

    static TestPacket of(int id, double x, double y, double z) {
        Message message = new Message(
                SPAWN,
                new Target.EntityTarget(id),
                List.of(TestPacket.exclusive(OrderingKey.entity(id))),
                null,
                WorldEffect.NONE,
                BYTES,
                new Observation.EntitySpawned(id, OrderingKey.NONE, x, y, z));
        return new TestPacket("spawn " + id, BYTES, message);
    }
}
