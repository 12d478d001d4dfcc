package dev.sluice.engine.priority;

import java.util.Arrays;

/** Numbers, the smallest first: a binary heap that allocates only when it grows. Confined to the client's thread. */
final class LongHeap {

    private long[] values = new long[16];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The smallest; the heap must not be empty. */
    long first() {
        return values[0];
    }

    void add(long value) {
        append(value);
        int index = size - 1;
        while (index > 0 && value < values[(index - 1) / 2]) {
            values[index] = values[(index - 1) / 2];
            index = (index - 1) / 2;
        }
        values[index] = value;
    }

    /** Adds one for {@link #order} to find its place. */
    void append(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    /** Makes a heap of what was appended (Floyd, 1964). */
    void order() {
        for (int i = size / 2 - 1; i >= 0; i--) {
            siftDown(i, values[i]);
        }
    }

    /** Takes out the smallest; the heap must not be empty. */
    void removeFirst() {
        long moved = values[--size];
        siftDown(0, moved);
    }

    private void siftDown(int from, long value) {
        int index = from;
        for (int child = 2 * index + 1; child < size; child = 2 * index + 1) {
            if (child + 1 < size && values[child + 1] < values[child]) {
                child++;
            }
            if (values[child] >= value) {
                break;
            }
            values[index] = values[child];
            index = child;
        }
        values[index] = value;
    }
}
