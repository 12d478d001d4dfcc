package dev.sluice.engine.priority;

import java.util.Arrays;

/**
 * A picture of what is held at one moment, as far as it decides when what is served: an item for each message, the oldest
 * first. Times are nanoseconds from that moment on. It is used again and allocates only when it grows. Confined to the
 * client's thread.
 */
public final class HeldPicture {

    /** Stands for "no item". */
    public static final int NONE = -1;

    /** The deadline of what has none. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int MIN_CAPACITY = 64;

    /** A larger picture gives its memory back once little is held. */
    private static final int MAX_IDLE_CAPACITY = 4_096;

    private static final int PERISHABLE = 1;
    private static final int RING = 2;
    private static final int SERVED = 4;

    private int size;
    private byte[] classes = new byte[MIN_CAPACITY];
    private byte[] flags = new byte[MIN_CAPACITY];
    private int[] bytes = new int[MIN_CAPACITY];
    private float[] scores = new float[MIN_CAPACITY];
    private long[] due = new long[MIN_CAPACITY];

    /** The terrain that an item without a deadline waits for. */
    private int[] terrain = new int[MIN_CAPACITY];

    /** The last of those that wait for a terrain item; they form a ring by {@link #next}. */
    private int[] lastBehind = new int[MIN_CAPACITY];

    private int[] next = new int[MIN_CAPACITY];

    /** Begins a new picture. */
    public void clear() {
        if (bytes.length > MAX_IDLE_CAPACITY && size < bytes.length / 16) {
            resize(MIN_CAPACITY);
        }
        size = 0;
    }

    /**
     * Adds a held message of a class, without a deadline. Returns its item.
     *
     * @param score its target's, {@link Double#NEGATIVE_INFINITY} if that could not go now
     */
    public int add(MessagePriority messageClass, double score, long estimatedBytes) {
        if (size == bytes.length) {
            resize(2 * size);
        }
        int item = size++;
        classes[item] = (byte) messageClass.ordinal();
        flags[item] = 0;
        bytes[item] = Math.clamp(estimatedBytes, 1, Integer.MAX_VALUE);
        scores[item] = (float) score;
        due[item] = NEVER;
        terrain[item] = NONE;
        lastBehind[item] = NONE;
        next[item] = NONE;
        return item;
    }

    /** An item is overdue after so long. */
    public void due(int item, long nanos) {
        due[item] = nanos;
    }

    /** An item is dropped once it is overdue. */
    public void perishable(int item) {
        flags[item] |= PERISHABLE;
    }

    /** An item is a chunk around the player, see {@link PrioritizationManager#favourRing}. */
    public void inRing(int item) {
        flags[item] |= RING;
    }

    /** An item could not go before some terrain has gone, and has no deadline until then. */
    public void behind(int item, int terrainItem) {
        terrain[item] = terrainItem;
        int last = lastBehind[terrainItem];
        if (last == NONE) {
            next[item] = item;
        } else {
            next[item] = next[last];
            next[last] = item;
        }
        lastBehind[terrainItem] = item;
    }

    /** The terrain that an item waits for; {@link #NONE} if it does not. */
    public int terrainBefore(int item) {
        return terrain[item];
    }

    int size() {
        return size;
    }

    int classOf(int item) {
        return classes[item];
    }

    int bytes(int item) {
        return bytes[item];
    }

    long dueNanos(int item) {
        return due[item];
    }

    float score(int item) {
        return scores[item];
    }

    boolean isInRing(int item) {
        return (flags[item] & RING) != 0;
    }

    void serve(int item) {
        flags[item] |= SERVED;
    }

    /** Whether an item has been served, or dropped by that time. */
    boolean isGone(int item, long atNanos) {
        return (flags[item] & SERVED) != 0 || ((flags[item] & PERISHABLE) != 0 && atNanos > due[item]);
    }

    /** Takes out the oldest item that waits for a terrain item; {@link #NONE} if none does. */
    int pollBehind(int terrainItem) {
        int last = lastBehind[terrainItem];
        if (last == NONE) {
            return NONE;
        }
        int first = next[last];
        if (first == last) {
            lastBehind[terrainItem] = NONE;
        } else {
            next[last] = next[first];
        }
        next[first] = NONE;
        return first;
    }

    /** Appends an item to a list of which the last is known, if it has one. */
    void link(int last, int item) {
        next[item] = NONE;
        if (last != NONE) {
            next[last] = item;
        }
    }

    int next(int item) {
        return next[item];
    }

    private void resize(int capacity) {
        classes = Arrays.copyOf(classes, capacity);
        flags = Arrays.copyOf(flags, capacity);
        bytes = Arrays.copyOf(bytes, capacity);
        scores = Arrays.copyOf(scores, capacity);
        due = Arrays.copyOf(due, capacity);
        terrain = Arrays.copyOf(terrain, capacity);
        lastBehind = Arrays.copyOf(lastBehind, capacity);
        next = Arrays.copyOf(next, capacity);
    }
}
