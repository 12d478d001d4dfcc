package dev.sluice.engine.packet;

import dev.sluice.engine.priority.EntityMemory;
import dev.sluice.engine.priority.ReadyTargets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * When a held message is overdue. Its clock starts when nothing without a deadline stands before it, and what stands before
 * it inherits its deadline if that is earlier, as with priority inheritance for locks (Sha, Rajkumar and Lehoczky, 1990).
 * A chunk's data has no deadline and so stops the clocks behind it (seed 002: terrain may wait for ever); what changes a
 * chunk that the client has, light for instance, has one. Confined to the client's thread.
 */
final class Deferral {

    /** Changes the deadline of a message that has one already. */
    interface Redate {
        void redate(HeldMessage held, long deadlineNanos);
    }

    private final ReadyTargets priorities;

    /** Entries of what has its deadline now or has left, behind which clocks may still have to start. */
    private final Deque<KeyEntry> open = new ArrayDeque<>();

    private final Deque<HeldMessage> heirs = new ArrayDeque<>();
    private long maxAgeNanos;
    private long tickNanos;

    Deferral(ReadyTargets priorities, HoldRules rules) {
        this.priorities = priorities;
        this.maxAgeNanos = rules.maxDeferralNanos();
        this.tickNanos = rules.tickNanos();
    }

    /** Changes the maximum age of what starts to wait from now on. */
    void reconfigure(HoldRules rules) {
        maxAgeNanos = rules.maxDeferralNanos();
        tickNanos = rules.tickNanos();
    }

    /** Starts the clock of a message that has just been held, if it may run. */
    void startIfNothingUndatedStandsBefore(HeldMessage held, long nowNanos, Redate redate) {
        if (mayStart(held, null)) {
            date(held, nowNanos);
            inherit(held, redate);
        }
    }

    /** Starts the clock of a message that nothing blocks, and of those behind it that may start now. */
    void start(HeldMessage held, long nowNanos, Redate redate) {
        if (held.isTerrain()) {
            return;
        }
        date(held, nowNanos);
        startBehind(held, nowNanos, redate);
    }

    /**
     * A message without a deadline has left its queues: the clocks start that waited for it alone, also of what something else
     * still blocks.
     */
    void left(HeldMessage undated, long nowNanos, Redate redate) {
        startBehind(undated, nowNanos, redate);
    }

    /** Starts the clocks behind a message that has its deadline now or has left. */
    private void startBehind(HeldMessage held, long nowNanos, Redate redate) {
        if (isLastOfAll(held)) {
            return;
        }
        openBehind(held, null);
        while (!open.isEmpty()) {
            startNext(open.remove(), nowNanos, redate);
        }
    }

    private void openBehind(HeldMessage held, @Nullable KeyEntry except) {
        for (int i = 0; i < held.entryCount(); i++) {
            KeyEntry entry = held.entry(i);
            if (entry != except) {
                open.add(entry);
            }
        }
    }

    /** Whether nothing stands behind it. */
    private static boolean isLastOfAll(HeldMessage held) {
        for (int i = 0; i < held.entryCount(); i++) {
            if (held.entry(i).next != null) {
                return false;
            }
        }
        return true;
    }

    /** The entries behind one that has its deadline now or has left, up to the next that owns the key. */
    private void startNext(KeyEntry dated, long nowNanos, Redate redate) {
        if (!dated.exclusive && !isUndatedOwnerBehind(dated)) {
            return;
        }
        KeyEntry owner = dated.exclusive ? ownerOfSharersBehind(dated) : null;
        if (owner != null && !owner.message().dated) {
            return;
        }
        for (KeyEntry entry = dated.next; entry != null; entry = entry.next) {
            if (!dated.exclusive && !entry.exclusive && !entry.message().dated) {
                // What owns the key behind waits for this one as well.
                return;
            }
            // Of many that share the key each would have to pass all before it to find the owner that is known here.
            KeyEntry sharer = entry.exclusive ? null : entry;
            HeldMessage held = entry.message();
            if (dated.conflicts(entry) && mayStart(held, sharer)) {
                date(held, nowNanos);
                inherit(held, sharer, owner, redate);
                // Along the key that is shared, this loop goes on to the next owner by itself.
                openBehind(held, sharer);
            }
            if (entry.exclusive) {
                return;
            }
        }
    }

