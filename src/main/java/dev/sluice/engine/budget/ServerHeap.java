package dev.sluice.engine.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The heap that may be held for all clients of a server together. While they hold more, each may have its max-min fair share
 * ({@link MaxMinShares}): who holds little keeps it, and nobody who must let go of some has less left than another one who must.
 * Any thread.
 *
 * <p><b>Bound.</b> Once every member has asked and gone by the answer, at most the limit is held, and at any time what was held
 * anew since the last of its ticks beside it. The shares are made anew every {@value #PERIOD_MILLIS} ms by whichever member
 * asks first while there is too much.
 */
public final class ServerHeap {

    /** Stands for no limit. */
    public static final long NONE = Long.MAX_VALUE;

    /** The time between two divisions in milliseconds. */
    public static final long PERIOD_MILLIS = 50;

    private static final long PERIOD_NANOS = PERIOD_MILLIS * 1_000_000;

    private final Object lock = new Object();
    private final List<Member> members = new ArrayList<>();
    private final AtomicLong held = new AtomicLong();
    private volatile long limit;
    private volatile int count;
    private boolean divided;
    private long dividedNanos;

    /** @param maxHeapBytes at least 1, or {@link #NONE} */
    public ServerHeap(long maxHeapBytes) {
        limit = checked(maxHeapBytes);
    }

    /** Changes the limit: at least 1, or {@link #NONE}. */
    public void reconfigure(long maxHeapBytes) {
        checked(maxHeapBytes);
        synchronized (lock) {
            limit = maxHeapBytes;
            divided = false;
        }
    }

    /** Adds a member, for which nothing is held yet. */
    public HeapCap join() {
        synchronized (lock) {
            Member member = new Member();
            members.add(member);
            count = members.size();
            divided = false;
            return member;
        }
    }

    /**
     * How near to the limit all together are, for a client for which so much is held: the part of the limit that is held, but no
     * more than the part of an equal share that is held for this one. Who holds little does not need to do anything about it; where
     * all hold the same, each hears of it before any has to let go of some.
     */
    public double fill(long heldHeapBytes) {
        long present = limit;
        return present == NONE
                ? 0
                : Math.min((double) held.get(), (double) heldHeapBytes * Math.max(1, count)) / present;
    }

    private void divideIfDue(long nowNanos) {
        if (divided && nowNanos - dividedNanos < PERIOD_NANOS) {
            return;
        }
        divided = true;
        dividedNanos = nowNanos;
        long[] shares = MaxMinShares.of(
                limit, members.stream().mapToLong(member -> member.holds).toArray());
        for (int i = 0; i < shares.length; i++) {
            Member member = members.get(i);
            member.share = shares[i] < member.holds ? shares[i] : Long.MAX_VALUE;
        }
    }

    private static long checked(long maxHeapBytes) {
        if (maxHeapBytes < 1) {
            throw new IllegalArgumentException("expected a limit of at least 1 byte, found " + maxHeapBytes);
        }
        return maxHeapBytes;
    }

    /** Its share belongs to the lock, the rest to the member's thread. */
    private final class Member implements HeapCap {

        /** As of the last time that it asked. Others read it. */
        private volatile long holds;

        private long share = Long.MAX_VALUE;
        private boolean gone;

        @Override
        public long allowed(long heldHeapBytes, long nowNanos) {
            if (gone) {
                return Long.MAX_VALUE;
            }
            long all = held.addAndGet(heldHeapBytes - holds);
            holds = heldHeapBytes;
            if (all <= limit) {
                return Long.MAX_VALUE;
            }
            synchronized (lock) {
                divideIfDue(nowNanos);
                return share;
            }
        }

        @Override
        public void leave() {
            synchronized (lock) {
                if (gone) {
                    return;
                }
                gone = true;
                held.addAndGet(-holds);
                holds = 0;
                members.removeIf(member -> member == this);
                count = members.size();
                divided = false;
            }
        }
    }
}
