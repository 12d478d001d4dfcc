package dev.sluice.engine;

/** Counts the ticks of one session on a grid of its own. Confined to the client's thread. */
final class TickClock {

    /** Ticks that are reported one by one; what is missed beyond them leaves a gap in the history. */
    private static final int MAX_CATCH_UP_TICKS = 600;

    /** After so many decisions the time is looked at again, so that ticks do not end late under traffic. */
    private static final int MAX_UNDATED = 16;

    private long tickNanos;
    private long tickEndNanos;
    private long tick;

    /** Decisions since the last look at the time. */
    private int undated;

    TickClock(long nowNanos, long tickNanos) {
        this.tickNanos = tickNanos;
        this.tickEndNanos = nowNanos + tickNanos;
    }

    /** The number of the present tick. */
    long tick() {
        return tick;
    }

    /** For how long the present tick goes on, in nanoseconds. */
    long nanosUntilEnd(long nowNanos) {
        return tickEndNanos - nowNanos;
    }

    /** Changes the length of the ticks to come. */
    void retime(long newTickNanos) {
        tickNanos = newTickNanos;
    }

    /** Whether one more decision may do without a look at the time. */
    boolean mayGoUndated() {
        return undated < MAX_UNDATED;
    }

    /** A decision did without. */
    void goUndated() {
        undated++;
    }

    /** Moves to the present; returns how many ticks have ended since the last call, at most 600. */
    int advance(long nowNanos) {
        undated = 0;
        if (nowNanos - tickEndNanos < 0) {
            return 0;
        }
        long ended = (nowNanos - tickEndNanos) / tickNanos + 1;
        tick += ended;
        tickEndNanos += ended * tickNanos;
        return (int) Math.min(ended, MAX_CATCH_UP_TICKS);
    }
}
