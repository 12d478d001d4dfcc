package dev.sluice.engine.priority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LongHeapTest {

    @Test
    void first_randomAddsAndRemovals_isTheSmallest() {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        LongHeap heap = new LongHeap();
        PriorityQueue<Long> expected = new PriorityQueue<>();
        for (int i = 0; i < 100; i++) {
            long value = random.nextLong(50);
            heap.append(value);
            expected.add(value);
        }
        heap.order();
        for (int i = 0; i < 10_000; i++) {
            if (random.nextInt(20) != 0 && !expected.isEmpty() && random.nextBoolean()) {
                assertEquals(expected.poll(), heap.first(), "seed " + seed + ", step " + i);
                heap.removeFirst();
            } else {
                long value = random.nextLong();
                heap.add(value);
                expected.add(value);
            }
            assertEquals(expected.isEmpty(), heap.isEmpty());
        }
        heap.clear();
        assertTrue(heap.isEmpty());
    }

    @Test
    void byScore_scoresOfAllSigns_largestFirstThenByNumber() {
        float[] scores = {Float.POSITIVE_INFINITY, 3, 0.5f, 0, -0.5f, -3, Float.NEGATIVE_INFINITY};
        for (int i = 1; i < scores.length; i++) {
            assertTrue(Ranks.byScore(scores[i - 1], Integer.MAX_VALUE) < Ranks.byScore(scores[i], 0));
        }
        assertTrue(Ranks.byScore(1, 4) < Ranks.byScore(1, 5));
        assertEquals(5, Ranks.number(Ranks.byScore(-1, 5)));
    }
}
