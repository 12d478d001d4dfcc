package dev.sluice.engine.adapt;

/**
 * The last markers sent and what had been written before each. The ids are a range of their own and are used again after
 * {@value MarkerIds#COUNT}; of the {@value #CAPACITY} newest, each has one of its own. A marker that is displaced counts as unknown:
 * a later one confirms what it would have confirmed. Confined to the client's thread.
 */
final class MarkerRing {

    /** At ten markers a second, fifty seconds' worth. */
    static final int CAPACITY = 512;

    private final long[] bytes = new long[CAPACITY];
    private final long[] reliable = new long[CAPACITY];
    private final long[] sentNanos = new long[CAPACITY];
    private long next;
    private long oldest;

    /** Adds a marker and returns its id. */
    int add(long bytesBefore, long reliableBefore, long nowNanos) {
        int slot = slot(next);
        bytes[slot] = bytesBefore;
        reliable[slot] = reliableBefore;
        sentNanos[slot] = nowNanos;
        int id = MarkerIds.FIRST + (int) (next & (MarkerIds.COUNT - 1));
        next++;
        oldest = Math.max(oldest, next - CAPACITY);
        return id;
    }

    /** Takes out the marker of that id and all before it; returns its slot, or -1 if it is not outstanding. */
    int take(int id) {
        if (!MarkerIds.isOurs(id)) {
            return -1;
        }
        long back = (next - 1 - (id - MarkerIds.FIRST)) & (MarkerIds.COUNT - 1);
        long sequence = next - 1 - back;
        if (sequence < oldest) {
            return -1;
        }
        oldest = sequence + 1;
        return slot(sequence);
    }

    /** Forgets all outstanding markers. */
    void clear() {
        oldest = next;
    }

    long bytesBefore(int slot) {
        return bytes[slot];
    }

    long reliableBefore(int slot) {
        return reliable[slot];
    }

    long sentNanos(int slot) {
        return sentNanos[slot];
    }

    private static int slot(long sequence) {
        return (int) (sequence & (CAPACITY - 1));
    }
}
