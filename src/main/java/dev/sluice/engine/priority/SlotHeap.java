package dev.sluice.engine.priority;

import java.util.Arrays;

/**
 * Numbers (slots) by score, the largest first, equal ones by age: a binary heap that lies in arrays of its own, so that
 * ordering touches none of the objects that the slots stand for. Scores count as floats, and ages by their lower 32 bits: both
 * lie in one long, so that a comparison is one. A score that is not a number counts as the largest: its entity is not left behind.
 */
final class SlotHeap {

    static final int NONE = -1;

    private static final long AGE = 0xFFFF_FFFFL;

    /** The scores, in an order that integers have, above the ages. */
    private long[] keys = new long[16];

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

    int size() {
        return size;
    }

    /** The slot at a place; that of the largest score is at 0, and those of large ones are at small places. */
    int slotAt(int place) {
        return slots[place];
    }

    /** The score of a slot; 0 if it is not there. */
    double score(int slot) {
        int place = slot < places.length ? places[slot] : NONE;
        return place == NONE ? 0 : Ranks.score((int) (keys[place] >> 32));
    }

    /** Adds a slot that is not there. */
    void add(int slot, double score, long sequence) {
        append(slot, score, sequence);
        siftUp(size - 1, slot, keys[size - 1]);
    }

    /** Adds a slot that is not there, for {@link #order} to find its place. */
    void append(int slot, double score, long sequence) {
        if (size == slots.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            slots = Arrays.copyOf(slots, 2 * size);
        }
        if (slot >= places.length) {
            int before = places.length;
            places = Arrays.copyOf(places, Math.max(slot + 1, 2 * before));
            Arrays.fill(places, before, places.length, NONE);
        }
        put(size++, slot, key(score, sequence));
    }

    private static long key(double score, long sequence) {
        return (long) Ranks.ordered((float) score) << 32 | (~sequence & AGE);
    }

    /** Makes a heap of what was appended (Floyd, 1964). */
    void order() {
        for (int i = size / 2 - 1; i >= 0; i--) {
            siftDown(i, slots[i], keys[i]);
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
        // What comes from the end mostly belongs there: the hole goes down without a look at it, and it comes up from
        // there.
        siftUp(sinkHole(hole), slots[size], keys[size]);
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            places[slots[i]] = NONE;
        }
        size = 0;
    }

    private void siftUp(int from, int slot, long key) {
        int index = from;
        while (index > 0) {
            int parent = (index - 1) / 2;
            if (key <= keys[parent]) {
                break;
            }
            put(index, slots[parent], keys[parent]);
            index = parent;
        }
        put(index, slot, key);
    }

    private void siftDown(int from, int slot, long key) {
        int index = from;
        for (int child = 2 * index + 1; child < size; child = 2 * index + 1) {
            child = larger(child);
            if (keys[child] <= key) {
                break;
            }
            put(index, slots[child], keys[child]);
            index = child;
        }
        put(index, slot, key);
    }

    /** Moves a hole down to where nothing is below it; returns where that is. */
    private int sinkHole(int from) {
        int index = from;
        for (int child = 2 * index + 1; child < size; child = 2 * index + 1) {
            child = larger(child);
            put(index, slots[child], keys[child]);
            index = child;
        }
        return index;
    }

    /** The larger of a place and its neighbour. */
    private int larger(int place) {
        return place + 1 < size && keys[place + 1] > keys[place] ? place + 1 : place;
    }

    private void put(int place, int slot, long key) {
        keys[place] = key;
        slots[place] = slot;
        places[slot] = place;
    }
}
