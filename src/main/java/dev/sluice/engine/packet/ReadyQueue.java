package dev.sluice.engine.packet;

import org.jspecify.annotations.Nullable;

/**
 * The messages of one class that nothing blocks, by deadline. Each of its lists is for one maximum age, so that a new
 * message belongs at the end of its list, or near it. Confined to the client's thread.
 */
final class ReadyQueue {

    /** Maximum ages: the configured one, twice, four times. */
    static final int LISTS = 3;

    private final @Nullable HeldMessage[] first = new @Nullable HeldMessage[LISTS];
    private final @Nullable HeldMessage[] last = new @Nullable HeldMessage[LISTS];
    private @Nullable HeldMessage earliest;

    void add(HeldMessage message) {
        int list = message.ageList;
        HeldMessage before = last[list];
        while (before != null && isEarlier(message, before)) {
            before = before.earlierReady;
        }
        HeldMessage after = before == null ? first[list] : before.laterReady;
        message.earlierReady = before;
        message.laterReady = after;
        if (before == null) {
            first[list] = message;
        } else {
            before.laterReady = message;
        }
        if (after == null) {
            last[list] = message;
        } else {
            after.earlierReady = message;
        }
        if (earliest == null || isEarlier(message, earliest)) {
            earliest = message;
        }
    }

    void remove(HeldMessage message) {
        HeldMessage before = message.earlierReady;
        HeldMessage after = message.laterReady;
        if (before == null) {
            first[message.ageList] = after;
        } else {
            before.laterReady = after;
        }
        if (after == null) {
            last[message.ageList] = before;
        } else {
            after.earlierReady = before;
        }
        message.earlierReady = null;
        message.laterReady = null;
        if (message == earliest) {
            earliest = earliestOfAll();
        }
    }

    /** The message with the earliest deadline; one without a deadline only if there is no other. */
    @Nullable
    HeldMessage earliest() {
        return earliest;
    }

    private @Nullable HeldMessage earliestOfAll() {
        HeldMessage found = first[0];
        for (int list = 1; list < LISTS; list++) {
            HeldMessage candidate = first[list];
            if (candidate != null && (found == null || isEarlier(candidate, found))) {
                found = candidate;
            }
        }
        return found;
    }

    private static boolean isEarlier(HeldMessage message, HeldMessage than) {
        if (!message.dated || !than.dated) {
            return message.dated && !than.dated;
        }
        return message.deadlineNanos - than.deadlineNanos < 0;
    }
}
