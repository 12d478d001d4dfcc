package dev.sluice.engine.priority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SlotHeapTest {

    private record Scored(int slot, double score, long sequence) {}

    private static final Comparator<Scored> SOONER =
            Comparator.comparingDouble(Scored::score).reversed().thenComparingLong(Scored::sequence);

    private final SlotHeap heap = new SlotHeap();
    private final Map<Integer, Scored> expected = new HashMap<>();
    private long sequence;

    @Test
    void first_afterRandomChanges_isTheLargestScoreAndTheOldestOfEqualOnes() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int step = 0; step < 20_000; step++) {
            change(random);
            int first = expected.values().stream().min(SOONER).map(Scored::slot).orElse(SlotHeap.NONE);
            assertEquals(first, heap.first(), "seed " + seed + ", step " + step);
            if (first != SlotHeap.NONE) {
                assertEquals(
                        Objects.requireNonNull(expected.get(first)).score(),
                        heap.score(first),
                        "seed " + seed + ", step " + step);
            }
        }
    }

    /** An entity may be at a place that is not a number; what processors make of 0/0 would go last. */
    @Test
    void first_scoreThatIsNotANumber_isTheLargest() {
        heap.add(0, Double.POSITIVE_INFINITY, 0);
        heap.add(1, Float.intBitsToFloat(0xFFC0_0000), 1);
        heap.add(2, 1, 2);
        assertEquals(1, heap.first());
    }

    private void change(Random random) {
        int slot = random.nextInt(100);
        switch (random.nextInt(36)) {
            case 0 -> orderAnew(random);
            case 1, 2, 3, 4, 5, 6, 7, 8 -> remove(random.nextInt(150));
            case 9, 10, 11, 12 -> remove(heap.first());
            default -> {
                if (!expected.containsKey(slot)) {
                    Scored scored = scored(slot, random);
                    heap.add(slot, scored.score(), scored.sequence());
                }
            }
        }
    }

    private void orderAnew(Random random) {
        heap.clear();
        expected.clear();
        for (int slot = 0; slot < random.nextInt(100); slot++) {
            Scored scored = scored(slot, random);
            heap.append(slot, scored.score(), scored.sequence());
        }
        heap.order();
    }

    private void remove(int slot) {
        if (slot != SlotHeap.NONE) {
            heap.remove(slot);
            expected.remove(slot);
        }
    }

    /** Few different scores, so that many are equal; such as chunks have, below zero, and fractions, as entities have. */
    private Scored scored(int slot, Random random) {
        Scored scored = new Scored(slot, (random.nextInt(10) - 5) / 4.0, sequence++);
        expected.put(slot, scored);
        return scored;
    }
}
