package dev.sluice.engine.packet;

import org.jspecify.annotations.Nullable;

/**
 * The messages of one class that nothing blocks, by deadline. Each of its lists is for one maximum age, so that a new
 * message belongs at the end of its list, or near it, and what was blocked at the front. Confined to the client's thread.
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
        HeldMessage newest = list.last();
        if (newest == null || !isEarlier(message, newest)) {
            list.append(message);
        } else {
            list.insert(message, earliestAfter(message, newest, list));
        }
        if (earliest == null || isEarlier(message, earliest)) {
            earliest = message;
        }
    }

    /** Looks from both ends: what was blocked until now is mostly one of the oldest, everything else one of the newest. */
    private static HeldMessage earliestAfter(HeldMessage message, HeldMessage newest, HeldLog list) {
        HeldMessage later = newest;
        HeldMessage front = list.first();
        while (front != null && !isEarlier(message, front)) {
            HeldMessage before = list.before(later);
            if (before == null || !isEarlier(message, before)) {
                return later;
            }
            later = before;
            front = list.after(front);
        }
        return front == null ? later : front;
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

    /** By deadline, equal ones by age. Those without a deadline have no order among themselves. */
    private static boolean isEarlier(HeldMessage message, HeldMessage than) {
        if (!message.dated || !than.dated) {
            return message.dated && !than.dated;
        }
        long later = message.deadlineNanos - than.deadlineNanos;
        return later < 0 || (later == 0 && message.sequence - than.sequence < 0);
    }
}
