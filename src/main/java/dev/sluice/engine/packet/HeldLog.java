package dev.sluice.engine.packet;

import org.jspecify.annotations.Nullable;

/**
 * Held messages in order, each of which knows its place: a ring with gaps. What comes and goes touches no other message, as
 * it would between links: the others are mostly far from the processor. Confined to the client's thread.
 */
final class HeldLog {

    /** The orders in which a message has a place, one in each. */
    enum Order {
        AGE,
        STALENESS,
        READINESS
    }

    private static final int MIN_CAPACITY = 4;

    /** A ring that has become empty gives its memory back above this. */
    private static final int MAX_IDLE_CAPACITY = 1_024;

    /** A full ring of which no more than this part is messages closes its gaps; others grow. */
    private static final int SPARSE_PART = 4;

    /** One of which less is messages shrinks meanwhile. */
    private static final int USED_PART = 16;

    private final Order order;
    private @Nullable HeldMessage[] ring = new @Nullable HeldMessage[MIN_CAPACITY];

    /** Places count on for ever; the ring's index is their lower bits. */
    private int head;

    /** The place after the last. */
    private int end;

    private int size;

    HeldLog(Order order) {
        this(order, 0);
    }

    /** One whose places count from a first one on. */
    HeldLog(Order order, int firstPlace) {
        this.order = order;
        this.head = firstPlace;
        this.end = firstPlace;
    }

    /** The first message; null if there is none. */
    @Nullable
    HeldMessage first() {
        if (size == 0) {
            return null;
        }
        HeldMessage first = at(head);
        while (first == null) {
            first = at(++head);
        }
        return first;
    }

    /** The last message; null if there is none. */
    @Nullable
    HeldMessage last() {
        if (size == 0) {
            return null;
        }
        HeldMessage last = at(end - 1);
        while (last == null) {
            last = at(--end - 1);
        }
        return last;
    }

    /** The message after one of this log; null if it is the last. */
    @Nullable
    HeldMessage after(HeldMessage message) {
        for (int place = message.place(order) + 1; place != end; place++) {
            HeldMessage next = at(place);
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    /** For how many places there is memory. */
    int capacity() {
        return ring.length;
    }

    /** Adds a message behind all others. */
    void append(HeldMessage message) {
        makeRoom();
        put(end++, message);
        size++;
    }

    /** Takes a message of this log out, wherever it stands. */
    void remove(HeldMessage message) {
        clear(message.place(order));
        if (--size == 0 && ring.length > MAX_IDLE_CAPACITY) {
            ring = new @Nullable HeldMessage[MIN_CAPACITY];
            head = end;
        }
    }

    private @Nullable HeldMessage at(int place) {
        return ring[place & ring.length - 1];
    }

    private void put(int place, HeldMessage message) {
        ring[place & ring.length - 1] = message;
        message.place(order, place);
    }

    private void clear(int place) {
        ring[place & ring.length - 1] = null;
    }

    private void makeRoom() {
        if (isFull()) {
            // Finds the first, and with it how much before that is free.
            first();
        }
        if (isFull()) {
            if (size > ring.length / SPARSE_PART) {
                grow();
            } else {
                closeGaps();
            }
        }
    }

    private boolean isFull() {
        return end - head == ring.length;
    }

    private void grow() {
        @Nullable HeldMessage[] before = ring;
        ring = new @Nullable HeldMessage[2 * before.length];
        for (int place = head; place != end; place++) {
            ring[place & ring.length - 1] = before[place & before.length - 1];
        }
    }

    /** And shrinks after a flood, though something that stays keeps the log from being empty. */
    private void closeGaps() {
        @Nullable HeldMessage[] before = ring;
        if (before.length > MAX_IDLE_CAPACITY && size < before.length / USED_PART) {
            ring = new @Nullable HeldMessage[before.length / SPARSE_PART];
        }
        int to = head;
        for (int place = head; place != end; place++) {
            HeldMessage message = before[place & before.length - 1];
            if (message != null) {
                before[place & before.length - 1] = null;
                put(to++, message);
            }
        }
        end = to;
    }
}
