package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A sound that goes with an entity is ordered along the entity and along sounds. */
final class EntitySoundTest {

    private static final int ID = 7;

    private final SessionFixture client = new SessionFixture(EngineConfig.DEFAULT);

    @Test
    void stopSound_soundOfAnEntityHeld_comesAfterIt() {
        client.congest();
        client.send(sound());
        client.send(TestPacket.immediate("stop", TestPacket.exclusive(OrderingKey.SOUND)));
        assertEquals(List.of("sound", "stop"), client.writtenLabels());
    }

    @Test
    void removal_spawnAndSoundHeld_cancelsBoth() {
        client.congest();
        client.send(spawn());
        client.send(sound());
        client.send(TestPacket.remove(ID));
        client.drain();
        assertEquals(List.of(), client.writtenLabels());
    }

    /** It is heard where the entity is by then. */
    @Test
    void moves_aroundAHeldSound_merge() {
        EngineHarness engine = new EngineHarness(new BandwidthConfig(1, 20, 1), Map.of());
        for (int i = 0; i < 20; i++) {
            engine.hold(TestPacket.move(ID, 1, 0, 0));
        }
        engine.hold(sound());
        for (int i = 0; i < 20; i++) {
            engine.hold(TestPacket.move(ID, 1, 0, 0));
        }
        assertEquals(2, engine.packets.heldMessages());
    }

    private static TestPacket spawn() {
        return packet(
                "add_entity",
                DeliveryKind.FACT,
                List.of(TestPacket.exclusive(OrderingKey.entity(ID))),
                new Observation.EntitySpawned(ID, OrderingKey.NONE, 0, 0, 0));
    }

    private static TestPacket sound() {
        return packet(
                "sound",
                DeliveryKind.EPHEMERAL,
                List.of(TestPacket.shared(OrderingKey.entity(ID)), TestPacket.shared(OrderingKey.SOUND)),
                null);
    }

    private static TestPacket packet(
            String name, DeliveryKind kind, List<Message.Key> keys, @Nullable Observation told) {
        MessageType type = new MessageType(40 + kind.ordinal(), name, MessagePriority.NEARBY_ENTITIES, kind, 30);
        return new TestPacket(
                name, 30, new Message(type, new Target.EntityTarget(ID), keys, null, WorldEffect.NONE, 30, told));
    }
}
