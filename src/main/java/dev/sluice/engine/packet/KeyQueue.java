package dev.sluice.engine.packet;

import org.jspecify.annotations.Nullable;

/**
 * The held messages of one ordering key, in order. Like a readers-writer lock: the ready entries are the leading run of
 * shared ones, or the first if it is exclusive.
 */
abstract sealed class KeyQueue permits ClientEntity, KeyQueue.Pooled {

    /** Hears of messages that nothing blocks any more. */
    interface Unblocked {
        void unblocked(HeldMessage message);
    }

    /** A queue of a key that has no home of its own; it is used again for another key. */
    static final class Pooled extends KeyQueue {

        long key;

        /** Begins anew for a key. */
        void reuse(long newKey) {
            key = newKey;
        }
    }

    /** The entry that the last picture has of the newest one in it. */
    int lastPictured;

    private @Nullable KeyEntry first;
    private @Nullable KeyEntry last;
    private int exclusives;
    private @Nullable KeyEntry lastExclusive;

    /** Appends a message's entry and counts the key among its blockers if something of it must go first. */
    void append(KeyEntry entry, boolean exclusive) {
        entry.queue = this;
        entry.exclusive = exclusive;
        entry.ready = exclusive ? first == null : exclusives == 0;
        entry.previous = last;
        entry.next = null;
        if (last == null) {
            first = entry;
        } else {
            last.next = entry;
        }
        last = entry;
        if (exclusive) {
            exclusives++;
            lastExclusive = entry;
        }
        if (!entry.ready) {
            entry.message().blockers++;
        }
    }

    /** Removes an entry, wherever it stands. */
    void remove(KeyEntry entry, Unblocked unblocked) {
        if (entry.previous == null) {
            first = entry.next;
        } else {
            entry.previous.next = entry.next;
        }
        if (entry.next == null) {
            last = entry.previous;
        } else {
            entry.next.previous = entry.previous;
        }
        entry.queue = null;
        if (entry.exclusive) {
            exclusives--;
            if (entry == lastExclusive) {
                lastExclusive = exclusives == 0 ? null : exclusiveBefore(entry);
            }
        }
        KeyEntry head = first;
        if (head == null) {
            return;
        }
        if (head.exclusive) {
            ready(head, unblocked);
        } else if (entry.exclusive && (entry.previous == null || entry.previous.ready)) {
            // It was the first that owns the key: those before it were ready, and those behind it are now.
            for (KeyEntry shared = entry.next; shared != null && !shared.exclusive; shared = shared.next) {
                ready(shared, unblocked);
            }
        }
    }

    private static void ready(KeyEntry entry, Unblocked unblocked) {
        if (!entry.ready) {
            entry.ready = true;
            if (--entry.message().blockers == 0) {
                unblocked.unblocked(entry.message());
            }
        }
    }

    boolean isEmpty() {
        return first == null;
    }

    @Nullable
    KeyEntry firstEntry() {
        return first;
    }

    @Nullable
    KeyEntry last() {
        return last;
    }

    /** The newest entry that owns the key. */
    @Nullable
    KeyEntry lastExclusive() {
        return lastExclusive;
    }

    /** The newest entry before this one that owns the key. Of those in a long run of shared ones mostly found at once. */
    @Nullable
    KeyEntry exclusiveBefore(KeyEntry entry) {
        if (entry.ready) {
            return null;
        }
        KeyEntry newest = lastExclusive;
        if (newest != null && newest != entry && newest.isBefore(entry)) {
            return newest;
        }
        KeyEntry before = entry.previous;
        while (before != null && !before.exclusive) {
            before = before.previous;
        }
        return before;
    }
}
