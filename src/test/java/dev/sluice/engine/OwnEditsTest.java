package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.priority.Viewpoint;
import dev.sluice.engine.stats.BandwidthStats;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Edits beside what the player does are not held, whatever the link carries (H25), within bounds. */
final class OwnEditsTest {

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

    @Test
    void edit_besideTheAction_passes() {
        client.congest();
        client.session.acted(100, 64, -30);
        passes(TestPacket.block(100, 64, -30, "the block"));
        passes(TestPacket.block(104, 60, -34, "in reach"));
    }

    @Test
    void edit_outOfReachAlongOneAxis_isHeld() {
        client.congest();
        client.session.acted(100, 64, -30);
        isHeld(TestPacket.block(105, 64, -30, "x"));
        isHeld(TestPacket.block(100, 69, -30, "y"));
        isHeld(TestPacket.block(100, 64, -35, "z"));
    }

    @Test
    void edit_nothingWasDone_isHeld() {
        client.congest();
        isHeld(TestPacket.block(0, 0, 0, "edit"));
    }

    @Test
    void edit_twoSecondsAfterTheAction_passes_andLaterIsHeld() {
        client.session.acted(0, 64, 0);
        client.ticker.advanceMillis(2_000);
        client.congest();
        passes(TestPacket.block(0, 64, 0, "in time"));
        client.ticker.advanceNanos(1);
        isHeld(TestPacket.block(0, 64, 0, "late"));
    }

    /** Cages and platforms: the server sends a tick's changes of blocks behind the tick's teleports. */
    @Test
    void edit_whereThePlayerHasJustBeenPut_passes() {
        client.congest();
        isHeld(TestPacket.block(100, 63, -31, "before"));
        client.send(TestPacket.immediate("teleport", new Observation.Teleported(100.5, 64, -30.5)));
        passes(TestPacket.block(101, 63, -31, "platform"));
        passes(TestPacket.block(101, 63, -35, "as far as it reaches"));
        isHeld(TestPacket.block(105, 63, -31, "4.5 blocks away"));
        client.send(TestPacket.immediate("nudge", Observation.Teleported.somewhere()));
        isHeld(TestPacket.block(0, 0, 0, "at the origin"));
    }

    @Test
    void edit_ofASectionWhoseEdgeIsInReach_passes() {
        client.congest();
        client.session.acted(-5, 64, 8);
        isHeld(TestPacket.section(0, 4, 0, 50, "5 blocks away"));
        client.session.acted(-4, 64, 8);
        passes(TestPacket.section(0, 4, 0, 50, "4 blocks away"));
        client.session.acted(20, 80, 16);
        passes(TestPacket.section(0, 4, 0, 50, "the other corner"));
    }

    @Test
    void edit_behindHeldOnesOfItsChunk_takesThemAlongInOrder() {
        client.congest();
        isHeld(TestPacket.block(1, 64, 1, "far 1"));
        isHeld(TestPacket.block(200, 64, 1, "elsewhere"));
        isHeld(TestPacket.block(1, 64, 2, "far 2"));
        client.session.acted(12, 64, 12);
        passes(TestPacket.block(12, 64, 12, "own"));
        assertEquals(List.of("far 1", "far 2", "own"), client.writtenLabels());
        assertEquals(2, counted().takenAlong());
    }

    @Test
    void edit_chunkNotSentYet_isHeldBehindIt() {
        client.congest();
        client.send(TestPacket.chunk(0, 0, 300));
        client.session.acted(0, 64, 0);
        isHeld(TestPacket.block(0, 64, 0, "edit"));
        assertEquals(List.of(), client.writtenLabels());
        client.drain();
        assertEquals(List.of("chunk 0 0", "edit"), client.writtenLabels());
    }

    @Test
    void edit_chunkSentAnewIsHeld_waitsForTheAcknowledgement() {
        client.send(TestPacket.chunk(0, 0, 300));
        client.congest();
        client.send(TestPacket.chunk(0, 0, 300));
        client.session.acted(0, 64, 0);
        isHeld(TestPacket.block(0, 64, 0, "edit"));
        passes(TestPacket.editsAck());
        assertEquals(List.of("chunk 0 0", "edit", "ack"), client.writtenLabels());
    }

    @Test
    void edit_moreBeforeItThanAnActionHasRoomFor_isHeldAndNothingIsTakenAlong() {
        client.congest();
        isHeld(TestPacket.section(0, 4, 0, 2_040, "large"));
        client.session.acted(0, 64, 0);
        isHeld(TestPacket.block(0, 64, 0, "own"));
        assertEquals(List.of(), client.writtenLabels());
    }

    @Test
    void edits_flood_onlySoManyPassForEachAction() {
        client.congest();
        client.session.acted(0, 64, 0);
        flood(20);
        assertEquals(RecentActions.MAX_EDITS, client.sink.written.size());
        client.session.acted(1, 64, 1);
        client.sink.written.clear();
        flood(40);
        assertEquals(4 + RecentActions.MAX_EDITS, client.sink.written.size(), "with the four that were held before");
    }

