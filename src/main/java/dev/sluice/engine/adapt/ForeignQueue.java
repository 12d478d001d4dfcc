package dev.sluice.engine.adapt;

/**
 * Tells somebody else's queue from one's own: of what less was sent than delivered, a queue of one's own loses all. One
 * that is long for two seconds and has lost hardly any of it is another flow's (LEDBAT, RFC 6817, means to yield to such
 * a flow; a game must not). Confined to the client's thread.
 */
final class ForeignQueue {

    private static final long AFTER_NANOS = 2_000_000_000L;

    /** Jitter and a capacity misjudged leave some of one's own. */
    private static final double OWN_SHARE = 0.3;

    private boolean isLong;
    private long sinceNanos;
    private double firstNanos;
    private double undersentNanos;

    /** So much less was sent than delivered, as the time that it takes to deliver; 0 or more. */
    void undersent(double nanos) {
        undersentNanos += nanos;
    }

    /** Begins anew with the next queue that is long. */
    void forget() {
        isLong = false;
    }

    /**
     * Looks at the queue, and begins anew once it has told.
     *
     * @param longNanos where a queue is longer than a target missed and a packet just written explain
     * @return whether it is somebody else's
     */
    boolean isSeen(double queueNanos, double longNanos, long nowNanos) {
        if (queueNanos < longNanos) {
            isLong = false;
        } else if (!isLong) {
            isLong = true;
            sinceNanos = nowNanos;
            firstNanos = queueNanos;
            undersentNanos = 0;
        } else if (nowNanos - sinceNanos >= AFTER_NANOS) {
            isLong = false;
            double lostNanos = firstNanos - queueNanos;
            return lostNanos < OWN_SHARE * Math.min(undersentNanos, firstNanos);
        }
        return false;
    }
}
