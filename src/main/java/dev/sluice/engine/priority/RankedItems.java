package dev.sluice.engine.priority;

/**
 * Items of a {@link HeldPicture} that could go, by a rank, the smallest first, equal ones by age. Confined to the
 * client's thread.
 */
final class RankedItems {

    /** Deadlines are ranked in units of 2^14 ns, 16 µs, which reach nine hours. */
    private static final int DUE_SHIFT = 14;

    private final HeldPicture held;

    /** The rank above the number of the item. */
    private final LongHeap order = new LongHeap();

    RankedItems(HeldPicture held) {
        this.held = held;
    }

    void clear() {
        order.clear();
    }

    void addByDeadline(int item) {
        int rank = Math.clamp(held.dueNanos(item) >> DUE_SHIFT, Integer.MIN_VALUE, Integer.MAX_VALUE);
        order.add(Ranks.of(rank, item));
    }

    /** The largest score comes first. */
    void addByScore(int item) {
        order.add(Ranks.byScore(held.score(item), item));
    }

    /** The first item that has not been served; {@link HeldPicture#NONE} if there is none. */
    int first() {
        while (!order.isEmpty()) {
            int item = Ranks.number(order.first());
            if (!held.isServed(item)) {
                return item;
            }
            order.removeFirst();
        }
        return HeldPicture.NONE;
    }
}
