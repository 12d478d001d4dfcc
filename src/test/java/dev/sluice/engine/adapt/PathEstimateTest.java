package dev.sluice.engine.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read off a path of 40 ms, looked at every 10 ms. */
final class PathEstimateTest {

    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    private static final long BASE_NANOS = 40 * MILLI;
    private static final long LOOK_NANOS = 10 * MILLI;
    private static final double RATE = 125_000;

    private final PathEstimate path = new PathEstimate("probe", 0);
    private long now;
    private double delivered;

    @Test
    void queries_nothingObserved_areUnknown() {
        assertTrue(Double.isNaN(path.capacityBytesPerSecond()));
        assertTrue(Double.isNaN(path.queueNanos()));
        assertTrue(Double.isNaN(path.lastQueueNanos()));
        assertTrue(Double.isNaN(path.minRttNanos()));
        assertTrue(Double.isNaN(path.rttNanos()));
    }

    @Test
    void capacityBytesPerSecond_firstTenthOfASecond_isUnknownAndThenWhatArrived() {
        run(90, RATE, 0, false);
        assertTrue(Double.isNaN(path.capacityBytesPerSecond()));
        run(30, RATE, 0, false);
        assertEquals(RATE, path.capacityBytesPerSecond(), 1);
    }

    @Test
    void capacityBytesPerSecond_queueAndMoreToSend_followsWhatArrives() {
        run(1_000, RATE, 20, true);
        run(1_000, RATE / 2, 20, true);
        assertEquals(RATE / 2, path.capacityBytesPerSecond(), 0.02 * RATE);
        run(1_000, 3 * RATE, 20, true);
        assertEquals(3 * RATE, path.capacityBytesPerSecond(), 0.02 * RATE);
    }

    @Test
    void capacityBytesPerSecond_littleArrivesWithoutAQueue_stays() {
        run(1_000, RATE, 20, true);
        run(3_000, RATE / 10, 0, true);
        assertEquals(RATE, path.capacityBytesPerSecond(), 1);
    }

    @Test
    void capacityBytesPerSecond_littleToSend_stays() {
        run(1_000, RATE, 20, true);
        run(3_000, RATE / 10, 20, false);
        assertEquals(RATE, path.capacityBytesPerSecond(), 1);
    }

    /** Acknowledgements that are late by less look like a queue, but not for so long. */
    @Test
    void capacityBytesPerSecond_longQueueAllTheTime_followsHoweverLittleThereIsToSend() {
        run(1_000, RATE, 20, true);
        run(3_000, RATE / 2, 70, false);
        assertEquals(RATE / 2, path.capacityBytesPerSecond(), 0.02 * RATE);
    }

    @Test
    void capacityBytesPerSecond_longQueueForLessThanHalfASecondWithLittleToSend_stays() {
        run(1_000, RATE, 20, true);
        run(450, RATE / 2, 70, false);
        assertEquals(RATE, path.capacityBytesPerSecond(), 1);
    }

    @Test
    void capacityBytesPerSecond_moreArrivesWithoutAQueue_isBelievedAtOnce() {
        run(1_000, RATE, 20, true);
        run(150, 2 * RATE, 0, false);
        assertEquals(2 * RATE, path.capacityBytesPerSecond(), 1);
    }

    /** A segment takes 46 ms there. */
    @Test
    void capacityBytesPerSecond_slowPath_isNotMadeBySingleSegments() {
        for (int look = 1; look <= 500; look++) {
            now += LOOK_NANOS;
            delivered = Math.floor(31_250 * now * 1e-9 / 1_448) * 1_448;
            observe(20, true, 1_448);
            if (now > 2 * SECOND) {
                assertEquals(31_250, path.capacityBytesPerSecond(), 2_500, "look " + look);
            }
        }
    }

    @Test
    void capacityBytesPerSecond_nothingArrives_stays() {
        run(1_000, RATE, 20, true);
        run(2_000, 0, 500, true);
        assertEquals(RATE, path.capacityBytesPerSecond(), 1);
    }

