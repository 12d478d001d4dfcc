package dev.sluice.engine.priority;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Targets by score, the largest first, equal ones by age: a binary heap whose elements know their place in it. */
final class TargetHeap {

    private @Nullable TargetBacklog[] heap = new @Nullable TargetBacklog[16];
    private int size;

    @Nullable
    TargetBacklog first() {
        return size == 0 ? null : heap[0];
    }

    void add(TargetBacklog target) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        siftUp(size++, target);
    }

    /** Takes a target out if it stands in the heap. */
    void remove(TargetBacklog target) {
        int hole = target.heapIndex;
        if (hole == TargetBacklog.NOWHERE) {
            return;
        }
        target.heapIndex = TargetBacklog.NOWHERE;
        TargetBacklog moved = at(--size);
        heap[size] = null;
        if (hole != size) {
            settle(hole, moved);
        }
    }

    private void settle(int index, TargetBacklog target) {
        if (index > 0 && isSooner(target, at((index - 1) / 2))) {
            siftUp(index, target);
        } else {
            siftDown(index, target);
        }
    }

    private void siftUp(int from, TargetBacklog target) {
        int index = from;
        while (index > 0) {
            int parent = (index - 1) / 2;
            TargetBacklog above = at(parent);
            if (!isSooner(target, above)) {
                break;
            }
            place(index, above);
            index = parent;
        }
        place(index, target);
    }

    private void siftDown(int from, TargetBacklog target) {
        int index = from;
        for (int child = 2 * index + 1; child < size; child = 2 * index + 1) {
            if (child + 1 < size && isSooner(at(child + 1), at(child))) {
                child++;
            }
            TargetBacklog below = at(child);
            if (!isSooner(below, target)) {
                break;
            }
            place(index, below);
            index = child;
        }
        place(index, target);
    }

    private void place(int index, TargetBacklog target) {
        heap[index] = target;
        target.heapIndex = index;
    }

    private TargetBacklog at(int index) {
        TargetBacklog target = heap[index];
        if (target == null) {
            throw new IllegalStateException("expected a target at " + index + " of " + size + ", found none");
        }
        return target;
    }

    private static boolean isSooner(TargetBacklog a, TargetBacklog b) {
        return a.score > b.score || (a.score == b.score && a.scoredSequence - b.scoredSequence < 0);
    }
}
