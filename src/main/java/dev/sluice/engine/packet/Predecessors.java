package dev.sluice.engine.packet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a message must not overtake. Confined to the client's thread. */
final class Predecessors {

    private Predecessors() {}

    /**
     * Everything held that must go before a message, the oldest first: what shares a key with it, and in turn what these
     * wait for.
     */
    static List<HeldMessage> of(Message message, HoldQueue held) {
        Set<HeldMessage> found = new HashSet<>();
        List<HeldMessage> open = new ArrayList<>();
        for (int i = 0; i < message.keyCount(); i++) {
            KeyQueue queue = held.key(message.key(i));
            if (queue != null) {
                collect(queue.last(), message.isExclusive(i), found, open);
            }
        }
        while (!open.isEmpty()) {
            HeldMessage next = open.removeLast();
            for (int i = 0; i < next.entryCount(); i++) {
                collect(next.entry(i).previous, next.entry(i).exclusive, found, open);
            }
        }
        List<HeldMessage> ordered = new ArrayList<>(found);
        ordered.sort((a, b) -> Long.compare(a.sequence, b.sequence));
        return ordered;
    }

    private static void collect(
            @Nullable KeyEntry last, boolean exclusive, Set<HeldMessage> found, List<HeldMessage> open) {
        for (KeyEntry entry = last; entry != null; entry = entry.previous) {
            if ((exclusive || entry.exclusive) && found.add(entry.message())) {
                open.add(entry.message());
            }
        }
    }
}