    @Test
    void edits_large_onlySoManyBytesPassForEachAction() {
        client.congest();
        client.session.acted(0, 64, 0);
        passes(TestPacket.section(0, 4, 0, 1_000, "1"));
        passes(TestPacket.section(0, 4, 0, 1_000, "2"));
        isHeld(TestPacket.section(0, 4, 0, 1_000, "3"));
    }

    @Test
    void edit_refused_countsAsOneOfItsAction() {
        client.congest();
        client.send(TestPacket.chunk(0, 0, 300));
        client.session.acted(0, 64, -1);
        IntStream.range(0, RecentActions.MAX_EDITS)
                .forEach(i -> isHeld(TestPacket.block(0, 64, 0, "behind its chunk")));
        isHeld(TestPacket.block(0, 64, -1, "the next chunk has nothing held"));
    }

    @Test
    void edits_whileThereIsCredit_useUpNothing() {
        client.session.acted(0, 64, 0);
        flood(50);
        client.congest();
        flood(RecentActions.MAX_EDITS);
        assertEquals(RecentActions.MAX_EDITS, client.sink.written.size());
    }

    @Test
    void edit_ofAnAction_isChargedAndNotSpent() {
        client.congest();
        long charged = counted().chargedBytes();
        long released = counted().budgetedBytes();
        client.session.acted(0, 64, 0);
        passes(TestPacket.block(0, 64, 0, "own"));
        assertEquals(charged + 14, counted().chargedBytes());
        assertEquals(released, counted().budgetedBytes());
    }

    @Test
    void edit_onlyTheNewestActionsAreRemembered() {
        client.congest();
        IntStream.range(0, 17).forEach(i -> client.session.acted(100 * i, 64, 0));
        isHeld(TestPacket.block(0, 64, 0, "forgotten"));
        passes(TestPacket.block(100, 64, 0, "the oldest of sixteen"));
        passes(TestPacket.block(1_600, 64, 0, "the newest"));
    }

    @Test
    void edit_afterTheWorldChanged_isHeld() {
        client.session.acted(0, 64, 0);
        passes(TestPacket.respawn());
        client.congest();
        isHeld(TestPacket.block(0, 64, 0, "another world's"));
    }

    @Test
    void edit_afterARespawnThatKeepsTheWorld_passes() {
        passes(TestPacket.entering("overworld", false));
        client.congest();
        client.session.acted(0, 64, 0);
        passes(TestPacket.entering("overworld", true));
        passes(TestPacket.block(0, 64, 0, "own"));
    }

    @Test
    void acted_somewhereAroundThePlayer_editsInThePlayersReachPass() {
        client.session.viewpoint(new Viewpoint(-0.5, 64.2, 10, 0, 0));
        client.congest();
        client.session.acted();
        passes(TestPacket.block(-8, 71, 17, "the farthest corner"));
        isHeld(TestPacket.block(-9, 64, 10, "out of reach"));
    }

    @Test
    void acted_onAnotherThread_isSeen() throws InterruptedException {
        client.congest();
        Thread.ofPlatform().start(() -> client.session.acted(0, 64, 0)).join();
        passes(TestPacket.block(0, 64, 0, "own"));
    }

    @Test
    void edit_thatPassedUncounted_leavesTheNextPacketsCountAlone() {
        client.congest();
        client.session.acted(0, 64, 0);
        TestPacket lost = TestPacket.block(0, 64, 0, "never written");
        assertInstanceOf(Decision.Pass.class, client.session.offer(lost.message(), lost, null));
        client.ticker.advanceMillis(10_000);
        long released = counted().budgetedBytes();
        passes(TestPacket.chat("budgeted", 100));
        assertEquals(released + 100, counted().budgetedBytes());
    }

    @Test
    void edit_whoseWriteSendsAnotherPacket_isChargedAllTheSame() {
        client.congest();
        client.session.acted(0, 64, 0);
        TestPacket own = TestPacket.block(0, 64, 0, "own");
        assertInstanceOf(Decision.Pass.class, client.session.offer(own.message(), own, null));
        long charged = counted().chargedBytes();
        passes(TestPacket.editsAck());
        client.session.passed(own.message(), own.bytes());
        assertEquals(charged + 4 + 14, counted().chargedBytes());
    }

    /** Edits of blocks in the reach of an action at 0, 64, 0. */
    private void flood(int count) {
        for (int i = 0; i < count; i++) {
            client.send(TestPacket.block(i % 4, 64, i / 4 % 4, "flood " + i));
        }
    }

    private void passes(TestPacket packet) {
        assertInstanceOf(Decision.Pass.class, client.send(packet), packet.label());
    }

    private void isHeld(TestPacket packet) {
        assertInstanceOf(Decision.Hold.class, client.send(packet), packet.label());
    }

    /** The statistics as of now: a tick ends, in which there is no credit to release anything with. */
    private BandwidthStats counted() {
        client.ticker.advanceMillis(50);
        client.session.pass();
        return client.session.stats();
    }
}
