package dev.sluice.engine.packet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Held messages of which any may come and go, the one with the earliest deadline first: a binary heap in which each knows its
 * place. Confined to the client's thread.
 */
final class DeadlineHeap {

    private static final int MIN_CAPACITY = 4;

    /** A heap that has become empty gives its memory back above this. */
    private static final int MAX_IDLE_CAPACITY = 1_024;

    private @Nullable HeldMessage[] heap = new @Nullable HeldMessage[MIN_CAPACITY];
    private int size;

    /** The message with the earliest deadline; null if there is none. */
    @Nullable
    HeldMessage first() {
        return heap[0];
    }

    void add(HeldMessage message) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        rise(size++, message);
    }

    /** Takes a message of this heap out. */
    void remove(HeldMessage message) {
        HeldMessage moved = at(--size);
        heap[size] = null;
        if (moved != message) {
            int hole = message.place(HeldLog.Order.READINESS);
            sink(hole, moved);
            rise(moved.place(HeldLog.Order.READINESS), moved);
        }
        if (size == 0 && heap.length > MAX_IDLE_CAPACITY) {
            heap = new @Nullable HeldMessage[MIN_CAPACITY];
        }
    }

    private void rise(int from, HeldMessage message) {
        int place = from;
        while (place > 0 && message.isEarlierThan(at((place - 1) / 2))) {
            put(place, at((place - 1) / 2));
            place = (place - 1) / 2;
        }
        put(place, message);
    }

    private void sink(int from, HeldMessage message) {
        int place = from;
        for (int child = 2 * place + 1; child < size; child = 2 * place + 1) {
            if (child + 1 < size && at(child + 1).isEarlierThan(at(child))) {
                child++;
            }
            if (!at(child).isEarlierThan(message)) {
                break;
            }
            put(place, at(child));
            place = child;
        }
        put(place, message);
    }

    private HeldMessage at(int place) {
        HeldMessage message = heap[place];
        if (message == null) {
            throw new IllegalStateException("expected a message at " + place + " of " + size + ", found none");
        }
        return message;
    }

    private void put(int place, HeldMessage message) {
        heap[place] = message;
        message.place(HeldLog.Order.READINESS, place);
    }
}
