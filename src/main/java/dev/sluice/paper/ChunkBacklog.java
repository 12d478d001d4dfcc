package dev.sluice.paper;

import java.util.Arrays;

/**
 * Tells a backlog of chunks that persists from a world that loads: what waits takes longer than ten seconds and has not become
 * less for ten seconds. A load grows at first and shrinks from then on; it may grow for half a minute. Pure; one thread.
 */
final class ChunkBacklog {

    /** The world is behind by so much that a player who moves on never sees it whole. */
    static final double LONG_MILLIS = 10_000;

    static final double SHORT_MILLIS = 2_000;

    private static final long LOOK_NANOS = 1_000_000_000L;

    /** Ten seconds between the first look and the last. */
    private static final int LOOKS = 11;

    private static final long LOAD_MAY_GROW_NANOS = 30_000_000_000L;

    /** What nothing is added to loses a second each second; what loses less than a fifth of that does not shrink. */
    private static final double SHRINKS_BY_MILLIS = 2_000;

    /** The prediction divides by a rate that is found anew all the time. */
    private static final double SMOOTHING = 0.3;

    private final double[] looks = new double[LOOKS];
    private int inARow;
    private double smoothed;
    private long lookedNanos;
    private long mayGrowUntilNanos;

    /** @param nowNanos when the player joined, whose world loads from now on */
    ChunkBacklog(long nowNanos) {
        lookedNanos = nowNanos;
        loads(nowNanos);
    }

    /** The world around the player loads anew from now on: it has come to another place. */
    void loads(long nowNanos) {
        mayGrowUntilNanos = nowNanos + LOAD_MAY_GROW_NANOS;
        startAnew();
    }

    /** What was seen so far no longer counts: something was done about it. */
    void startAnew() {
        inARow = 0;
    }

    /**
     * Follows the prediction; looks at it once a second.
     *
     * @param queueMillis how long a chunk that is offered now would wait
     */
    void follow(long nowNanos, double queueMillis) {
        if (nowNanos - lookedNanos < LOOK_NANOS) {
            return;
        }
        lookedNanos = nowNanos;
        if (queueMillis <= LONG_MILLIS) {
            inARow = 0;
            return;
        }
        smoothed = inARow == 0 ? queueMillis : smoothed + SMOOTHING * (queueMillis - smoothed);
        looks[inARow++ % LOOKS] = smoothed;
        if (inARow == 2 * LOOKS) {
            inARow = LOOKS;
        }
    }

    /** Whether it has been long for ten seconds and does not shrink. */
    boolean persists(long nowNanos) {
        if (inARow < LOOKS || nowNanos - mayGrowUntilNanos < 0) {
            return false;
        }
        double highest = Arrays.stream(looks).max().orElse(0);
        return smoothed > highest - SHRINKS_BY_MILLIS;
    }
}
