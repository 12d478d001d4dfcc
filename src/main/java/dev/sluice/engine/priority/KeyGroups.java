package dev.sluice.engine.priority;

import java.util.Arrays;

/**
 * What the items of a {@link HeldPicture} wait for along their keys. Neighbours that share a key are one group, which waits for the
 * group before it on that key; what owns the key is a group by itself. An item could go once all its groups are the first ones
 * of their keys; its deferral clock runs once nothing without a deadline is left in the groups before its own. It is used again
 * and allocates only when it grows. Confined to the client's thread.
 */
final class KeyGroups {

    /** Hears what becomes of items as others leave. */
    interface Freed {

        /** Nothing blocks an item any longer. */
        void woken(int item);

        /** Nothing without a deadline stands before an item any longer. */
        void dated(int item);
    }

    private static final int NONE = HeldPicture.NONE;
    private static final int MIN_CAPACITY = 64;

    private int items;

    /** The first entry of each item, and where the last one's end. */
    private int[] firstEntry = new int[MIN_CAPACITY + 1];

    private int[] blockers = new int[MIN_CAPACITY];

    /** The groups before an item's own that keep its clock from running. */
    private int[] clockStops = new int[MIN_CAPACITY];

    private int entries;
    private int[] groupOf = new int[MIN_CAPACITY];
    private int[] itemOf = new int[MIN_CAPACITY];

    /** The entry after it in its group. */
    private int[] nextInGroup = new int[MIN_CAPACITY];

    private int groups;
    private int[] firstOfGroup = new int[MIN_CAPACITY];
    private int[] lastOfGroup = new int[MIN_CAPACITY];
    private int[] groupBefore = new int[MIN_CAPACITY];
    private int[] groupAfter = new int[MIN_CAPACITY];
    private boolean[] shared = new boolean[MIN_CAPACITY];

    /** Whether it is the first of its key. */
    private boolean[] open = new boolean[MIN_CAPACITY];

    /** How many of a group are left, and how many of them have no deadline. */
    private int[] left = new int[MIN_CAPACITY];

    private int[] undated = new int[MIN_CAPACITY];

    void clear() {
        items = 0;
        entries = 0;
        groups = 0;
    }

    /** For how many entries there is room. */
    int capacity() {
        return groupOf.length;
    }

    /** Adds an item without keys. */
    void addItem() {
        if (items == blockers.length) {
            resizeItems(2 * items);
        }
        blockers[items] = 0;
        clockStops[items] = 0;
        firstEntry[++items] = entries;
    }

    /**
     * Adds a key of the newest item. Returns its entry.
     *
     * @param previousEntry of what was held before it along the key; {@link HeldPicture#NONE} if nothing was
     */
    int addKey(int previousEntry, boolean exclusive, boolean isDated) {
        if (entries == groupOf.length) {
            resizeEntries(2 * entries);
        }
        int entry = entries++;
        int item = items - 1;
        firstEntry[items] = entries;
        int before = previousEntry == NONE ? NONE : groupOf[previousEntry];
        int group = before != NONE && !exclusive && shared[before] ? before : begin(before, exclusive);
        itemOf[entry] = item;
        groupOf[entry] = group;
        nextInGroup[entry] = NONE;
        if (firstOfGroup[group] == NONE) {
            firstOfGroup[group] = entry;
        } else {
            nextInGroup[lastOfGroup[group]] = entry;
        }
        lastOfGroup[group] = entry;
        left[group]++;
        blockers[item] += open[group] ? 0 : 1;
        if (!isDated) {
            undated[group]++;
            clockStops[item] += groupBefore[group] != NONE && undated[groupBefore[group]] > 0 ? 1 : 0;
        }
        return entry;
    }

    private int begin(int before, boolean exclusive) {
        int group = groups++;
        firstOfGroup[group] = NONE;
        groupBefore[group] = before;
        groupAfter[group] = NONE;
        shared[group] = !exclusive;
        open[group] = before == NONE;
        left[group] = 0;
        undated[group] = 0;
        if (before != NONE) {
            groupAfter[before] = group;
        }
        return group;
    }

    boolean isBlocked(int item) {
        return blockers[item] > 0;
    }

    /** An item has a deadline now, or is about to leave without one. */
    void date(int item, Freed freed) {
        for (int entry = firstEntry[item]; entry < firstEntry[item + 1]; entry++) {
            int group = groupOf[entry];
            int after = groupAfter[group];
            if (--undated[group] == 0 && after != NONE) {
                for (int next = firstOfGroup[after]; next != NONE; next = nextInGroup[next]) {
                    if (--clockStops[itemOf[next]] == 0) {
                        freed.dated(itemOf[next]);
                    }
                }
            }
        }
    }

    /** An item leaves that nothing blocks and that has been {@linkplain #date dated}. */
    void leave(int item, Freed freed) {
        for (int entry = firstEntry[item]; entry < firstEntry[item + 1]; entry++) {
            int group = groupOf[entry];
            if (--left[group] == 0 && groupAfter[group] != NONE) {
                open(groupAfter[group], freed);
            }
        }
    }

    private void open(int group, Freed freed) {
        open[group] = true;
        for (int entry = firstOfGroup[group]; entry != NONE; entry = nextInGroup[entry]) {
            if (--blockers[itemOf[entry]] == 0) {
                freed.woken(itemOf[entry]);
            }
        }
    }

    private void resizeItems(int capacity) {
        firstEntry = Arrays.copyOf(firstEntry, capacity + 1);
        blockers = Arrays.copyOf(blockers, capacity);
        clockStops = Arrays.copyOf(clockStops, capacity);
    }

    private void resizeEntries(int capacity) {
        groupOf = Arrays.copyOf(groupOf, capacity);
        itemOf = Arrays.copyOf(itemOf, capacity);
        nextInGroup = Arrays.copyOf(nextInGroup, capacity);
        firstOfGroup = Arrays.copyOf(firstOfGroup, capacity);
        lastOfGroup = Arrays.copyOf(lastOfGroup, capacity);
        groupBefore = Arrays.copyOf(groupBefore, capacity);
        groupAfter = Arrays.copyOf(groupAfter, capacity);
        shared = Arrays.copyOf(shared, capacity);
        open = Arrays.copyOf(open, capacity);
        left = Arrays.copyOf(left, capacity);
        undated = Arrays.copyOf(undated, capacity);
    }
}
