package dev.sluice.engine.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MinRttTest {

    private static final long SECOND = 1_000_000_000L;

    private final MinRtt minRtt = new MinRtt(0);

    @Test
    void nanos_nothingObserved_isUnknown() {
        assertTrue(Double.isNaN(minRtt.nanos()));
    }

    @Test
    void observe_larger_keepsTheSmallest() {
        minRtt.observe(30e6, 0);
        minRtt.observe(20e6, SECOND);
        minRtt.observe(90e6, 2 * SECOND);
        assertEquals(20e6, minRtt.nanos());
    }

    @Test
    void observe_pathGrewLonger_risesOnceTheWindowIsOver() {
        minRtt.observe(20e6, 0);
        for (int second = 1; second <= 29; second++) {
            minRtt.observe(80e6, second * SECOND);
            assertEquals(20e6, minRtt.nanos(), "after " + second + " s");
        }
        minRtt.observe(80e6, 30 * SECOND);
        assertEquals(80e6, minRtt.nanos());
    }

    @Test
    void observe_silentForLong_keepsTheOldValue() {
        minRtt.observe(20e6, 0);
        minRtt.observe(80e6, 3_600 * SECOND);
        assertEquals(20e6, minRtt.nanos());
    }

    /** The value that outlived a silence is one like any other afterwards. */
    @Test
    void observe_longerPathAfterASilence_risesHalfAMinuteLater() {
        minRtt.observe(20e6, 0);
        for (int second = 3_600; second <= 3_630; second++) {
            minRtt.observe(80e6, second * SECOND);
        }
        assertEquals(80e6, minRtt.nanos());
    }

    @Test
    void restart_larger_isBelievedAndForgotAllBefore() {
        minRtt.observe(20e6, 0);
        minRtt.restart(60e6, SECOND);
        assertEquals(60e6, minRtt.nanos());
        minRtt.observe(70e6, 25 * SECOND);
        assertEquals(60e6, minRtt.nanos());
        minRtt.observe(70e6, 31 * SECOND);
        assertEquals(70e6, minRtt.nanos());
    }

    /** Whatever expires later: nothing from before comes back. */
    @Test
    void restart_sameAsAnOlderValue_forgetsTheSmallerOneBetween() {
        minRtt.observe(60e6, 0);
        minRtt.observe(20e6, 6 * SECOND);
        minRtt.observe(90e6, 11 * SECOND);
        minRtt.restart(60e6, 12 * SECOND);
        minRtt.observe(60e6, 33 * SECOND);
        assertEquals(60e6, minRtt.nanos());
    }

    @Test
    void restart_afterASilence_lastsAsLongAsAReading() {
        minRtt.restart(60e6, 100 * SECOND);
        minRtt.observe(70e6, 125 * SECOND);
        assertEquals(60e6, minRtt.nanos());
        minRtt.observe(70e6, 130 * SECOND);
        assertEquals(70e6, minRtt.nanos());
    }

    @Test
    void observe_clockGoesBack_countsAsThePresent() {
        minRtt.observe(30e6, 7 * SECOND);
        minRtt.observe(20e6, 6 * SECOND);
        assertEquals(20e6, minRtt.nanos());
        minRtt.observe(90e6, 7 * SECOND);
        assertEquals(20e6, minRtt.nanos());
    }

    @Test
    void observe_clockOverflows_expiresAsEver() {
        long start = Long.MAX_VALUE - 10 * SECOND;
        MinRtt overflowing = new MinRtt(start);
        overflowing.observe(20e6, start);
        overflowing.observe(80e6, start + 20 * SECOND);
        assertEquals(20e6, overflowing.nanos());
        overflowing.observe(80e6, start + 31 * SECOND);
        assertEquals(80e6, overflowing.nanos());
    }

    /** What is at most 25 s old counts, and nothing that is older than 30 s. */
    @Test
    void nanos_randomReadings_isTheSlidingMinimumWithinAStep() {
        for (long seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long now = random.nextLong();
            MinRtt sliding = new MinRtt(now);
            List<Reading> readings = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                now += random.nextLong(random.nextInt(10) == 0 ? 20 * SECOND : SECOND);
                double rtt = random.nextInt(1, 50) * 1e6;
                readings.add(new Reading(now, rtt));
                sliding.observe(rtt, now);
                String where = "seed " + seed + ", reading " + i;
                assertTrue(sliding.nanos() >= smallest(readings, now, 30 * SECOND), where);
                assertTrue(sliding.nanos() <= smallest(readings, now, 25 * SECOND), where);
            }
        }
    }

    private record Reading(long nanos, double rttNanos) {}

    private static double smallest(List<Reading> readings, long now, long windowNanos) {
        return readings.stream()
                .filter(reading -> now - reading.nanos() <= windowNanos)
                .mapToDouble(Reading::rttNanos)
                .min()
                .orElseThrow();
    }
}
