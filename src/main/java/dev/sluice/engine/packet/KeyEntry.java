package dev.sluice.engine.packet;

import org.jspecify.annotations.Nullable;

/**
 * A held message's place in one key's queue; it is used again with its message. Most messages have one key, so the first of
 * these is the message itself, and costs no object.
 */
abstract sealed class KeyEntry permits HeldMessage, KeyEntry.Further {

    /** A place in the queue of a second key, and so on. */
    static final class Further extends KeyEntry {

        private final HeldMessage message;

        Further(HeldMessage message) {
            this.message = message;
        }

        @Override
        HeldMessage message() {
            return message;
        }
    }

    @Nullable
    KeyQueue queue;

    @Nullable
    KeyEntry previous;

    @Nullable
    KeyEntry next;

    boolean exclusive;

    /** Whether nothing of this key must go first. */
    boolean ready;

    /** Who stands here. */
    abstract HeldMessage message();

    /** Whether it was held before another one. */
    boolean isBefore(KeyEntry other) {
        return message().sequence - other.message().sequence < 0;
    }

    /** Whether two entries of one key must stay in order. */
    boolean conflicts(KeyEntry other) {
        return exclusive || other.exclusive;
    }
}
