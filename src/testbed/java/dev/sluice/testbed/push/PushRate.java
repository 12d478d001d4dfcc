package dev.sluice.testbed.push;

/** How many chunks are due, given the time. One thread. */
public final class PushRate {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MAX_CREDIT_SECONDS = 0.1;

    private final double chunksPerSecond;
    private double credit;
    private long lastNanos;

    /** @param chunksPerSecond positive */
    public PushRate(double chunksPerSecond, long nowNanos) {
        this.chunksPerSecond = chunksPerSecond;
        this.lastNanos = nowNanos;
    }

    /** Takes what is due now, at most {@code wanted}; what was not wanted is kept for a tenth of a second. */
    public int take(long nowNanos, int wanted) {
        double max = Math.max(1, chunksPerSecond * MAX_CREDIT_SECONDS);
        credit = Math.min(max, credit + (nowNanos - lastNanos) / NANOS_PER_SECOND * chunksPerSecond);
        lastNanos = nowNanos;
        int taken = Math.min(wanted, (int) credit);
        credit -= taken;
        return taken;
    }
}
