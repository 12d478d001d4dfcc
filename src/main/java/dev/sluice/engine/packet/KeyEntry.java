package dev.sluice.engine.packet;

import org.jspecify.annotations.Nullable;

/** A held message's place in one key's queue; it is used again with its message. */
final class KeyEntry {

    final HeldMessage message;

    @Nullable
    KeyQueue queue;

    @Nullable
    KeyEntry previous;

    @Nullable
    KeyEntry next;

    boolean exclusive;

    /** Whether nothing of this key must go first. */
    boolean ready;

    KeyEntry(HeldMessage message) {
        this.message = message;
    }

    /** Whether two entries of one key must stay in order. */
    boolean conflicts(KeyEntry other) {
        return exclusive || other.exclusive;
    }
}
