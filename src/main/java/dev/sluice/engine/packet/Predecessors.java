package dev.sluice.engine.packet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a message must not overtake, in as many steps as what it shares keys with has places in queues. Confined to the
 * client's thread.
 */
final class Predecessors {

    private final Set<HeldMessage> found = new HashSet<>();

    /** Those found whose own predecessors are still to be found. */
    private final List<HeldMessage> open = new ArrayList<>();

    /** Places from which on back the owner of the key was looked for. */
    private final Set<KeyEntry> passed = new HashSet<>();

    private Predecessors() {}

    /**
     * Everything held that must go before a message, the oldest first: what shares a key with it, and in turn what these
     * wait for.
     */
    static List<HeldMessage> of(Message message, HoldQueue held) {
        Predecessors search = new Predecessors();
        for (int i = 0; i < message.keyCount(); i++) {
            KeyQueue queue = held.key(message.key(i));
            if (queue != null) {
                search.look(queue.last(), message.isExclusive(i));
            }
        }
        while (!search.open.isEmpty()) {
            HeldMessage next = search.open.removeLast();
            for (int i = 0; i < next.entryCount(); i++) {
                search.look(next.entry(i).previous, next.entry(i).exclusive);
            }
        }
        List<HeldMessage> ordered = new ArrayList<>(search.found);
        ordered.sort((a, b) -> Long.compare(a.sequence, b.sequence));
        return ordered;
    }

    private void look(@Nullable KeyEntry last, boolean exclusive) {
        if (exclusive) {
            allBackToOwner(last);
        } else {
            ownerBefore(last);
        }
    }

    /** All that stands before an owner of a key, back to the owner before it: that one brings the rest. */
    private void allBackToOwner(@Nullable KeyEntry last) {
        for (KeyEntry entry = last; entry != null; entry = entry.previous) {
            add(entry.message());
            if (entry.exclusive) {
                return;
            }
        }
    }

    /** The owner before one that shares a key. */
    private void ownerBefore(@Nullable KeyEntry last) {
        for (KeyEntry entry = last; entry != null && passed.add(entry); entry = entry.previous) {
            if (entry.exclusive) {
                add(entry.message());
                return;
            }
        }
    }

    private void add(HeldMessage message) {
        if (found.add(message)) {
            open.add(message);
        }
    }
}
