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
    public static final long NEVER = Long.MAX_VALUE;

    private static final int MIN_CAPACITY = 64;

    private static final int PERISHABLE = 1;
    private static final int RING = 2;
    private static final int SERVED = 4;
    private static final int STATE_ONLY = 8;
    private static final int TERRAIN = 16;

    private int size;
    private byte[] classes = new byte[MIN_CAPACITY];
    private byte[] flags = new byte[MIN_CAPACITY];
    private int[] bytes = new int[MIN_CAPACITY];
    private float[] scores = new float[MIN_CAPACITY];
    private long[] due = new long[MIN_CAPACITY];

    /** The row of the entity that an item is about. */
    private int[] rows = new int[MIN_CAPACITY];

    /** The item after it in the list that its class keeps of its target. */
    private int[] next = new int[MIN_CAPACITY];

    private final KeyGroups keys = new KeyGroups();

    /** Begins a new picture. */
    public void clear() {
        keys.clear();
        size = 0;
    }

    /**
     * Adds a held message of a class. Returns its item.
     *
     * @param dueNanos after so long it is overdue; {@link #NEVER} while its deferral clock does not run
     */
    public int add(MessagePriority messageClass, long estimatedBytes, long dueNanos) {
        if (size == bytes.length) {
            resize(2 * size);
        }
        int item = size++;
        classes[item] = (byte) messageClass.ordinal();
        flags[item] = 0;
        bytes[item] = Math.clamp(estimatedBytes, 1, Integer.MAX_VALUE);
        scores[item] = 0;
        due[item] = dueNanos;
        next[item] = NONE;
        rows[item] = EntityMemory.NO_ROW;
        keys.addItem();
        return item;
    }

    /**
     * Says that the newest item is ordered along a key. Returns its entry there.
     *
     * @param previousEntry of what was held before it along the key; {@link #NONE} if nothing was
     * @param exclusive whether it owns the key
     */
    public int key(int previousEntry, boolean exclusive) {
        return keys.addKey(previousEntry, exclusive, due[size - 1] != NEVER);
    }

    /** For how many items, or places of theirs along keys, there is room. */
    int capacity() {
        return Math.max(bytes.length, keys.capacity());
    }

    /** An item never gets a deadline. */
    public void terrain(int item) {
        flags[item] |= TERRAIN;
    }

    /** An item is of a chunk with this score. */
    public void score(int item, double score) {
        scores[item] = (float) score;
    }

    /**
     * An item of the class of entities is about the one with this row.
     *
     * @param stateOnly whether no fact waits for its state, so that an update interval may withhold that
     */
    public void about(int item, int entityRow, boolean stateOnly) {
        rows[item] = entityRow;
        if (stateOnly) {
            flags[item] |= STATE_ONLY;
        }
    }

    /** An item is dropped once it is overdue. */
    public void perishable(int item) {
        flags[item] |= PERISHABLE;
    }

    /** An item is a chunk around the player, see {@link PrioritizationManager#favourRing}. */
    public void inRing(int item) {
        flags[item] |= RING;
    }

    KeyGroups keys() {
        return keys;
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

    void due(int item, long nanos) {
        due[item] = nanos;
    }

    float score(int item) {
        return scores[item];
    }

    int row(int item) {
        return rows[item];
    }

    boolean mayBeWithheld(int item) {
        return (flags[item] & STATE_ONLY) != 0;
    }

    boolean isInRing(int item) {
        return (flags[item] & RING) != 0;
    }

    boolean isTerrain(int item) {
        return (flags[item] & TERRAIN) != 0;
    }

    void serve(int item) {
        flags[item] |= SERVED;
    }

    boolean isServed(int item) {
        return (flags[item] & SERVED) != 0;
    }

    /** Whether an item has been dropped by a time, if it has not been served. */
    boolean isStale(int item, long atNanos) {
        return (flags[item] & PERISHABLE) != 0 && atNanos > due[item];
    }

    /** Has an item follow another one in a list. */
    void link(int last, int item) {
        next[last] = item;
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
        rows = Arrays.copyOf(rows, capacity);
        next = Arrays.copyOf(next, capacity);
    }
}