    /** What was lost is sent again, and then all that waited for it counts as delivered at once. */
    @Test
    void capacityBytesPerSecond_silenceAndThenABurst_isNoRate() {
        run(1_000, RATE, 20, true);
        run(700, 0, 500, true);
        delivered += 0.7 * RATE;
        for (int look = 0; look < 200; look++) {
            run(10, RATE, 20, true);
            assertEquals(RATE, path.capacityBytesPerSecond(), 1, "look " + look);
        }
    }

    /** Readings that only come with answers tell nothing of a silence either. */
    @Test
    void capacityBytesPerSecond_nothingReadDuringASilence_isNoRate() {
        for (int answer = 0; answer < 20; answer++) {
            now += 100 * MILLI;
            delivered += 12_500;
            observe(20, true, 1_400);
        }
        now += 5 * SECOND;
        delivered += 12_500;
        observe(5_000, true, 1_400);
        assertEquals(RATE, path.capacityBytesPerSecond(), 1);
    }

    @Test
    void queueNanos_spike_isNoStandingQueue() {
        run(500, RATE, 5, true);
        run(20, RATE, 150, true);
        assertEquals(5e6, path.queueNanos(), 1);
        assertEquals(150e6, path.lastQueueNanos(), 1);
    }

    @Test
    void queueNanos_queueThatStays_showsOnceTheWindowIsOver() {
        run(500, RATE, 5, true);
        run(30, RATE, 150, true);
        assertEquals(5e6, path.queueNanos(), 1);
        run(10, RATE, 150, true);
        assertEquals(150e6, path.queueNanos(), 1);
    }

    /** One and a half of 25 KB take 300 ms. */
    @Test
    void queueNanos_largePackets_isLookedForBetweenTwoOfThem() {
        run(1_000, RATE, 5, true, 25_000);
        assertEquals(BASE_NANOS + 300e6, path.lagNanos(), 1e6);
        run(290, RATE, 150, true, 25_000);
        assertEquals(5e6, path.queueNanos(), 1);
        run(30, RATE, 150, true, 25_000);
        assertEquals(150e6, path.queueNanos(), 1);
    }

    @Test
    void lagNanos_packetOfAMegabyte_isASecondAtMost() {
        run(1_000, RATE, 5, true, 1_000_000);
        assertEquals((double) (BASE_NANOS + SECOND), path.lagNanos());
    }

    @Test
    void idle_afterALongQueue_isNoQueueAndKeepsTheCapacity() {
        run(1_000, RATE, 200, true);
        now += LOOK_NANOS;
        path.idle(now, BASE_NANOS, BASE_NANOS, (long) delivered);
        assertEquals(0, path.queueNanos());
        assertEquals(now, path.emptyNanos());
        assertEquals(now, path.progressNanos());
        assertEquals(RATE, path.capacityBytesPerSecond(), 1);
    }

    /** What arrived before and after a pause is no rate to believe. */
    @Test
    void capacityBytesPerSecond_afterAnIdlePause_isNotLowered() {
        run(1_000, RATE, 20, true);
        for (int look = 0; look < 50; look++) {
            now += 100 * MILLI;
            path.idle(now, BASE_NANOS, BASE_NANOS, (long) delivered);
        }
        run(2_000, RATE, 20, true);
        assertEquals(RATE, path.capacityBytesPerSecond(), 0.01 * RATE);
    }

