package dev.sluice.engine.packet;

import org.jspecify.annotations.Nullable;

/**
 * The messages of one class that nothing blocks, by deadline. Each of its lists is for maximum ages that are about the same, so
 * that a new message mostly belongs at the end of its list; one that does not, as it was blocked until now for instance, is kept
 * apart. Confined to the client's thread.
 */
final class ReadyQueue {

    /** Maximum ages: the configured one, up to twice that, more. */
    static final int LISTS = 3;

    /** Stands for the list of what belongs at no list's end. */
    private static final int APART = LISTS;

    private final HeldLog[] lists = new HeldLog[LISTS];
    private final DeadlineHeap apart = new DeadlineHeap();
    private @Nullable HeldMessage earliest;

    /**
     * No deadline is earlier, if there is any: whether something is overdue is asked for each release, and mostly needs no look at
     * the message, which is far from the processor.
     */
    private long noneBeforeNanos;

    /** Whether there may be a deadline. */
    private boolean bounded;

    ReadyQueue() {
        for (int list = 0; list < LISTS; list++) {
            lists[list] = new HeldLog(HeldLog.Order.READINESS);
        }
    }

    void add(HeldMessage message) {
        HeldLog list = lists[message.ageList];
        HeldMessage newest = list.last();
        if (newest == null || !message.isEarlierThan(newest)) {
            list.append(message);
        } else {
            message.ageList = APART;
            apart.add(message);
        }
        if (earliest == null || message.isEarlierThan(earliest)) {
            earliest = message;
        }
        if (message.dated && (!bounded || message.deadlineNanos - noneBeforeNanos < 0)) {
            noneBeforeNanos = message.deadlineNanos;
            bounded = true;
        }
    }

    void remove(HeldMessage message) {
        if (message.ageList == APART) {
            apart.remove(message);
        } else {
            lists[message.ageList].remove(message);
        }
        if (message == earliest) {
            earliest = earliestOfAll();
        }
    }

    /** The message with the earliest deadline; one without a deadline only if there is no other. */
    @Nullable
    HeldMessage earliest() {
        return earliest;
    }

    /** For how long the earliest deadline has passed, in nanoseconds; 0 or less if it has not, or there is none. */
    long overdueNanos(long nowNanos) {
        if (!bounded || nowNanos - noneBeforeNanos <= 0) {
            return 0;
        }
        HeldMessage first = earliest;
        bounded = first != null && first.dated;
        if (first == null || !first.dated) {
            return 0;
        }
        noneBeforeNanos = first.deadlineNanos;
        return nowNanos - noneBeforeNanos;
    }

    private @Nullable HeldMessage earliestOfAll() {
        HeldMessage found = apart.first();
        for (HeldLog list : lists) {
            HeldMessage candidate = list.first();
            if (candidate != null && (found == null || candidate.isEarlierThan(found))) {
                found = candidate;
            }
        }
        return found;
    }
}
