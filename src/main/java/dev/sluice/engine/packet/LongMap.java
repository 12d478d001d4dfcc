package dev.sluice.engine.packet;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A map from longs to objects that allocates only when it grows: open addressing with linear probing, and deletion that
 * shifts back what follows (Knuth, The Art of Computer Programming, vol. 3, 6.4, algorithm R). Not thread-safe.
 */
final class LongMap<V> {

    private static final int MIN_CAPACITY = 16;

    /** Above this a map that has become empty gives its memory back, unless it was filled meanwhile. */
    private static final int MAX_IDLE_CAPACITY = 1_024;

    /** A map that is filled to at least this part each time keeps its memory: it would only grow again. */
    private static final int USED_PART = 16;

    /** 2^64 divided by the golden ratio: spreads neighbouring keys (Fibonacci hashing). */
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private long[] keys = new long[MIN_CAPACITY];
    private @Nullable Object[] values = new @Nullable Object[MIN_CAPACITY];
    private int size;

    /** The largest size since the map was empty. */
    private int peak;

    int size() {
        return size;
    }

    @Nullable
    V get(long key) {
        return valueAt(find(key));
    }

    /** Puts a value in the place of whatever the key had. */
    void put(long key, V value) {
        int at = find(key);
        if (values[at] == null) {
            if (2 * (size + 1) > keys.length) {
                resize(2 * keys.length);
                at = find(key);
            }
            size++;
            peak = Math.max(peak, size);
        }
        keys[at] = key;
        values[at] = value;
    }

    /** Takes a key out; returns what it had. */
    @Nullable
    V remove(long key) {
        int hole = find(key);
        V removed = valueAt(hole);
        if (removed == null) {
            return null;
        }
        size--;
        int mask = keys.length - 1;
        values[hole] = null;
        for (int i = (hole + 1) & mask; values[i] != null; i = (i + 1) & mask) {
            // An entry may move into the hole unless its own slot lies between the hole and where it stands.
            if (((i - slot(keys[i])) & mask) >= ((i - hole) & mask)) {
                keys[hole] = keys[i];
                values[hole] = values[i];
                values[i] = null;
                hole = i;
            }
        }
        if (size == 0) {
            if (keys.length > MAX_IDLE_CAPACITY && peak < keys.length / USED_PART) {
                clear();
            }
            peak = 0;
        }
        return removed;
    }

    /** Shows every value; the map must not change meanwhile. */
    void forEach(Consumer<? super V> action) {
        for (int i = 0; i < values.length; i++) {
            V value = valueAt(i);
            if (value != null) {
                action.accept(value);
            }
        }
    }

    void clear() {
        keys = new long[MIN_CAPACITY];
        values = new @Nullable Object[MIN_CAPACITY];
        size = 0;
        peak = 0;
    }

    private int slot(long key) {
        return (int) ((key * GOLDEN) >>> 32) & (keys.length - 1);
    }

    private int find(long key) {
        int mask = keys.length - 1;
        int at = slot(key);
        while (values[at] != null && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    @SuppressWarnings("unchecked") // only put writes values
    private @Nullable V valueAt(int at) {
        return (V) values[at];
    }

    private void resize(int capacity) {
        long[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new long[capacity];
        values = new @Nullable Object[capacity];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}
