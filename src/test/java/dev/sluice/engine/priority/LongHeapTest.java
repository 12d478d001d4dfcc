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
    void clear_somethingIsLeft_beginsAnew() {
        LongHeap heap = new LongHeap();
        heap.add(0);
        heap.clear();
        fillAndEmpty(heap, 100);
    }

    private static void fillAndEmpty(LongHeap heap, int count) {
        for (int i = 0; i < count; i++) {
            heap.add(count - i);
        }
        for (int i = 1; i <= count; i++) {
            assertEquals(i, heap.first());
            heap.removeFirst();
        }
        assertTrue(heap.isEmpty());
    }

    /** As in the order that is rehearsed: see SlotHeapTest. */
    @Test
    void byScore_scoreThatIsNotANumber_isTheLargest() {
        for (float nan : new float[] {Float.NaN, Float.intBitsToFloat(0xFFC0_0000)}) {
            assertTrue(Ranks.byScore(nan, Integer.MAX_VALUE) < Ranks.byScore(Float.POSITIVE_INFINITY, 0));
        }
    }

    @Test
    void score_ofAnOrderedScore_isTheSame() {
        for (float score :
                new float[] {Float.POSITIVE_INFINITY, 3, 0, -0f, -0.5f, Float.NEGATIVE_INFINITY, Float.NaN}) {
            assertEquals(score, Ranks.score(Ranks.ordered(score)));
        }
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
