package dev.sluice.engine.packet;

import org.jspecify.annotations.Nullable;

/**
 * The messages of one class that nothing blocks, by deadline. Each of its lists is for one maximum age, so that a new
 * message belongs at the end of its list, or near it. Confined to the client's thread.
 */
final class ReadyQueue {

    /** Maximum ages: the configured one, twice, four times. */
    static final int LISTS = 3;

    private final HeldLog[] lists = new HeldLog[LISTS];
    private @Nullable HeldMessage earliest;

    ReadyQueue() {
        for (int list = 0; list < LISTS; list++) {
            lists[list] = new HeldLog(HeldLog.Order.READINESS);
        }
    }

    void add(HeldMessage message) {
        HeldLog list = lists[message.ageList];
        HeldMessage later = null;
        HeldMessage before = list.last();
        while (before != null && isEarlier(message, before)) {
            later = before;
            before = list.before(before);
        }
        if (later == null) {
            list.append(message);
        } else {
            list.insert(message, later);
        }
        if (earliest == null || isEarlier(message, earliest)) {
            earliest = message;
        }
    }

    void remove(HeldMessage message) {
        lists[message.ageList].remove(message);
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
        HeldMessage found = null;
        for (HeldLog list : lists) {
            HeldMessage candidate = list.first();
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
