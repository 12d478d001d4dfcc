package dev.sluice.engine;

/** Counts the ticks of one session on a grid of its own. Confined to the client's thread. */
final class TickClock {

    /** Ticks that are reported one by one; what is missed beyond them leaves a gap in the history. */
    private static final int MAX_CATCH_UP_TICKS = 600;

    private long tickNanos;
    private long tickEndNanos;
    private long tick;

    TickClock(long nowNanos, long tickNanos) {
        this.tickNanos = tickNanos;
        this.tickEndNanos = nowNanos + tickNanos;
    }

    /** The number of the present tick. */
    long tick() {
        return tick;
    }

    /** Changes the length of the ticks to come. */
    void retime(long newTickNanos) {
        tickNanos = newTickNanos;
    }

    /** Moves to the present; returns how many ticks have ended since the last call, at most 600. */
    int advance(long nowNanos) {
        if (nowNanos - tickEndNanos < 0) {
            return 0;
        }
        long ended = (nowNanos - tickEndNanos) / tickNanos + 1;
        tick += ended;
        tickEndNanos += ended * tickNanos;
        return (int) Math.min(ended, MAX_CATCH_UP_TICKS);
    }
}
