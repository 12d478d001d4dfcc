package dev.sluice.engine.priority;

import java.util.Arrays;

/**
 * Items of a {@link HeldPicture} that could go, by a rank, the smallest first, equal ones in the order in which they came.
 * Confined to the client's thread.
 */
final class RankedItems {

    /** Deadlines are ranked in units of 2^14 ns, 16 µs, which reach nine hours. */
    private static final int DUE_SHIFT = 14;

    private final HeldPicture held;

    /** The rank above the number of the item. */
    private final LongHeap order = new LongHeap();

    private int[] items = new int[16];
    private int size;

    RankedItems(HeldPicture held) {
        this.held = held;
    }

    void clear() {
        size = 0;
        order.clear();
    }

    void addByDeadline(int item) {
        int rank = Math.clamp(held.dueNanos(item) >> DUE_SHIFT, Integer.MIN_VALUE, Integer.MAX_VALUE);
        order.add(Ranks.of(rank, number(item)));
    }

    /** The largest score comes first. */
    void addByScore(int item) {
        order.add(Ranks.byScore(held.score(item), number(item)));
    }

    private int number(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        items[size] = item;
        return size++;
    }

    /** The first item that has not been served; {@link HeldPicture#NONE} if there is none. */
    int first() {
        while (!order.isEmpty()) {
            int item = items[Ranks.number(order.first())];
            if (!held.isServed(item)) {
                return item;
            }
            order.removeFirst();
        }
        return HeldPicture.NONE;
    }
}
