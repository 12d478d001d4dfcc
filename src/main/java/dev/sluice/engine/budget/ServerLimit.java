package dev.sluice.engine.budget;

import java.util.ArrayList;
import java.util.List;

/**
 * What the whole server may send, divided among its clients in max-min fair shares ({@link MaxMinShares}) every
 * {@value #PERIOD_MILLIS} ms by whichever member asks first. Any thread.
 *
 * <p>Each member counts as demanding at least a tenth of an equal share, so that an idle one can start, and what nobody
 * demands is divided as well, with a share for whoever joins next.
 *
 * <p><b>Bound.</b> A cut counts once the member has asked again, which it does at its ticks, and a raise is given out of what
 * has been cut: the rates that members go by add up to the limit at most, at every moment and not only after a division. Two
 * exceptions: a member for which nothing is left has 1 B/s beyond that, so that nothing is held for ever (one that joins,
 * until the others were cut; some for good if there are more members than bytes a second); and a limit that is lowered holds
 * once every member has asked, each of which has its new share at once. A member that has not asked for {@value #SILENT_MILLIS} ms
 * sends nothing either, and counts as cut. What is never held is not bounded by this, but counts as demanded and used.
 */
public final class ServerLimit {

    /** Stands for no limit. */
    public static final long NONE = Long.MAX_VALUE;

    /** The time between two divisions in milliseconds. */
    public static final long PERIOD_MILLIS = 250;

    /** A member that has not asked for so long has no thread that could send; in milliseconds. */
    public static final long SILENT_MILLIS = 1_000;

    private static final long PERIOD_NANOS = PERIOD_MILLIS * 1_000_000;
    private static final long SILENT_NANOS = SILENT_MILLIS * 1_000_000;
    private static final int FLOOR_PART = 10;

    /** What a member without a limit goes by: more than any link, and 32 000 of them do not overflow. */
    private static final long UNBOUNDED = 1L << 48;

    private final Object lock = new Object();
    private final List<Member> members = new ArrayList<>();
    private volatile long limit;
    private long dividedNanos;

    /** The sum of what the members go by. */
    private long inForceSum;

    /** @param maxBytesPerSecond at least 1, or {@link #NONE} */
    public ServerLimit(long maxBytesPerSecond, long nowNanos) {
        limit = checked(maxBytesPerSecond);
        dividedNanos = nowNanos;
    }

    /** Changes the limit, and divides it at once: at least 1, or {@link #NONE}. */
    public void reconfigure(long maxBytesPerSecond, long nowNanos) {
        checked(maxBytesPerSecond);
        synchronized (lock) {
            boolean wasUnlimited = limit == NONE;
            limit = maxBytesPerSecond;
            for (Member member : members) {
                if (limit == NONE) {
                    // From now on it may take that without a word.
                    member.goBy(UNBOUNDED);
                } else if (wasUnlimited) {
                    member.askedNanos = nowNanos;
                }
            }
            divide(nowNanos);
        }
    }

    /** Adds a member, which has its equal share as soon as the others have been cut to theirs. */
    public RateCap join() {
        synchronized (lock) {
            Member member = new Member();
            members.add(member);
            if (limit == NONE) {
                member.goBy(UNBOUNDED);
            } else {
                long equal = divided() / members.size();
                for (Member present : members) {
                    present.share = Math.min(present.share, equal);
                }
                member.share = equal;
            }
            return member;
        }
    }

    /** The sum of what members go by at present in bytes a second; {@link #NONE} without a limit. */
    long inForce() {
        synchronized (lock) {
            return limit == NONE ? NONE : inForceSum;
        }
    }

    /** What there is to divide: everybody has at least 1 B/s. */
    private long divided() {
        return Math.max(limit, members.size());
    }

    private void divideIfDue(long nowNanos) {
        if (nowNanos - dividedNanos >= PERIOD_NANOS) {
            divide(nowNanos);
        }
    }

    private void divide(long nowNanos) {
        dividedNanos = nowNanos;
        int count = members.size();
        if (count == 0 || limit == NONE) {
            return;
        }
        long left = divided();
        long floor = Math.max(1, left / count / FLOOR_PART);
        long[] demands = new long[count];
        for (int i = 0; i < count; i++) {
            demands[i] = Math.max(floor, members.get(i).demand);
        }
        long[] shares = MaxMinShares.of(left, demands);
        for (long share : shares) {
            left -= share;
        }
        for (int i = 0; i < count; i++) {
            Member member = members.get(i);
            member.share = shares[i] + left / (count + 1);
            if (member.inForce > member.share && nowNanos - member.askedNanos >= SILENT_NANOS) {
                member.goBy(member.share);
            }
        }
    }

    private static long checked(long maxBytesPerSecond) {
        if (maxBytesPerSecond < 1) {
            throw new IllegalArgumentException("expected a limit of at least 1 B/s, found " + maxBytesPerSecond);
        }
        return maxBytesPerSecond;
    }

    /** Its fields belong to the lock. */
    private final class Member implements RateCap {

        private long demand;

        /** What it may have once there is so much. */
        private long share;

        /** What it goes by: the last answer that it got. */
        private long inForce;

        private long askedNanos;
        private boolean gone;

        @Override
        public long allowed(long demandBytesPerSecond, long nowNanos) {
            if (limit == ServerLimit.NONE) {
                return ServerLimit.NONE;
            }
            synchronized (lock) {
                if (limit == ServerLimit.NONE || gone) {
                    return ServerLimit.NONE;
                }
                demand = Math.max(0, demandBytesPerSecond);
                askedNanos = nowNanos;
                divideIfDue(nowNanos);
                // While a lowered limit spreads, what the others still go by is no reason to cut it below its share.
                long available = Math.max(inForce, limit - (inForceSum - inForce));
                goBy(Math.max(1, Math.min(share, available)));
                return inForce;
            }
        }

        @Override
        public void leave() {
            synchronized (lock) {
                if (!gone) {
                    gone = true;
                    members.removeIf(member -> member == this);
                    goBy(0);
                }
            }
        }

        private void goBy(long bytesPerSecond) {
            inForceSum += bytesPerSecond - inForce;
            inForce = bytesPerSecond;
        }
    }
}
