package dev.sluice.engine.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.adapt.NetworkHealth.Status;
import dev.sluice.engine.port.LinkProbe;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of the rate when a queue is somebody else's, and when the client is late with its answers. */
final class RateControlReasonTest {

    private static final long START = 50_000;
    private static final double CAPACITY = DelayedLink.BYTES_PER_SECOND;

    private final DelayedLink link = new DelayedLink();
    private RateControl control = control(RateControlConfig.AUTOMATIC);
    private final Set<RateReason> reasons = EnumSet.noneOf(RateReason.class);
    private long highestRate;

    private RateControl control(RateControlConfig config) {
        return new RateControl(config, START, link.transport, link.delivery, LinkProbe.NONE, 0);
    }

    @Test
    void step_queueStaysThoughLessIsSent_isSharedAndThePathFromThenOn() {
        delay(20);
        run(2_000);
        delay(220);
        run(2_000);
        assertFalse(reasons.contains(RateReason.SHARING), reasons::toString);
        assertEquals(RateReason.DRAINING, control.estimate().reason());
        run(500);
        assertEquals(RateReason.SHARING, control.estimate().reason());
        assertEquals(220, control.estimate().minRttMillis(), 12);
        assertTrue(control.bytesPerSecond() > CAPACITY, () -> control.bytesPerSecond() + " B/s");
    }

    @Test
    void step_queueStaysAndTheRateIsTheLeastAlready_isNotShared() {
        control = control(new RateControlConfig(true, (long) CAPACITY, 1_000_000, 25_000_000));
        delay(20);
        run(2_000);
        delay(220);
        run(10_000);
        assertFalse(reasons.contains(RateReason.SHARING), reasons::toString);
        assertEquals(20, control.estimate().minRttMillis(), 1);
    }

    @Test
    void step_sharedQueueIsGone_isSearchedAndNotSharedAnyMore() {
        delay(20);
        run(2_000);
        delay(220);
        run(2_500);
        assertEquals(RateReason.SHARING, control.estimate().reason());
        delay(20);
        run(1_000);
        assertEquals(RateReason.SEARCHING, control.estimate().reason());
        delay(50);
        run(300);
        run(100);
        assertFalse(reasons.contains(RateReason.SHARING), reasons::toString);
        assertFalse(reasons.contains(RateReason.SEARCHING), reasons::toString);
    }

    @Test
    void step_clientIsSilentWhileTheLinkGoesOn_isFollowedByWhatTheLinkShows() {
        delay(20);
        run(2_000);
        link.clientMillis = -1;
        run(3_000);
        assertEquals(Status.STALLED, link.delivery.status());
        link.transportMillis = 120;
        run(500);
        assertFalse(reasons.contains(RateReason.STALLED), reasons::toString);
        assertEquals(RateReason.DRAINING, control.estimate().reason());
        assertTrue(control.bytesPerSecond() < 0.9 * CAPACITY, () -> control.bytesPerSecond() + " B/s");
    }

    /** What was sent before takes that long to arrive: only then the round trip without a queue shows. */
    @Test
    void step_pathNotSeenEmptyForLong_isMeasuredForARoundTripAndAMoment() {
        delay(300);
        run(3_000);
        delay(318);
        run(14_000);
        int looks = 0;
        for (int look = 0; look < 300; look++) {
            run(10);
            looks += control.estimate().reason() == RateReason.MEASURING ? 1 : 0;
        }
        assertEquals((300 + 150) / 10, looks, 1);
    }

    /** Perhaps a proxy is filling: what the client has confirmed is not gone beyond, and nothing is searched. */
    @Test
    void step_lastAnswerWasLate_isWhatTheClientConfirmed() {
        delay(20);
        run(2_000);
        assertEquals(1.5 * CAPACITY, (double) control.bytesPerSecond(), 0.05 * CAPACITY);
        link.clientMillis = 170;
        run(300);
        link.clientMillis = -1;
        for (int second = 0; second < 9; second++) {
            run(1_000);
            assertTrue(highestRate <= 1.02 * CAPACITY, highestRate + " B/s in second " + second);
            assertFalse(reasons.contains(RateReason.SEARCHING), reasons::toString);
            assertFalse(reasons.contains(RateReason.GROWING), reasons::toString);
        }
        assertEquals("settable", control.estimate().trusted());
        link.clientMillis = 20;
        run(1_500);
        assertEquals(1.5 * CAPACITY, (double) control.bytesPerSecond(), 0.05 * CAPACITY);
    }

    private void delay(int millis) {
        link.transportMillis = millis;
        link.clientMillis = millis;
    }

    /** Starts with nothing noted. */
    private void run(int millis) {
        reasons.clear();
        highestRate = 0;
        link.run(millis, now -> {
            highestRate = Math.max(highestRate, control.step(now, true, true, DelayedLink.BYTES_PER_LOOK));
            reasons.add(control.estimate().reason());
        });
    }
}
