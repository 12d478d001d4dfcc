package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.OrderingKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a promise's listener does while the engine lets go of a packet: it sends others, or fails. */
final class ReentrantReceiptTest {

    private static final int ID = 7;

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

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

    /** Each is merged at once, so nothing paces it but the passes. */
    @Test
    void merge_listenerSendsTheNextForEver_soManyAreLetGoOfInEachPassAndAllInTheEnd() {
        client.congest();
        client.send(TestPacket.turn(ID));
        int[] heard = {0};
        client.sink.discards = () -> {
            if (++heard[0] > 100_000) {
                throw new AssertionError("nothing paces it");
            }
            client.send(TestPacket.turn(ID));
        };

        client.send(TestPacket.turn(ID));

        assertEquals(1_025, heard[0]);
        client.ticker.advanceMillis(10);
        client.session.pass();
        assertTrue(heard[0] > 1_025 && heard[0] < 10_000, "heard " + heard[0]);
        client.session.bypass();
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    @Test
    void bypass_whileMoreIsLetGoOfThanAtOnce_nothingIsKept() {
        assertNothingIsKept(client.session::bypass);
    }

    @Test
    void close_whileMoreIsLetGoOfThanAtOnce_nothingIsKept() {
        assertNothingIsKept(client.session::close);
    }

    /** From within what is let go of, beyond what is let go of at once. */
    private void assertNothingIsKept(Runnable end) {
        client.congest();
        client.send(TestPacket.turn(ID));
        int[] heard = {0};
        client.sink.discards = () -> {
            if (++heard[0] == 1_020) {
                for (int i = 0; i < 20; i++) {
                    client.send(TestPacket.turn(ID));
                }
                end.run();
            } else if (heard[0] < 1_020) {
                client.send(TestPacket.turn(ID));
            }
        };

        client.send(TestPacket.turn(ID));

        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    /** What is released is written before the last is held no more: what is sent at the sight of it merges still. */
    @Test
    void bypass_listenerSendsTheNextForEver_ends() {
        client.congest();
        client.send(TestPacket.chat("older", 10));
        client.send(TestPacket.turn(ID));
        int[] heard = {0};
        client.sink.discards = () -> {
            if (++heard[0] > 100_000) {
                throw new AssertionError("nothing paces it");
            }
            client.send(TestPacket.turn(ID));
        };
        client.sink.door = packet -> {
            if (packet.toString().equals("older")) {
                client.send(TestPacket.turn(ID));
            }
        };

        client.session.bypass();

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
    void merge_severalListenersFail_theFirstFailureIsThrown() {
        client.congest();
        client.send(TestPacket.move(ID, 1, 0, 0));
        int[] failures = {0};
        client.sink.discards = () -> {
            throw new IllegalStateException("listener " + ++failures[0]);
        };
        client.send(TestPacket.move(ID, 1, 0, 0));
        client.send(TestPacket.move(ID, 1, 0, 0));

        assertEquals(
                "listener 1",
                assertThrows(IllegalStateException.class, client.session::pass).getMessage());
        client.drain();
    }

    /** The engine has it then as well, although there is nothing left of it to hold. */
    @Test
    void suppress_listenerFails_isThrownByTheNextPass() {
        client.send(Reentrancy.spawn(ID));
        client.send(TestPacket.attribute(ID, "north"));
        client.sink.discards = () -> {
            throw new IllegalStateException("a listener fails");
        };

        assertInstanceOf(Decision.Absorb.class, client.send(TestPacket.attribute(ID, "north")));

        assertThrows(IllegalStateException.class, client.session::pass);
        client.session.pass();
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    @Test
    void bypass_listenerHasFailed_isThrownOnceAllIsReleased() {
        client.congest();
        client.send(TestPacket.chat("chat", 30));
        failOnceAtDiscard();

        assertThrows(IllegalStateException.class, client.session::bypass);

        assertEquals(2, client.sink.written.size());
        assertEquals(client.receipts(), client.sink.settledReceipts());
        client.session.pass();
    }

    @Test
    void close_listenerHasFailed_isThrownOnceAllIsLetGo() {
        client.congest();
        client.send(TestPacket.chat("chat", 30));
        failOnceAtDiscard();

        assertThrows(IllegalStateException.class, client.session::close);

        assertEquals(client.receipts(), client.sink.settledReceipts());
        client.session.pass();
    }

    /** Each listener is heard once the one before has returned, or the stack would grow with them. */
    @Test
    void merge_eachListenerSendsTheNext_stackStaysLow() {
        client.congest();
        client.send(TestPacket.move(ID, 1, 0, 0));
        int[] heard = {0};
        int[] depth = {0};
        int[] deepest = {0};
        client.sink.discards = () -> {
            deepest[0] = Math.max(deepest[0], ++depth[0]);
            if (++heard[0] < 1_000) {
                client.send(TestPacket.move(ID, heard[0] % 2 == 0 ? 1 : -1, 1, 0));
            }
            depth[0]--;
        };

        client.send(TestPacket.move(ID, 1, 0, 0));

        assertEquals(1_000, heard[0]);
        assertEquals(1, deepest[0]);
        client.drain();
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    @Test
    void remove_listenerOfDroppedStateSpawnsAnew_entityIsRemembered() {
        client.congest();
        client.send(Reentrancy.spawn(ID));
        Reentrancy.atNextDiscard(client.sink, () -> client.send(Reentrancy.spawn(ID)));

        client.send(TestPacket.remove(ID));

        assertTrue(client.session.explain(ID).isPresent());
        client.drain();
        assertEquals(List.of("spawn " + ID), client.writtenLabels());
    }

    @Test
    void unload_listenerOfDroppedChunkSendsItAnew_clientHasIt() {
        client.congest();
        client.send(TestPacket.chunk(1, 1, 100));
        Reentrancy.atNextDiscard(client.sink, () -> client.send(TestPacket.chunk(1, 1, 100)));

        client.send(TestPacket.unload(1, 1));
        client.drain();

        assertEquals(List.of("chunk 1 1"), client.writtenLabels());
    }

    private void failOnceAtDiscard() {
        client.send(TestPacket.move(ID, 1, 0, 0));
        Reentrancy.atNextDiscard(client.sink, () -> {
            throw new IllegalStateException("a listener fails");
        });
        client.send(TestPacket.move(ID, 1, 0, 0));
    }
}
