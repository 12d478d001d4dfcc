package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate.Move;
import dev.sluice.engine.port.PacketSink;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.priority.Viewpoint;
import dev.sluice.engine.stats.BandwidthStats;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ClientSessionTest {

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

    @Test
    void offer_idleWithCredit_passes() {
        assertInstanceOf(Decision.Pass.class, client.send(TestPacket.chunk(0, 0, 6_000)));
        assertEquals(6_000, client.session.stats().wireBytes() + 6_000);
    }

    @Test
    void offer_unknownPacketInCongestion_passes() {
        client.congest();
        assertInstanceOf(Decision.Pass.class, client.session.offer(null, "unknown", null));
    }

    @Test
    void passed_unknownPacketOfUnknownSize_countsNothing() {
        client.session.passed(null, PacketSink.UNMETERED);
        client.run(100);
        BandwidthStats stats = client.session.stats();
        assertEquals(0, stats.wireBytes());
        assertEquals(0, stats.chargedBytes());
    }

    @Test
    void offer_inCongestion_holdsAndReleasesEverythingOnce() {
        client.congest();
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            TestPacket packet = TestPacket.chat("line " + i, 90);
            assertInstanceOf(Decision.Hold.class, client.send(packet));
            sent.add(packet.label());
        }
        client.drain();
        assertEquals(sent, client.writtenLabels());
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    @Test
    void pass_chunkLargerThanATick_goesOutAndTheRateIsKept() {
        client.congest();
        for (int i = 0; i < 10; i++) {
            client.send(TestPacket.chunk(i, 0, 65_536));
        }
        long start = client.ticker.nanos();
        client.drain();
        double seconds = (client.ticker.nanos() - start) * 1e-9;
        assertEquals(10, client.sink.written.size());
        // The plug's debt and nine chunks must be paid before the tenth leaves; its own debt need not be.
        double expected = (200_000 - 12_500 + 9 * 65_536) / 125_000.0;
        assertEquals(expected, seconds, 0.15);
    }

    @Test
    void pass_chunksAndChatBacklogged_chatDoesNotWaitForChunks() {
        client.congest();
        client.run(1_600);
        for (int i = 0; i < 100; i++) {
            client.send(TestPacket.chunk(i, 0, 6_000));
        }
        client.run(300);
        client.sink.written.clear();
        client.send(TestPacket.chat("hello", 90));
        int chunksBefore = 0;
        while (!client.writtenLabels().contains("hello")) {
            client.run(10);
        }
        for (String label : client.writtenLabels()) {
            if (label.equals("hello")) {
                break;
            }
            chunksBefore++;
        }
        assertTrue(chunksBefore <= 1, chunksBefore + " chunks went before the chat line");
    }

    @Test
    void pass_chunks_nearestToThePlayerFirst() {
        client.session.viewpoint(new Viewpoint(16 * 5 + 3, 64, 0, 0, 0));
        client.congest();
        for (int x : new int[] {0, 9, 5, 6, 3}) {
            client.send(TestPacket.chunk(x, 0, 3_000));
        }
        client.drain();
        assertEquals(List.of("chunk 5 0", "chunk 6 0", "chunk 3 0", "chunk 9 0", "chunk 0 0"), client.writtenLabels());
    }

    @Test
    void pass_playerMovesWhileChunksWait_nearestToWhereItIsNow() {
        client.session.viewpoint(new Viewpoint(8, 64, 8, 0, 0));
        client.congest();
        for (int x = 0; x < 10; x++) {
            client.send(TestPacket.chunk(x, 0, 12_500));
        }
        client.run(1_650);
        assertEquals(List.of("chunk 0 0", "chunk 1 0"), client.writtenLabels());
        client.session.viewpoint(new Viewpoint(16 * 9 + 8, 64, 8, 0, 0));
        client.drain();
        assertEquals(
                List.of("chunk 9 0", "chunk 8 0", "chunk 7 0"),
                client.writtenLabels().subList(2, 5));
    }

    @Test
    void spawn_chunkHeld_waitsForItsChunk() {
        client.congest();
        client.send(TestPacket.chunk(2, 2, 6_000));
        client.send(TestPacket.spawn(7, 2, 2));
        client.send(TestPacket.move(7, 1, 0, 0));
        client.drain();
        assertEquals(List.of("chunk 2 2", "spawn 7", "move 7"), client.writtenLabels());
    }

    @Test
    void unload_chunkHeld_cancelsBothAndWhatFollowed() {
        client.congest();
        client.send(TestPacket.chunk(2, 2, 6_000));
        client.send(TestPacket.edit(2, 2, "edit"));
        assertInstanceOf(Decision.Absorb.class, client.send(TestPacket.unload(2, 2)));
        assertFalse(client.session.hasHeld());
        assertEquals(3, client.session.stats().dropped() + client.sink.superseded.size());
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    @Test
    void unload_resentChunkHeld_stillUnloadsTheOlderOne() {
        client.send(TestPacket.chunk(2, 2, 6_000));
        client.congest();
        client.send(TestPacket.chunk(2, 2, 6_000));
        assertInstanceOf(Decision.Hold.class, client.send(TestPacket.unload(2, 2)));
        client.drain();
        assertEquals(List.of("unload 2 2"), client.writtenLabels());
    }

    @Test
    void editsAck_heldEdits_takesThemAlongButNotThoseOfHeldChunks() {
        client.congest();
        client.send(TestPacket.edit(0, 0, "near"));
        client.send(TestPacket.chunk(5, 5, 6_000));
        client.send(TestPacket.edit(5, 5, "far"));
        assertInstanceOf(Decision.Pass.class, client.send(TestPacket.editsAck()));
        assertEquals(List.of("near", "ack"), client.writtenLabels());
        client.drain();
        assertEquals(List.of("near", "ack", "chunk 5 5", "far"), client.writtenLabels());
    }

    @Test
    void ownEntity_inCongestion_isNeverHeld() {
        client.session.ownEntity(7);
        client.congest();
        assertInstanceOf(Decision.Pass.class, client.send(TestPacket.sync(7, "own")));
        assertInstanceOf(Decision.Hold.class, client.send(TestPacket.sync(9, "other")));
    }

    @Test
    void carriers_inCongestion_areNotHeldUntilThePlayerLeavesThem() {
        client.session.carriedBy(8, 9);
        client.congest();
        assertInstanceOf(Decision.Pass.class, client.send(TestPacket.move(8, 1, 0, 0)));
        assertInstanceOf(Decision.Pass.class, client.send(TestPacket.move(9, 1, 0, 0)));
        assertInstanceOf(Decision.Hold.class, client.send(TestPacket.move(10, 1, 0, 0)));

        client.session.carriedBy();

        assertInstanceOf(Decision.Hold.class, client.send(TestPacket.move(9, 1, 0, 0)));
    }

    /** The caller may use its array for something else. */
    @Test
    void carriers_arrayChangedLater_areThoseThatWereTold() {
        int[] ids = {8};
        client.session.carriedBy(ids);
        ids[0] = 9;
        client.congest();

        assertInstanceOf(Decision.Pass.class, client.send(TestPacket.move(8, 1, 0, 0)));
        assertInstanceOf(Decision.Hold.class, client.send(TestPacket.move(9, 1, 0, 0)));
    }

    @Test
    void respawn_heldWorld_isDiscardedAndTheRestGoesFirst() {
        client.congest();
        client.send(TestPacket.chunk(0, 0, 6_000));
        client.send(TestPacket.chat("before", 50));
        client.send(TestPacket.spawn(7, 0, 0));
        client.send(TestPacket.respawn());
        assertEquals(List.of("before", "respawn"), client.writtenLabels());
        client.drain();
        assertEquals(List.of("before", "respawn"), client.writtenLabels());
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    /** A player's spawn shares the key of its profile, which stays; it is of the world all the same. */
    @Test
    void respawn_heldPlayerAndItsState_areDiscarded() {
        client.congest();
        client.send(TestPacket.fact(
                MessagePriority.NEARBY_ENTITIES,
                "player",
                80,
                new Target.EntityTarget(7),
                TestPacket.exclusive(OrderingKey.entity(7)),
                TestPacket.shared(OrderingKey.chunk(0, 0)),
                TestPacket.shared(OrderingKey.profile(new UUID(1, 2)))));
        client.send(TestPacket.sync(7, "state"));
        client.send(TestPacket.respawn());
        client.run(100);
        assertEquals(List.of("respawn"), client.writtenLabels());
        assertEquals(2, client.session.stats().dropped());
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    @Test
    void unload_afterARespawnInTheSameDimension_stillUnloadsTheChunkFromBefore() {
        client.send(TestPacket.chunk(2, 2, 6_000));
        client.congest();
        client.send(TestPacket.respawn());
        client.send(TestPacket.chunk(2, 2, 6_000));
        assertInstanceOf(Decision.Hold.class, client.send(TestPacket.unload(2, 2)));
    }

    @Test
    void startConfiguration_whateverFollows_nothingIsHeldOrWrittenLate() {
        client.congest();
        client.send(TestPacket.chunk(0, 0, 6_000));
        client.send(TestPacket.startConfiguration());
        assertInstanceOf(Decision.Pass.class, client.send(TestPacket.chat("still the old phase", 50)));
        assertFalse(client.session.hasHeld());
    }

    @Test
    void newWorld_afterTheConfiguration_holdsAgain() {
        client.send(TestPacket.startConfiguration());
        client.send(TestPacket.respawn());
        client.congest();

        assertInstanceOf(Decision.Hold.class, client.send(TestPacket.chat("in play again", 50)));
    }

    @Test
    void moves_inCongestion_addUp() {
        client.congest();
        for (int i = 0; i < 10; i++) {
            client.send(TestPacket.move(7, 100, -3, 0));
        }
        client.drain();
        assertEquals(1, client.sink.written.size());
        Move move = (Move) client.sink.written.getFirst();
        assertEquals(1_000, move.deltaX());
        assertEquals(-30, move.deltaY());
        assertEquals(9, client.session.stats().merged());
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    @Test
    void moves_sumOverflowsAShort_areSplit() {
        client.congest();
        for (int i = 0; i < 3; i++) {
            client.send(TestPacket.move(7, 20_000, 0, 0));
        }
        client.drain();
        assertEquals(3, client.sink.written.size());
    }

    @Test
    void position_absoluteAfterMoves_supersedesThemBackToTheLastFact() {
        client.congest();
        client.send(TestPacket.spawn(7, 0, 0));
        client.send(TestPacket.move(7, 20_000, 0, 0));
        client.send(TestPacket.head(7, "head"));
        client.send(TestPacket.move(7, 20_000, 0, 0));
        client.send(TestPacket.sync(7, "sync"));
        client.drain();
        assertEquals(List.of("spawn 7", "head", "sync"), client.writtenLabels());
    }

    @Test
    void removal_stateHeld_dropsTheStateOnly() {
        client.congest();
        client.send(TestPacket.spawn(7, 0, 0));
        client.send(TestPacket.move(7, 1, 0, 0));
        client.send(TestPacket.remove(7));
        client.drain();
        assertEquals(List.of("spawn 7", "remove 7"), client.writtenLabels());
    }

    @Test
    void ephemeral_staleAfterHalfASecond_isDropped() {
        client.congest();
        client.send(TestPacket.sound("bang"));
        client.run(570);
        assertFalse(client.session.hasHeld());
        assertEquals(List.of(), client.writtenLabels());
        assertEquals(1, client.session.stats().dropped());
    }

    @Test
    void adaptiveInterval_highRtt_updatesEveryFourthTickStaggered() {
        client.rttMillis = 400;
        client.run(50);
        assertEquals(4, client.session.stats().adaptiveInterval());
        client.sink.written.clear();
        for (int tick = 0; tick < 40; tick++) {
            client.send(TestPacket.move(7, 1, 0, 0));
            client.run(50);
        }
        client.drain();
        assertEquals(10, client.sink.written.size(), 1);
    }

    @Test
    void bypass_heldPackets_areReleasedInOrder() {
        client.congest();
        client.send(TestPacket.chunk(1, 1, 6_000));
        client.send(TestPacket.chat("a", 50));
        client.send(TestPacket.edit(1, 1, "edit"));
        client.session.bypass();
        assertEquals(List.of("chunk 1 1", "a", "edit"), client.writtenLabels());
        assertInstanceOf(Decision.Pass.class, client.send(TestPacket.chat("b", 50)));
    }

    @Test
    void close_heldPackets_areAbandonedWithTheirReceipts() {
        client.congest();
        client.send(TestPacket.chat("a", 50));
        client.session.close();
        assertEquals(1, client.sink.abandoned.size());
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    @Test
    void reconfigure_higherRate_takesEffectWithTheNextPass() {
        client.congest();
        for (int i = 0; i < 20; i++) {
            client.send(TestPacket.chunk(i, 0, 6_000));
        }
        client.session.reconfigure(SessionFixture.rate(100_000_000));
        client.run(20);
        assertFalse(client.session.hasHeld());
    }

    @Test
    void stats_onceNothingIsHeld_moveOn() {
        client.congest();
        client.send(TestPacket.chat("line", 100));
        client.run(60);
        assertEquals(1, client.session.stats().messagesDeferredThisTick());
        client.drain();
        client.run(2_000);
        assertEquals(0, client.session.stats().messagesDeferredThisTick());
        assertEquals(0, client.session.stats().heldMessages());
        assertEquals(0, client.session.stats().currentBytesPerSecond());
    }

    @Test
    void stats_afterCongestion_countWhatTheSinkMeasured() {
        client.send(TestPacket.chunk(0, 0, 50_000));
        client.send(TestPacket.chat("x", 100));
        client.drain();
        client.run(1_000);
        assertEquals(50_100, client.session.stats().wireBytes());
        assertEquals(50_100, client.session.stats().budgetedBytes());
        assertEquals(50_100, client.session.stats().peakBytesPerSecond());
        assertEquals(1, client.session.stats().deferred());
    }
}
