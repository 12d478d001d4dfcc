package dev.sluice.engine.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class DeliveryHistoryTest {

    private static final long MILLI = 1_000_000L;
    private static final int ENTRIES_KEPT = 256;

    private final DeliveryHistory history = new DeliveryHistory();

    @Test
    void queries_withoutAnEntry_areUnknown() {
        assertTrue(Double.isNaN(history.rateOver(MILLI)));
        assertTrue(Double.isNaN(history.smallestQueue(MILLI)));
    }

    @Test
    void rateOver_historyShorterThanTheWindow_isUnknown() {
        history.add(0, 0, 0);
        history.add(99 * MILLI, 5_000, 0);
        assertTrue(Double.isNaN(history.rateOver(100 * MILLI)));
        history.add(100 * MILLI, 5_000, 0);
        assertEquals(50_000, history.rateOver(100 * MILLI), 1e-6);
    }

    @Test
    void rateOver_noEntryAtTheWindowsStart_looksFurtherBack() {
        history.add(0, 0, 0);
        history.add(80 * MILLI, 9_000, 0);
        history.add(160 * MILLI, 16_000, 0);
        assertEquals(100_000, history.rateOver(100 * MILLI), 1e-6);
    }

    @Test
    void rateOver_nothingArrives_isZero() {
        history.add(0, 7_000, 0);
        history.add(100 * MILLI, 7_000, 0);
        assertEquals(0, history.rateOver(100 * MILLI));
    }

    @Test
    void smallestQueue_shortEntryHasExpired_countsNoMore() {
        history.add(0, 0, 1e6);
        history.add(20 * MILLI, 0, 9e6);
        assertEquals(1e6, history.smallestQueue(30 * MILLI));
        history.add(30 * MILLI, 0, 8e6);
        assertEquals(1e6, history.smallestQueue(30 * MILLI), "the window's edge is in it");
        history.add(31 * MILLI, 0, 9e6);
        assertEquals(8e6, history.smallestQueue(30 * MILLI));
    }

    @Test
    void rateOver_clockOverflows_isTheDifference() {
        long start = Long.MAX_VALUE - 50 * MILLI;
        history.add(start, 0, 2e6);
        history.add(start + 100 * MILLI, 10_000, 5e6);
        assertEquals(100_000, history.rateOver(100 * MILLI), 1e-6);
        assertEquals(2e6, history.smallestQueue(100 * MILLI));
    }

    /** A list of what the history keeps gives the same answers, with bursts and pauses, long after the ring is full. */
    @Test
    void queries_randomEntries_equalANaiveList() {
        for (long seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            DeliveryHistory tested = new DeliveryHistory();
            List<Entry> kept = new ArrayList<>();
            long now = random.nextLong();
            long delivered = 0;
            for (int i = 0; i < 700; i++) {
                now += random.nextInt(20) == 0 ? random.nextLong(2_000 * MILLI) : random.nextLong(1, 20 * MILLI);
                delivered += random.nextInt(3) == 0 ? 0 : random.nextInt(5_000);
                if (random.nextInt(200) == 0) {
                    kept.clear();
                    tested.restart();
                }
                Entry entry = new Entry(now, delivered, random.nextInt(100) * 1e6);
                kept.add(entry);
                tested.add(entry.nanos(), entry.delivered(), entry.queueNanos());
                if (kept.size() > ENTRIES_KEPT) {
                    kept.removeFirst();
                }
                long window = random.nextLong(1, 3_000 * MILLI);
                String where = "seed " + seed + ", entry " + i + ", window " + window;
                assertEquals(smallest(kept, window), tested.smallestQueue(window), where);
                assertEquals(rate(kept, window), tested.rateOver(window), 1e-3, where);
            }
        }
    }

    private record Entry(long nanos, long delivered, double queueNanos) {}

    private static double smallest(List<Entry> entries, long windowNanos) {
        long end = entries.getLast().nanos();
        return entries.stream()
                .filter(entry -> end - entry.nanos() <= windowNanos)
                .mapToDouble(Entry::queueNanos)
                .min()
                .orElseThrow();
    }

    private static double rate(List<Entry> entries, long windowNanos) {
        Entry end = entries.getLast();
        double rate = Double.NaN;
        for (Entry entry : entries) {
            if (end.nanos() - entry.nanos() >= windowNanos) {
                rate = (end.delivered() - entry.delivered()) * 1e9 / (end.nanos() - entry.nanos());
            }
        }
        return rate;
    }
}
