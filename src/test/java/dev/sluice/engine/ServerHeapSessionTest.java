package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.budget.RateCap;
import dev.sluice.engine.budget.ServerCaps;
import dev.sluice.engine.budget.ServerHeap;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.engine.port.LinkProbe;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sessions that share what may be held for all. */
final class ServerHeapSessionTest {

    private static final long LIMIT = 2_000_000;

    private final FakeTicker ticker = new FakeTicker();
    private final ServerHeap heap = new ServerHeap(LIMIT);
    private final RecordingSink heavySink = new RecordingSink(packet -> ((TestPacket) packet).bytes());
    private final RecordingSink lightSink = new RecordingSink(packet -> ((TestPacket) packet).bytes());
    private final ClientSession heavy = session(1, heavySink);
    private final ClientSession light = session(2, lightSink);

    @Test
    void held_moreThanTheLimitTogether_theOldestOfWhoHoldsMostLeave() {
        load(heavy, 100);
        load(light, 10);
        int heavyBefore = heavySink.written.size();
        int lightBefore = lightSink.written.size();

        tick();
        assertTrue(together() > LIMIT, () -> "held " + together());
        ticks(3);

        assertTrue(together() <= LIMIT, () -> "held " + together());
        // By their budgets a few bytes would have left.
        assertTrue(heavySink.written.size() > heavyBefore + 10, heavySink.written::toString);
        assertEquals(lightBefore, lightSink.written.size());
        CapReached reached = heavy.capReached();
        assertNotNull(reached);
        assertFalse(reached.isOwn());
        assertNull(light.capReached());
    }

    @Test
    void offer_whileTheSessionIsOverItsShare_letsTheOldestGoAtOnce() {
        load(heavy, 100);
        load(light, 10);
        tick();
        int before = heavySink.written.size();

        heavy.offer(TestPacket.chunk(500, 0, 4_000).message(), TestPacket.chunk(500, 0, 4_000), null);

        assertTrue(heavySink.written.size() > before, heavySink.written::toString);
    }

    @Test
    void held_withinTheLimitTogether_goesByTheBudgetAlone() {
        load(heavy, 30);
        load(light, 10);
        ticks(3);
        assertNull(heavy.capReached());
    }

    /** Whoever had to let go of some must not go by that for ever. */
    @Test
    void held_withinTheLimitTogetherAgain_goesByTheBudgetAlone() {
        load(heavy, 60);
        load(light, 60);
        ticks(3);
        assertNotNull(heavy.capReached());
        light.close();
        ticks(1);
        load(heavy, 20);
        ticks(3);
        assertNull(heavy.capReached());
    }

    @Test
    void end_whoHeldMost_leavesAllToTheOther() {
        load(heavy, 60);
        tick();
        heavy.close();
        load(light, 60);
        ticks(3);
        assertNull(light.capReached());
    }

    @Test
    void bypass_whoHeldMost_leavesAllToTheOther() {
        load(heavy, 60);
        tick();
        heavy.bypass();
        load(light, 60);
        ticks(3);
        assertNull(light.capReached());
    }

    /** What is kept to be used again no release gives back. */
    @Test
    void held_littleByWhoHeldManyBefore_goesByTheBudgetAlone() {
        heap.reconfigure(ServerHeap.NONE);
        for (int i = 0; i < 1_100; i++) {
            send(heavy, TestPacket.edit(i, 0, "edit"));
        }
        assertTrue(heavy.hasHeld());
        ticks(1_200);
        assertFalse(heavy.hasHeld());
        heap.reconfigure(200_000);

        load(heavy, 2);
        load(light, 3);
        ticks(3);

        assertTrue(heavy.hasHeld());
        assertNull(heavy.capReached());
    }

    private long together() {
        return heavy.lastStats().heldHeapBytes() + light.lastStats().heldHeapBytes();
    }

    private void ticks(int count) {
        for (int i = 0; i < count; i++) {
            tick();
        }
    }

    private void tick() {
        ticker.advanceMillis(50);
        if (!heavy.hasEnded()) {
            heavy.pass();
        }
        if (!light.hasEnded()) {
            light.pass();
        }
    }

    /** Offers chunks of about 28 KB of heap each. */
    private static void load(ClientSession session, int chunks) {
        for (int i = 0; i < chunks; i++) {
            send(session, TestPacket.chunk(i, 0, 4_000));
        }
    }

    private static void send(ClientSession session, TestPacket packet) {
        if (session.offer(packet.message(), packet, null) instanceof Decision.Pass) {
            session.passed(packet.message(), packet.bytes());
        }
    }

    private ClientSession session(int id, RecordingSink sink) {
        return new ClientSession(
                new UUID(0, id),
                SessionFixture.rate(1_000),
                ticker,
                ClientLink.of(sink),
                update -> update,
                LinkProbe.NONE,
                new ServerCaps(RateCap.NONE, heap.join()),
                new SplittableRandom(1));
    }
}
