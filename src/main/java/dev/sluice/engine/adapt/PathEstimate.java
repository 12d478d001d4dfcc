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
    private static final double UNKNOWN_BYTES_PER_SECOND = 125_000;

    private final String probe;
    private final MinRtt minRtt;
    private final DeliveryHistory history = new DeliveryHistory();
    private double capacityBytesPerSecond = Double.NaN;
    private double queueNanos = Double.NaN;
    private long queueWindowNanos = MIN_QUEUE_WINDOW_NANOS;
    private double lastQueueNanos = Double.NaN;
    private double rttNanos = Double.NaN;
    private long deliveredBytes;
    private long progressNanos;
    private long emptyNanos;
    private long thirstyNanos;

    /** @param probe the name of what reads the path */
    PathEstimate(String probe, long nowNanos) {
        this.probe = probe;
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
     * @param confirmedBytes bytes confirmed so far
     * @param delayNanos how long the oldest byte that is not confirmed, or the one confirmed last, has been under way
     * @param saturated whether there was more to send than the path was given
     * @param unitBytes the largest packet of late: the queue's bottom shows only between two of them
     */
    void observe(
            long nowNanos,
            double rttNanos,
            double leastNanos,
            long confirmedBytes,
            double delayNanos,
            boolean saturated,
            long unitBytes) {
        if (!saturated) {
            thirstyNanos = nowNanos;
        }
        this.rttNanos = rttNanos;
        minRtt.observe(leastNanos, nowNanos);
        if (leastNanos <= minRtt.nanos() + NEAR_BASE_NANOS) {
            emptyNanos = nowNanos;
        }
        boolean progress = confirmedBytes != deliveredBytes;
        if (progress) {
            if (nowNanos - progressNanos > GAP_NANOS) {
                history.restart();
            }
            deliveredBytes = confirmedBytes;
            progressNanos = nowNanos;
        }
        add(nowNanos, Math.max(0, delayNanos - minRtt.nanos()), unitBytes, progress);
    }

    /** Nothing is under way, so there is no queue, whatever the last round-trip time was. */
    void idle(long nowNanos, double rttNanos, double leastNanos, long confirmedBytes) {
        this.rttNanos = rttNanos;
        minRtt.observe(leastNanos, nowNanos);
        deliveredBytes = confirmedBytes;
        progressNanos = nowNanos;
        emptyNanos = nowNanos;
        add(nowNanos, 0, 0, false);
    }

    private void add(long nowNanos, double nowQueueNanos, long unitBytes, boolean progress) {
        lastQueueNanos = nowQueueNanos;
        history.add(nowNanos, deliveredBytes, nowQueueNanos);
        double knownBytesPerSecond =
                Double.isNaN(capacityBytesPerSecond) ? UNKNOWN_BYTES_PER_SECOND : capacityBytesPerSecond;
        double unitNanos = 1.5 * unitBytes * 1e9 / knownBytesPerSecond;
        queueWindowNanos = windowNanos(unitNanos, MIN_QUEUE_WINDOW_NANOS);
        queueNanos = history.smallestQueue(queueWindowNanos);
        long rateWindowNanos =
                windowNanos(Math.max(WINDOW_BYTES * 1e9 / knownBytesPerSecond, unitNanos), MIN_WINDOW_NANOS);
        double bytesPerSecond = progress ? history.rateOver(rateWindowNanos) : Double.NaN;
        // While there is little to send, the client's delayed acknowledgements look like a queue.
        boolean saturated = nowNanos - thirstyNanos > rateWindowNanos;
        boolean busy = saturated
                ? history.smallestQueue(rateWindowNanos) > BUSY_NANOS
                : history.smallestQueue(Math.max(CERTAIN_WINDOW_NANOS, rateWindowNanos)) > CERTAINLY_BUSY_NANOS;
        if (Double.isNaN(capacityBytesPerSecond)) {
            capacityBytesPerSecond = bytesPerSecond;
        } else if (busy && !Double.isNaN(bytesPerSecond)) {
            capacityBytesPerSecond += SMOOTHING * (bytesPerSecond - capacityBytesPerSecond);
        } else if (bytesPerSecond > capacityBytesPerSecond) {
            capacityBytesPerSecond = bytesPerSecond;
        }
    }

    private static long windowNanos(double nanos, long leastNanos) {
        return Math.clamp((long) nanos, leastNanos, MAX_WINDOW_NANOS);
    }

    /** Believes that the path takes so long empty. */
    void rebase(double emptyRttNanos, long nowNanos) {
        minRtt.restart(emptyRttNanos, nowNanos);
        emptyNanos = nowNanos;
    }

    /** The name of the probe that reads the path. */
    String probe() {
        return probe;
    }

    /** What the path delivers in bytes a second, NaN while unknown. */
    double capacityBytesPerSecond() {
        return capacityBytesPerSecond;
    }

    /** The standing queue in nanoseconds, NaN while unknown. */
    double queueNanos() {
        return queueNanos;
    }

    /** How long it takes until a change of the rate shows in the queue, in nanoseconds. */
    double lagNanos() {
        return minRtt.nanos() + (double) queueWindowNanos;
    }

    /** The queue that the last reading showed, in nanoseconds; NaN while unknown. */
    double lastQueueNanos() {
        return lastQueueNanos;
    }

    /** The round-trip time without a queue in nanoseconds, NaN while unknown. */
    double minRttNanos() {
        return minRtt.nanos();
    }

    /** The last reading's round-trip time in nanoseconds, NaN while unknown. */
    double rttNanos() {
        return rttNanos;
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