    /** What is delivered is counted over one and a half of them, 786 ms: a pause in that is no part of the rate. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void capacityBytesPerSecond_largePacketsAfterAnIdlePause_isNotLowered(boolean saturated) {
        run(3_000, RATE, 100, saturated, 65_536);
        for (int look = 0; look < 500; look++) {
            now += LOOK_NANOS;
            path.idle(now, BASE_NANOS, BASE_NANOS, (long) delivered);
        }
        for (int look = 0; look < 200; look++) {
            run(10, RATE, 100, saturated, 65_536);
            assertEquals(RATE, path.capacityBytesPerSecond(), 0.01 * RATE, "look " + look);
        }
    }

    @Test
    void progressNanos_nothingArrives_stays() {
        run(500, RATE, 20, true);
        long last = now;
        run(5_000, 0, 900, true);
        assertEquals(last, path.progressNanos());
        assertEquals(900e6, path.queueNanos(), 1);
    }

    @Test
    void emptyNanos_roundTripNearTheSmallest_isThen() {
        run(500, RATE, 0, true);
        long empty = now;
        run(500, RATE, 4, true);
        assertEquals(empty, path.emptyNanos());
        run(10, RATE, 3, true);
        assertEquals(now, path.emptyNanos());
    }

    @Test
    void rebase_somebodyElsesQueue_isThePathFromNowOn() {
        run(1_000, RATE, 100, true);
        path.rebase(BASE_NANOS + 100e6, now);
        assertEquals(now, path.emptyNanos());
        run(500, RATE, 120, true);
        assertEquals(20e6, path.queueNanos(), 1);
        run(500, RATE, 50, true);
        assertEquals(BASE_NANOS + 50e6, path.minRttNanos(), 1);
        assertEquals(0, path.queueNanos(), 1);
    }

    @Test
    void queueNanos_pathGrewLonger_isGoneAfterHalfAMinute() {
        run(1_000, RATE, 0, false);
        run(28_000, RATE, 60, false);
        assertEquals(60e6, path.queueNanos(), 1);
        run(2_000, RATE, 60, false);
        assertEquals(0, path.queueNanos());
    }

    /** However the delays jump, the queue is the smallest of the last 30 ms, and no capacity is made up. */
    @Test
    void observe_randomDelaysAndBursts_isTheNaiveMinimumAndNoFasterThanAnyTenthOfASecond() {
        for (long seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            PathEstimate tested = new PathEstimate("probe", 0);
            List<Look> looks = new ArrayList<>();
            long at = 0;
            long bytes = 0;
            double fastest = 0;
            for (int i = 0; i < 1_000; i++) {
                at += random.nextLong(1, 30 * MILLI);
                bytes += random.nextInt(3) == 0 ? random.nextInt(1, 20_000) : 0;
                double queue = random.nextInt(100) * 1e6;
                // The first look sees the path empty.
                tested.observe(
                        at,
                        BASE_NANOS + queue,
                        BASE_NANOS + (i == 0 ? 0 : queue),
                        bytes,
                        BASE_NANOS + queue,
                        i % 7 < 6,
                        0);
                looks.add(new Look(at, bytes, queue));
                fastest = Math.max(fastest, fastest(looks));
                String where = "seed " + seed + ", look " + i;
                assertEquals(smallest(looks), tested.queueNanos(), 1, where);
                assertTrue(
                        !(tested.capacityBytesPerSecond() > fastest * 1.000_001),
                        where + ": " + tested.capacityBytesPerSecond());
            }
            assertTrue(tested.capacityBytesPerSecond() > 0, "seed " + seed);
        }
    }

    private record Look(long nanos, long delivered, double queueNanos) {}

    private static double smallest(List<Look> looks) {
        long end = looks.getLast().nanos();
        return looks.stream()
                .filter(look -> end - look.nanos() <= 30 * MILLI)
                .mapToDouble(Look::queueNanos)
                .min()
                .orElseThrow();
    }

    private static double fastest(List<Look> looks) {
        Look end = looks.getLast();
        return looks.stream()
                .filter(look -> end.nanos() - look.nanos() >= 100 * MILLI)
                .mapToDouble(look -> (end.delivered() - look.delivered()) * 1e9 / (end.nanos() - look.nanos()))
                .max()
                .orElse(0);
    }

    private void run(int millis, double bytesPerSecond, int queueMillis, boolean saturated) {
        run(millis, bytesPerSecond, queueMillis, saturated, 1_400);
    }

    private void run(int millis, double bytesPerSecond, int queueMillis, boolean saturated, long unitBytes) {
        for (long end = now + millis * MILLI; now < end; ) {
            now += LOOK_NANOS;
            delivered += bytesPerSecond * LOOK_NANOS * 1e-9;
            observe(queueMillis, saturated, unitBytes);
        }
    }

    private void observe(int queueMillis, boolean saturated, long unitBytes) {
        double delay = BASE_NANOS + queueMillis * 1e6;
        if (Double.isNaN(path.minRttNanos())) {
            path.rebase(BASE_NANOS, now);
        }
        path.observe(now, delay, delay, (long) delivered, delay, saturated, unitBytes);
    }
}
