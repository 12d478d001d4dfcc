package dev.sluice.engine.priority;

import java.util.Arrays;

/** Items of a {@link HeldPicture} by a rank, the smallest first, equal ones by age. Confined to the client's thread. */
final class RankedItems {

    private static final int MIN_CAPACITY = 16;

    /** A longer list gives its memory back once little is held. */
    private static final int MAX_IDLE_CAPACITY = 4_096;

    /** Deadlines are ranked in units of 2^14 ns, 16 µs, which reach nine hours. */
    private static final int DUE_SHIFT = 14;

    private final HeldPicture held;

    /** The rank above the item. */
    private long[] keys = new long[MIN_CAPACITY];

    private int size;
    private int next;
    private boolean sorted;

    RankedItems(HeldPicture held) {
        this.held = held;
    }

    void clear() {
        if (keys.length > MAX_IDLE_CAPACITY && size < keys.length / 16) {
            keys = new long[MIN_CAPACITY];
        }
        size = 0;
        next = 0;
        sorted = true;
    }

    void addByDeadline(int item) {
        add(Math.clamp(held.dueNanos(item) >> DUE_SHIFT, Integer.MIN_VALUE, Integer.MAX_VALUE), item);
    }

    /** The largest score comes first. */
    void addByScore(int item) {
        int bits = Float.floatToIntBits(-held.score(item));
        add(bits ^ ((bits >> 31) & Integer.MAX_VALUE), item);
    }

    private void add(int rank, int item) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        long key = ((long) rank << Integer.SIZE) | item;
        sorted &= size == 0 || keys[size - 1] < key;
        keys[size++] = key;
    }

    /** The first item that is not gone by a time; {@link HeldPicture#NONE} if there is none. Times must not go back. */
    int first(long atNanos) {
        if (!sorted) {
            Arrays.sort(keys, 0, size);
            sorted = true;
        }
        while (next < size && held.isGone((int) keys[next], atNanos)) {
            next++;
        }
        return next < size ? (int) keys[next] : HeldPicture.NONE;
    }
}
