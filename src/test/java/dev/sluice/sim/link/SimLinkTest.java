package dev.sluice.sim.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.port.LinkReading;
import dev.sluice.sim.VirtualClock;
import java.util.List;
import java.util.Objects;
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
    void read_queueInTheBuffer_growsByItAndTheRestWaitsInTheSocket() {
        SimLink link = new SimLink(LinkPlan.steady(100_000, 40 * MILLI, 10_000), clock);
        link.send(1_000);
        clock.moveTo(49 * MILLI);
        assertEquals(0, read(link).deliveredBytes(), "not acknowledged yet");
        clock.moveTo(50 * MILLI);
        assertEquals(40 + 10 / 8.0, read(link).rttMillis(), 1e-6);
        assertEquals(1_000, read(link).deliveredBytes());
        link.send(101_000);
        LinkReading loaded = read(link);
        assertEquals(101_000, loaded.unsentBytes() + loaded.inFlightBytes());
        assertEquals(91_000.0, (double) loaded.unsentBytes(), 1_448);
        clock.moveTo(20 * SECOND);
        LinkReading quiet = read(link);
        assertEquals(102_000, quiet.deliveredBytes());
        assertEquals(0, quiet.unsentBytes() + quiet.inFlightBytes());
        assertEquals(140, quiet.rttMillis(), 2);
        assertEquals(40, quiet.minRttMillis(), 1e-6);
    }

    private static LinkReading read(SimLink link) {
        return Objects.requireNonNull(link.read());
    }
}
