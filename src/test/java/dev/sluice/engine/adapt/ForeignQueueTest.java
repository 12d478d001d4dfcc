package dev.sluice.engine.adapt;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Half of what is delivered is sent, looked at every 10 ms; above 50 ms a queue is long. */
final class ForeignQueueTest {

    private static final long LOOK_NANOS = 10_000_000L;
    private static final double LONG_NANOS = 50e6;

    private final ForeignQueue tested = new ForeignQueue();
    private long now;

    /** Whether it was seen within so long, the queue going from one length to the other. */
    private boolean isSeen(int millis, double fromNanos, double toNanos, double undersentShare) {
        int looks = millis / 10;
        for (int look = 1; look <= looks; look++) {
            now += LOOK_NANOS;
            tested.undersent(undersentShare * LOOK_NANOS);
            if (tested.isSeen(fromNanos + (toNanos - fromNanos) * look / looks, LONG_NANOS, now)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void isSeen_queueStaysThoughLessIsSent_isSoAfterTwoSeconds() {
        assertFalse(isSeen(2_000, 200e6, 200e6, 0.5));
        assertTrue(isSeen(10, 200e6, 200e6, 0.5));
        assertFalse(isSeen(1_990, 200e6, 200e6, 0.5), "what it told is not told again at once");
    }

    @Test
    void isSeen_queueGrowsThoughLessIsSent_isSo() {
        assertTrue(isSeen(2_010, 100e6, 400e6, 0.1));
    }

    /** However much of it is left: three seconds of one's own cannot be gone after two. */
    @Test
    void isSeen_queueLosesWhatWasUndersent_isNotSo() {
        assertFalse(isSeen(4_000, 3_000e6, 1_000e6, 0.5));
    }

    /** A second was undersent: of a queue of 200 ms all could be gone, of one of 4 s a second. */
    @ParameterizedTest
    @CsvSource({"200, 160, true", "200, 120, false", "4000, 3800, true", "4000, 3600, false"})
    void isSeen_queueLosesAPartOfWhatItCould_isSoBelowThreeTenths(double from, double to, boolean expected) {
        isSeen(10, from * 1e6, from * 1e6, 0.5);
        boolean seen = isSeen(2_000, from * 1e6, to * 1e6, 0.5);
        assertTrue(seen == expected, from + " ms to " + to + " ms");
    }

    @Test
    void isSeen_noLessIsSentThanDelivered_isNotSo() {
        isSeen(1_000, 10e6, 10e6, 0.5);
        assertFalse(isSeen(4_000, 200e6, 200e6, 0), "what was undersent before counts for nothing");
    }

    @Test
    void isSeen_queueIsShortInBetween_countsFromThen() {
        assertFalse(isSeen(1_500, 200e6, 200e6, 0.5));
        assertFalse(isSeen(10, 49e6, 49e6, 0.5));
        assertFalse(isSeen(2_000, 200e6, 200e6, 0.5));
        assertTrue(isSeen(10, 200e6, 200e6, 0.5));
    }

    @Test
    void isSeen_forgotten_countsFromThen() {
        assertFalse(isSeen(1_500, 200e6, 200e6, 0.5));
        tested.forget();
        assertFalse(isSeen(2_000, 200e6, 200e6, 0.5));
        assertTrue(isSeen(10, 200e6, 200e6, 0.5));
    }
}