    /** The owner before those that share the key directly behind one that owns it, or did until it left. */
    private static @Nullable KeyEntry ownerOfSharersBehind(KeyEntry owner) {
        KeyEntry next = owner.next;
        if (next == null || next.exclusive || next.queue == null) {
            return null;
        }
        return owner.queue == null ? next.queue.exclusiveBefore(next) : owner;
    }

    /** Whether behind an entry stands something that owns the key and has no deadline. */
    private static boolean isUndatedOwnerBehind(KeyEntry entry) {
        KeyQueue along = entry.next == null ? null : entry.next.queue;
        KeyEntry owner = along == null ? null : along.lastExclusive();
        return owner != null && entry.isBefore(owner) && !owner.message().dated;
    }

    private static boolean mayStart(HeldMessage held, @Nullable KeyEntry except) {
        return !held.dated && !held.isTerrain() && isDatedBefore(held, except);
    }

    /** Whether everything that must go before a message has a deadline; along one of its keys that may be known already. */
    private static boolean isDatedBefore(HeldMessage held, @Nullable KeyEntry except) {
        for (int i = 0; i < held.entryCount(); i++) {
            KeyEntry entry = held.entry(i);
            if (entry != except && !isDatedBefore(entry)) {
                return false;
            }
        }
        return true;
    }

    /** Whether everything of a key that must go before an entry has a deadline: what owns the key vouches for the rest. */
    private static boolean isDatedBefore(KeyEntry entry) {
        if (!entry.exclusive && entry.queue != null) {
            KeyEntry owner = entry.queue.exclusiveBefore(entry);
            return owner == null || owner.message().dated;
        }
        for (KeyEntry before = entry.previous; before != null; before = before.previous) {
            if (entry.conflicts(before) && !before.message().dated) {
                return false;
            }
            if (before.exclusive) {
                return true;
            }
        }
        return true;
    }

    private void date(HeldMessage held, long nowNanos) {
        long ageNanos = maxAgeNanos;
        held.ageList = 0;
        HeldTarget target = held.target;
        int row = target == null || !held.isState() ? EntityMemory.NO_ROW : target.entityRow();
        if (row != EntityMemory.NO_ROW) {
            long atLeast = priorities.minimumAgeTicks(row) * tickNanos;
            if (atLeast > maxAgeNanos) {
                held.ageList = atLeast <= 2 * maxAgeNanos ? 1 : 2;
                ageNanos = atLeast;
            }
        }
        held.dated = true;
        held.deadlineNanos = nowNanos + ageNanos;
    }

    /** Gives an earlier deadline to all that must go before. */
    void inherit(HeldMessage held, Redate redate) {
        inherit(held, null, null, redate);
    }

    /** The same where the owner before one of its entries is known. */
    private void inherit(HeldMessage held, @Nullable KeyEntry sharer, @Nullable KeyEntry owner, Redate redate) {
        for (int i = 0; i < held.entryCount(); i++) {
            KeyEntry entry = held.entry(i);
            inheritFrom(entry == sharer ? owner : newestBefore(entry), entry, redate);
        }
        while (!heirs.isEmpty()) {
            HeldMessage earlier = heirs.remove();
            for (int i = 0; i < earlier.entryCount(); i++) {
                KeyEntry entry = earlier.entry(i);
                inheritFrom(newestBefore(entry), entry, redate);
            }
        }
    }

    /** The newest entry that must go before another one of its key. */
    private static @Nullable KeyEntry newestBefore(KeyEntry entry) {
        return entry.exclusive || entry.queue == null ? entry.previous : entry.queue.exclusiveBefore(entry);
    }

    private void inheritFrom(@Nullable KeyEntry newest, KeyEntry heir, Redate redate) {
        long deadlineNanos = heir.message().deadlineNanos;
        for (KeyEntry before = newest; before != null; before = before.previous) {
            HeldMessage message = before.message();
            if (heir.conflicts(before) && message.dated && message.deadlineNanos - deadlineNanos > 0) {
                redate.redate(message, deadlineNanos);
                heirs.add(message);
            }
            if (before.exclusive) {
                return;
            }
        }
    }
}
