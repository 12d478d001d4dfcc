package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.packet.OrderingKey;
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
}
