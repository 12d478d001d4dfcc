package dev.sluice.engine.packet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The held messages of one ordering key, in order. Like a readers-writer lock: the ready entries are the leading run of
 * shared ones, or the first if it is exclusive.
 */
final class KeyQueue {

    /** A message's place in one key's queue. */
    static final class Entry {
        final KeyQueue queue;
        final long key;
        final HeldMessage message;
        final boolean exclusive;

        @Nullable
        Entry previous;

        @Nullable
        Entry next;

        boolean ready;

        private Entry(KeyQueue queue, long key, HeldMessage message, boolean exclusive) {
            this.queue = queue;
            this.key = key;
            this.message = message;
            this.exclusive = exclusive;
        }
    }

    private @Nullable Entry first;
    private @Nullable Entry last;
    private int exclusives;

    /** Appends a message and counts the key among its blockers if something of it must go first. */
    void append(long key, HeldMessage message, KeyMode mode) {
        Entry entry = new Entry(this, key, message, mode == KeyMode.EXCLUSIVE);
        entry.ready = entry.exclusive ? first == null : exclusives == 0;
        entry.previous = last;
        if (last == null) {
            first = entry;
        } else {
            last.next = entry;
        }
        last = entry;
        if (entry.exclusive) {
            exclusives++;
        }
        if (!entry.ready) {
            message.blockers++;
        }
        message.keyEntries.add(entry);
    }

    /** Removes an entry, wherever it stands; messages that nothing blocks any more are added to {@code unblocked}. */
    void remove(Entry entry, List<HeldMessage> unblocked) {
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
        if (entry.exclusive) {
            exclusives--;
        }
        Entry head = first;
        if (head == null) {
            return;
        }
        if (head.exclusive) {
            ready(head, unblocked);
        } else if (entry.exclusive) {
            for (Entry shared = head; shared != null && !shared.exclusive; shared = shared.next) {
                ready(shared, unblocked);
            }
        }
    }

    private static void ready(Entry entry, List<HeldMessage> unblocked) {
        if (!entry.ready) {
            entry.ready = true;
            if (--entry.message.blockers == 0) {
                unblocked.add(entry.message);
            }
        }
    }

    boolean isEmpty() {
        return first == null;
    }

    @Nullable
    Entry first() {
        return first;
    }

    @Nullable
    Entry last() {
        return last;
    }

    /** Whether a message that takes part in this mode would have to wait. */
    boolean blocks(KeyMode mode) {
        return mode == KeyMode.EXCLUSIVE ? first != null : exclusives > 0;
    }
}
