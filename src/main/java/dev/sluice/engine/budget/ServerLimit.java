package dev.sluice.engine.budget;

import java.util.ArrayList;
import java.util.List;

/**
 * What the whole server may send, divided among its clients in max-min fair shares ({@link MaxMinShares}) every
 * {@value #PERIOD_MILLIS} ms by whichever member asks first. Any thread.
 *
 * <p>Each member counts as demanding at least a tenth of an equal share, so that an idle one can start. The sum of what is
 * allowed never exceeds the limit: when a member joins, the others are cut to an equal share at most, and it gets one.
 * A member learns of a cut with its next tick.
 */
public final class ServerLimit {

    /** Stands for no limit. */
    public static final long NONE = Long.MAX_VALUE;

    /** The time between two divisions in milliseconds. */
    public static final long PERIOD_MILLIS = 250;

    private static final long PERIOD_NANOS = PERIOD_MILLIS * 1_000_000;
    private static final int FLOOR_PART = 10;

    private final Object lock = new Object();
    private final List<Member> members = new ArrayList<>();
    private volatile long limit;
    private volatile long dividedNanos;

    /** @param maxBytesPerSecond at least 1, or {@link #NONE} */
    public ServerLimit(long maxBytesPerSecond, long nowNanos) {
        limit = checked(maxBytesPerSecond);
        dividedNanos = nowNanos;
    }

    /** Changes the limit, and divides it at once: at least 1, or {@link #NONE}. */
    public void reconfigure(long maxBytesPerSecond) {
        synchronized (lock) {
            limit = checked(maxBytesPerSecond);
            divide();
        }
    }

    /** Adds a member, which has its equal share at once. */
    public RateCap join() {
        synchronized (lock) {
            Member member = new Member();
            members.add(member);
            if (limit == NONE) {
                member.allowed = NONE;
            } else {
                long equal = limit / members.size();
                for (Member present : members) {
                    present.allowed = Math.min(present.allowed, equal);
                }
                member.allowed = equal;
            }
            return member;
        }
    }

    /** The sum of what is allowed at present in bytes a second; {@link #NONE} without a limit. */
    long allowedSum() {
        synchronized (lock) {
            return limit == NONE
                    ? NONE
                    : members.stream().mapToLong(member -> member.allowed).sum();
        }
    }

    private void divideIfDue(long nowNanos) {
        if (limit == NONE || nowNanos - dividedNanos < PERIOD_NANOS) {
            return;
        }
        synchronized (lock) {
            if (nowNanos - dividedNanos >= PERIOD_NANOS) {
                dividedNanos = nowNanos;
                divide();
            }
        }
    }

    /** What nobody demands is divided equally, so that whoever starts need not wait for the next division. */
    private void divide() {
        int count = members.size();
        if (count == 0) {
            return;
        }
        long floor = limit / count / FLOOR_PART;
        long[] demands = new long[count];
        for (int i = 0; i < count; i++) {
            demands[i] = Math.max(floor, members.get(i).demand);
        }
        long[] shares = MaxMinShares.of(limit, demands);
        long left = limit;
        for (long share : shares) {
            left -= share;
        }
        for (int i = 0; i < count; i++) {
            members.get(i).allowed = limit == NONE ? NONE : shares[i] + left / count;
        }
    }

    private static long checked(long maxBytesPerSecond) {
        if (maxBytesPerSecond < 1) {
            throw new IllegalArgumentException("expected a limit of at least 1 B/s, found " + maxBytesPerSecond);
        }
        return maxBytesPerSecond;
    }

    private final class Member implements RateCap {

        /** Written by the member, read by whoever divides. */
        private volatile long demand;

        private volatile long allowed;

        @Override
        public long allowed(long demandBytesPerSecond, long nowNanos) {
            demand = Math.max(0, demandBytesPerSecond);
            divideIfDue(nowNanos);
            return allowed;
        }

        @Override
        public void leave() {
            synchronized (lock) {
                if (members.removeIf(member -> member == this)) {
                    allowed = 0;
                }
            }
        }
    }
}
