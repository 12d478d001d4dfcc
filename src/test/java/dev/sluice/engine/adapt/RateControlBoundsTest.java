package dev.sluice.engine.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.adapt.NetworkHealth.Status;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;
import dev.sluice.engine.port.MarkerPort;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds whatever the link and the client do: the ceiling, and that the gate opens again. */
final class RateControlBoundsTest {

    private static final long MILLI = 1_000_000L;
    private static final long LOOK_NANOS = 10 * MILLI;
    private static final long START = 1_000_000;
    private static final RateControlConfig TO_100_KB = new RateControlConfig(true, 31_250, 100_000, 25 * MILLI);

    private final Deque<Integer> markers = new ArrayDeque<>();
    private final SettableProbe transport = new SettableProbe();
    private final DeliveryTracker delivery = new DeliveryTracker(
            new MarkerPort() {
                @Override
                public void mark(int markerId) {
                    markers.add(markerId);
                }

                @Override
                public boolean isAvailable() {
                    return true;
                }
            },
            new MarkerIds(new SplittableRandom(1)),
            1_000,
            0);
    private final RateControl control =
            new RateControl(RateControlConfig.AUTOMATIC, START, transport, delivery, LinkProbe.NONE, 0);

    private long now;
    private long written;
    private long rate;
    private boolean answering = true;
    private boolean arriving = true;
    private long unsent;

    @Test
    void step_startAboveTheCeiling_isTheCeilingFromTheFirst() {
        assertEquals(100_000, firstRate(), "nothing is known");
        transport.reading = new LinkReading(20, 20, 1_000, Double.NaN, false, 0, 500, 0);
        assertEquals(100_000, firstRate(), "the round trip alone is known");
    }

    /** Decisions do not follow from all of it, but it can be looked at. */
    @Test
    void estimate_afterALook_showsWhatTheTransportRead() {
        assertEquals(LinkReading.NOTHING, control.estimate().transport());
        transport.reading = new LinkReading(20, 20, 1_000, 90_000, true, 0, 500, 3);
        control.step(0, true, true, 1_400);
        assertEquals(transport.reading, control.estimate().transport());
        transport.reading = null;
        control.step(LOOK_NANOS, true, true, 1_400);
        assertEquals(LinkReading.NOTHING, control.estimate().transport());
    }

    private long firstRate() {
        return new RateControl(TO_100_KB, START, transport, delivery, LinkProbe.NONE, 0).step(0, true, true, 1_400);
    }

    @Test
    void step_ceilingLoweredWhileNothingArrives_countsAtOnce() {
        run(2_000);
        answering = false;
        run(3_000);
        assertEquals(Status.STALLED, delivery.status());
        assertTrue(rate > 100_000, () -> rate + " B/s");
        control.reconfigure(TO_100_KB, START);
        run(10);
        assertEquals(100_000, rate);
    }

    /** The transport goes on: nobody but the client, or something in between, has ceased to answer. */
    @Test
    void isOpen_clientAnswersNeverAgain_isSoWithinSeconds() {
        run(3_000);
        answering = false;
        run(4_000);
        for (int look = 0; look < 6_000; look++) {
            run(10);
            assertTrue(control.isOpen(), "look " + look);
        }
    }

    @Test
    void isOpen_muchWaitsInTheSocket_isNotSoUntilASecondWithoutProgress() {
        run(2_000);
        unsent = 10_000_000;
        run(5_000);
        assertFalse(control.isOpen(), "what waits moves");
        arriving = false;
        run(900);
        assertFalse(control.isOpen());
        run(200);
        assertTrue(control.isOpen());
        arriving = true;
        run(10);
        assertFalse(control.isOpen());
    }

    /** Else held packets would never leave again. */
    @Test
    void isOpen_shutAsTheBudgetBecomesFixed_isSo() {
        run(2_000);
        unsent = 10_000_000;
        run(100);
        assertFalse(control.isOpen());
        control.reconfigure(RateControlConfig.FIXED, START);
        run(10);
        assertTrue(control.isOpen());
        assertEquals(START, rate);
    }

    @Test
    void isOpen_muchIsUnconfirmed_isNotSoUntilItIsConfirmed() {
        run(2_000);
        delivery.written(5_000_000, false);
        run(10);
        assertFalse(control.isOpen());
        run(200);
        assertTrue(control.isOpen());
    }

    /** 125 KB/s, of which the last write is under way at each look; the client answers at the next one. */
    private void run(int millis) {
        for (long end = now + millis * MILLI; now < end; now += LOOK_NANOS) {
            if (arriving) {
                written += 1_250;
                delivery.written(1_250, false);
            }
            transport.reading = new LinkReading(20, 20, written - 1_250, Double.NaN, false, unsent, 1_250, 0);
            if (answering) {
                while (!markers.isEmpty()) {
                    delivery.confirmed(markers.remove(), now);
                }
            }
            delivery.tick(now);
            rate = control.step(now, true, true, 1_400);
        }
    }
}
