package dev.sluice.sim.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.sim.VirtualClock;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SimLinkTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    private final VirtualClock clock = new VirtualClock();

    @Test
    void send_idleLink_arrivesAfterItsOwnTimeAndHalfTheRtt() {
        SimLink link = new SimLink(LinkPlan.steady(100_000, 40 * MILLI, 64_000), clock);
        assertEquals(100 * MILLI + 20 * MILLI, link.send(10_000));
    }

    @Test
    void send_behindQueuedBytes_waitsForThem() {
        SimLink link = new SimLink(LinkPlan.steady(100_000, 0, 64_000), clock);
        link.send(10_000);
        clock.moveTo(50 * MILLI);
        assertEquals(200 * MILLI, link.send(10_000));
        clock.moveTo(SECOND);
        assertEquals(SECOND + 100 * MILLI, link.send(10_000));
    }

    @Test
    void send_acrossAStepAndAStall_takesEachPieceAtItsRate() {
        LinkPlan plan = new LinkPlan(
                100_000,
                0,
                64_000,
                List.of(new LinkPlan.Step(SECOND, 50_000)),
                List.of(new LinkPlan.Stall(SECOND / 2, SECOND / 4)));
        // 50 KB until the stall, 25 KB from there to the step, 25 KB at half the rate.
        assertEquals(3 * SECOND / 2, new SimLink(plan, clock).send(100_000));
    }

    @Test
    void rttMillis_queueInTheBuffer_growsByItAndNoFurther() {
        SimLink link = new SimLink(LinkPlan.steady(100_000, 40 * MILLI, 10_000), clock);
        assertTrue(Double.isNaN(link.rttMillis()));
        link.send(5_000);
        link.flushed();
        clock.moveTo(89 * MILLI);
        assertTrue(Double.isNaN(link.rttMillis()), "not acknowledged yet");
        clock.moveTo(90 * MILLI);
        assertEquals(90, link.rttMillis(), 1e-6);
        link.send(1_000_000);
        link.flushed();
        clock.moveTo(20 * SECOND);
        assertEquals(90 + (140 - 90) / 8.0, link.rttMillis(), 1e-6);
    }
}
