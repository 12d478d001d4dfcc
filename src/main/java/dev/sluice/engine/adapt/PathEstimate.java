package dev.sluice.engine.adapt;

/**
 * What one probe's readings tell of the path to the client: how long it takes empty, how long its queue is, and how fast
 * it delivers.
 *
 * <p>The queue is the smallest of the last readings (as in CoDel, RFC 8289): a chunk that was just written is no standing
 * queue. The capacity is what was delivered while there was a queue all the time; without one, delivery tells how fast
 * the path is at least, so it is believed only if it is larger (as BBR treats application-limited samples). Confined to
 * the client's thread.
 */
final class PathEstimate {

    private static final long MIN_QUEUE_WINDOW_NANOS = 30_000_000L;
    private static final long MIN_WINDOW_NANOS = 100_000_000L;
    private static final long MAX_WINDOW_NANOS = 1_000_000_000L;

    /** A silence of so long is an event, not a rate. */
    private static final long GAP_NANOS = 600_000_000L;

    /** A window is to cover so many bytes, or single segments make the figure. */
    private static final double WINDOW_BYTES = 12_000;

    /** Above this there is a queue, and not just jitter. */
    static final double BUSY_NANOS = 4e6;

    private static final double CERTAINLY_BUSY_NANOS = 60e6;
    private static final long CERTAIN_WINDOW_NANOS = 500_000_000L;

    /** A round trip so close to the smallest one was without a queue. */
    private static final double NEAR_BASE_NANOS = 3e6;

    private static final double SMOOTHING = 0.3;

    /** Until something is known: the seed's 1 Mbit/s. */
    private static final double UNKNOWN_CAPACITY = 125_000;

    private final MinRtt minRtt;
    private final DeliveryHistory history = new DeliveryHistory();
    private double capacity = Double.NaN;
    private double queue = Double.NaN;
    private long queueWindowNanos = MIN_QUEUE_WINDOW_NANOS;
    private double lastQueue = Double.NaN;
    private double rtt = Double.NaN;
    private long deliveredBytes;
    private long progressNanos;
    private long emptyNanos;
    private long thirstyNanos;

    PathEstimate(long nowNanos) {
        minRtt = new MinRtt(nowNanos);
        progressNanos = nowNanos;
        emptyNanos = nowNanos;
        thirstyNanos = nowNanos;
    }

    /**
     * Takes a reading.
     *
     * @param rttNanos the round-trip time, which may be smoothed
     * @param leastNanos what a round trip took at most, not smoothed if that is known: its minimum is the empty path's
     * @param delivered bytes confirmed so far
     * @param delayNanos how long the oldest byte that is not confirmed, or the one confirmed last, has been under way
     * @param saturated whether there was more to send than the path was given
     * @param unitBytes the largest packet of late: the queue's bottom shows only between two of them
     */
    void observe(
            long nowNanos,
            double rttNanos,
            double leastNanos,
            long delivered,
            double delayNanos,
            boolean saturated,
            long unitBytes) {
        if (!saturated) {
            thirstyNanos = nowNanos;
        }
        rtt = rttNanos;
        minRtt.observe(leastNanos, nowNanos);
        if (leastNanos <= minRtt.nanos() + NEAR_BASE_NANOS) {
            emptyNanos = nowNanos;
        }
        boolean progress = delivered != deliveredBytes;
        if (progress) {
            if (nowNanos - progressNanos > GAP_NANOS) {
                history.restart();
            }
            deliveredBytes = delivered;
            progressNanos = nowNanos;
        }
        add(nowNanos, Math.max(0, delayNanos - minRtt.nanos()), unitBytes, progress);
    }

    /** Nothing is under way, so there is no queue, whatever the last round-trip time was. */
    void idle(long nowNanos, double rttNanos, double leastNanos, long delivered) {
        rtt = rttNanos;
        minRtt.observe(leastNanos, nowNanos);
        deliveredBytes = delivered;
        progressNanos = nowNanos;
        emptyNanos = nowNanos;
        thirstyNanos = nowNanos;
        add(nowNanos, 0, 0, false);
    }

    private void add(long nowNanos, double queueNanos, long unitBytes, boolean progress) {
        lastQueue = queueNanos;
        history.add(nowNanos, deliveredBytes, queueNanos);
        double known = Double.isNaN(capacity) ? UNKNOWN_CAPACITY : capacity;
        double unitNanos = 1.5 * unitBytes * 1e9 / known;
        queueWindowNanos = window(unitNanos, MIN_QUEUE_WINDOW_NANOS);
        queue = history.smallestQueue(queueWindowNanos);
        long window = window(Math.max(WINDOW_BYTES * 1e9 / known, unitNanos), MIN_WINDOW_NANOS);
        double rate = progress ? history.rateOver(window) : Double.NaN;
        // While there is little to send, the client's delayed acknowledgements look like a queue.
        boolean saturated = nowNanos - thirstyNanos > window;
        boolean busy = saturated
                ? history.smallestQueue(window) > BUSY_NANOS
                : history.smallestQueue(CERTAIN_WINDOW_NANOS) > CERTAINLY_BUSY_NANOS;
        if (Double.isNaN(capacity)) {
            capacity = rate;
        } else if (busy && !Double.isNaN(rate)) {
            capacity += SMOOTHING * (rate - capacity);
        } else if (rate > capacity) {
            capacity = rate;
        }
    }

    private static long window(double nanos, long least) {
        return Math.clamp((long) nanos, least, MAX_WINDOW_NANOS);
    }

    /** Believes that the path takes so long empty. */
    void rebase(double rttNanos, long nowNanos) {
        minRtt.restart(rttNanos, nowNanos);
        emptyNanos = nowNanos;
    }

    /** Bytes a second, NaN while unknown. */
    double capacity() {
        return capacity;
    }

    /** The standing queue in nanoseconds, NaN while unknown. */
    double queueNanos() {
        return queue;
    }

    /** How long it takes until a change of the rate shows in the queue, in nanoseconds. */
    double lagNanos() {
        return minRtt.nanos() + (double) queueWindowNanos;
    }

    /** The queue that the last reading showed, in nanoseconds; NaN while unknown. */
    double lastQueueNanos() {
        return lastQueue;
    }

    /** The round-trip time without a queue in nanoseconds, NaN while unknown. */
    double minRttNanos() {
        return minRtt.nanos();
    }

    /** The last reading's round-trip time in nanoseconds, NaN while unknown. */
    double rttNanos() {
        return rtt;
    }

    /** When the path was last seen without a queue. */
    long emptyNanos() {
        return emptyNanos;
    }

    /** When something was last seen to arrive. */
    long progressNanos() {
        return progressNanos;
    }
}
