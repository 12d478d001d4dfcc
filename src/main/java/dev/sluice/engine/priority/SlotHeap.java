package dev.sluice.engine.priority;

import java.util.Arrays;

/**
 * Numbers (slots) by score, the largest first, equal ones by age: a binary heap that lies in arrays of its own, so that
 * ordering touches none of the objects that the slots stand for.
 */
final class SlotHeap {

    static final int NONE = -1;

    private double[] scores = new double[16];
    private long[] sequences = new long[16];
    private int[] slots = new int[16];
    private int size;

    /** Where each slot stands in the heap. */
    private int[] places = new int[16];

    SlotHeap() {
        Arrays.fill(places, NONE);
    }

    /** The slot with the largest score; {@link #NONE} if there is none. */
    int first() {
        return size == 0 ? NONE : slots[0];
    }

    boolean has(int slot) {
        return slot < places.length && places[slot] != NONE;
    }

    /** The score of a slot; 0 if it is not there. */
    double score(int slot) {
        int place = slot < places.length ? places[slot] : NONE;
        return place == NONE ? 0 : scores[place];
    }

    /** Adds a slot that is not there. */
    void add(int slot, double score, long sequence) {
        append(slot, score, sequence);
        siftUp(size - 1, slot, score, sequence);
    }

    /** Adds a slot that is not there, for {@link #order} to find its place. */
    void append(int slot, double score, long sequence) {
        if (size == slots.length) {
            scores = Arrays.copyOf(scores, 2 * size);
            sequences = Arrays.copyOf(sequences, 2 * size);
            slots = Arrays.copyOf(slots, 2 * size);
        }
        if (slot >= places.length) {
            int before = places.length;
            places = Arrays.copyOf(places, Math.max(slot + 1, 2 * before));
            Arrays.fill(places, before, places.length, NONE);
        }
        put(size++, slot, score, sequence);
    }

    /** Makes a heap of what was appended (Floyd, 1964). */
    void order() {
        for (int i = size / 2 - 1; i >= 0; i--) {
            siftDown(i, slots[i], scores[i], sequences[i]);
        }
    }

    /** Takes a slot out if it is there. */
    void remove(int slot) {
        int hole = slot < places.length ? places[slot] : NONE;
        if (hole == NONE) {
            return;
        }
        places[slot] = NONE;
        size--;
        if (hole == size) {
            return;
        }
        int moved = slots[size];
        double score = scores[size];
        long sequence = sequences[size];
        if (hole > 0 && isSooner(score, sequence, (hole - 1) / 2)) {
            siftUp(hole, moved, score, sequence);
        } else {
            siftDown(hole, moved, score, sequence);
        }
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            places[slots[i]] = NONE;
        }
        size = 0;
    }

    private void siftUp(int from, int slot, double score, long sequence) {
        int index = from;
        while (index > 0) {
            int parent = (index - 1) / 2;
            if (!isSooner(score, sequence, parent)) {
                break;
            }
            put(index, slots[parent], scores[parent], sequences[parent]);
            index = parent;
        }
        put(index, slot, score, sequence);
    }

    private void siftDown(int from, int slot, double score, long sequence) {
        int index = from;
        for (int child = 2 * index + 1; child < size; child = 2 * index + 1) {
            if (child + 1 < size && isSooner(scores[child + 1], sequences[child + 1], child)) {
                child++;
            }
            if (!isSooner(scores[child], sequences[child], score, sequence)) {
                break;
            }
            put(index, slots[child], scores[child], sequences[child]);
            index = child;
        }
        put(index, slot, score, sequence);
    }

    private void put(int place, int slot, double score, long sequence) {
        scores[place] = score;
        sequences[place] = sequence;
        slots[place] = slot;
        places[slot] = place;
    }

    private boolean isSooner(double score, long sequence, int than) {
        return isSooner(score, sequence, scores[than], sequences[than]);
    }

    private static boolean isSooner(double score, long sequence, double thanScore, long thanSequence) {
        return score > thanScore || (score == thanScore && sequence - thanSequence < 0);
    }
}
