package dev.sluice.engine.adapt;

/**
 * The last markers sent and what had been written before each. A marker that is displaced by the {@value #CAPACITY}th
 * after it counts as unknown: a later one confirms what it would have confirmed. Confined to the client's thread.
 */
final class MarkerRing {

    /** At ten markers a second, 25 seconds' worth. */
    static final int CAPACITY = 1 << MarkerIds.SLOT_BITS;

    private final MarkerIds ids;
    private final int[] id = new int[CAPACITY];
    private final long[] bytes = new long[CAPACITY];
    private final long[] reliable = new long[CAPACITY];
    private final long[] sentNanos = new long[CAPACITY];
    private long next;
    private long oldest;

    MarkerRing(MarkerIds ids) {
        this.ids = ids;
    }

    /** Adds a marker and returns its id. */
    int add(long bytesBefore, long reliableBefore, long nowNanos) {
        int slot = slot(next);
        id[slot] = ids.next(slot);
        bytes[slot] = bytesBefore;
        reliable[slot] = reliableBefore;
        sentNanos[slot] = nowNanos;
        next++;
        oldest = Math.max(oldest, next - CAPACITY);
        return id[slot];
    }

    /** Takes out the marker of that id and all before it; returns its slot, or -1 if it is not outstanding. */
    int take(int markerId) {
        int slot = markerId & (CAPACITY - 1);
        long sequence = next - 1 - ((next - 1 - slot) & (CAPACITY - 1));
        if (sequence < oldest || id[slot] != markerId) {
            return -1;
        }
        oldest = sequence + 1;
        return slot;
    }

    /** Forgets all outstanding markers. */
    void clear() {
        oldest = next;
    }

    boolean isEmpty() {
        return oldest == next;
    }

    /** When the oldest outstanding marker was sent; only while there is one. */
    long oldestSentNanos() {
        return sentNanos[slot(oldest)];
    }

    /** What was written before the oldest outstanding marker; only while there is one. */
    long oldestBytesBefore() {
        return bytes[slot(oldest)];
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
