package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent while the engine writes a packet or lets go of one, by a handler further down or a promise's listener. */
final class ReentrancyTest {

    private static final int ID = 7;

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

    /** What was remembered of the entity that is being written is gone then. */
    @Test
    void pass_respawnFromWrite_goesOn() {
        client.send(TestPacket.move(ID, 1, 0, 0));
        client.congest();
        client.send(TestPacket.move(ID, 1, 0, 0));
        client.send(TestPacket.chat("chat", 30));
        onceAtWrite(() -> client.send(TestPacket.respawn()));

        client.drain();

        assertEquals(
                List.of("chat", "move " + ID, "respawn"),
                client.writtenLabels().stream().sorted().toList());
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    @Test
    void merge_listenerTakesOlderMovesAlong_eachGoesOnce() {
        client.congest();
        for (int i = 0; i < 3; i++) {
            // Two of them are more than one packet can say.
            client.send(TestPacket.move(ID, 20_000, 0, 0));
        }
        int[] discarded = {0};
        client.sink.discards = () -> {
            if (++discarded[0] != 2) {
                return;
            }
            client.send(TestPacket.immediate("immediate", TestPacket.exclusive(OrderingKey.entity(ID))));
        };

        client.send(TestPacket.sync(ID, "sync"));
        client.drain();

        assertEquals("immediate", client.writtenLabels().getLast(), client.writtenLabels()::toString);
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    /** The engine has the packet: its caller must not write it once more. */
    @Test
    void merge_listenerFails_isThrownByTheNextPass() {
        client.congest();
        client.send(TestPacket.move(ID, 1, 0, 0));
        client.sink.discards = () -> {
            throw new IllegalStateException("a listener fails");
        };

        assertInstanceOf(Decision.Absorb.class, client.send(TestPacket.move(ID, 1, 0, 0)));

        assertThrows(IllegalStateException.class, client.session::pass);
        client.drain();
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    @Test
    void remove_listenerOfDroppedStateSpawnsAnew_entityIsRemembered() {
        client.congest();
        client.send(spawn(ID));
        onceAtDiscard(() -> client.send(spawn(ID)));

        client.send(TestPacket.remove(ID));

        assertTrue(client.session.explain(ID).isPresent());
        client.drain();
        assertEquals(List.of("spawn " + ID), client.writtenLabels());
    }

    @Test
    void unload_listenerOfDroppedChunkSendsItAnew_clientHasIt() {
        client.congest();
        client.send(TestPacket.chunk(1, 1, 100));
        onceAtDiscard(() -> client.send(TestPacket.chunk(1, 1, 100)));

        client.send(TestPacket.unload(1, 1));
        client.drain();

        assertEquals(List.of("chunk 1 1"), client.writtenLabels());
    }

    @Test
    void bypass_chatFromWrite_overtakesNothing() {
        client.congest();
        client.send(TestPacket.chat("one", 30));
        client.send(TestPacket.chat("two", 30));
        onceAtWrite(() -> client.send(TestPacket.chat("three", 30)));

        client.session.bypass();

        assertEquals(List.of("one", "two", "three"), client.writtenLabels());
    }

    @Test
    void bypass_respawnFromWrite_staysBetweenItsWorlds() {
        client.congest();
        client.send(TestPacket.chat("one", 30));
        client.send(TestPacket.chat("two", 30));
        client.send(TestPacket.sync(ID, "old"));
        onceAtWrite(() -> {
            client.send(TestPacket.respawn());
            client.send(TestPacket.sync(ID, "new"));
        });

        client.session.bypass();

        assertEquals(List.of("one", "two", "respawn", "new"), client.writtenLabels());
    }

    private void onceAtWrite(Runnable action) {
        client.sink.carrier = bytes -> {
            client.sink.carrier = further -> {};
            action.run();
        };
    }

    private void onceAtDiscard(Runnable action) {
        client.sink.discards = () -> {
            client.sink.discards = () -> {};
            action.run();
        };
    }

    private static TestPacket spawn(int id) {
        MessageType type = new MessageType(30, "add_entity", MessagePriority.NEARBY_ENTITIES, DeliveryKind.FACT, 60);
        Message message = new Message(
                type,
                new Target.EntityTarget(id),
                List.of(TestPacket.exclusive(OrderingKey.entity(id)), TestPacket.shared(OrderingKey.chunk(id % 2, 0))),
                null,
                WorldEffect.NONE,
                60,
                new Observation.EntitySpawned(id, 1, 64, 1));
        return new TestPacket("spawn " + id, 60, message);
    }
}
