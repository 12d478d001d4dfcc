package dev.sluice.engine;

import dev.sluice.engine.adapt.RateControl;
import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.budget.ClientBandwidthTracker;
import dev.sluice.engine.budget.RateCap;
import dev.sluice.engine.budget.TokenBucket;

/**
 * How fast one client is sent to: what the link's control wants, or less by the server's limit. The bucket follows it. Confined
 * to the client's thread.
 */
final class SendRate {

    /** The bucket follows in steps of 1/128. */
    private static final int STEP_SHIFT = 7;

    private static final long UNIT_FADE_TICKS = 50;

    private final RateControl control;
    private final TokenBucket bucket;
    private final ClientBandwidthTracker tracker;
    private final RateCap cap;
    private BandwidthConfig bandwidth;

    private long wantedBytesPerSecond;
    private long allowedBytesPerSecond = Long.MAX_VALUE;
    private long bytesPerSecond;

    /** The largest packet of late in bytes; fades by half within 35 ticks. */
    private long largestUnit;

    /** @param bandwidth what the bucket goes by at first */
    SendRate(
            BandwidthConfig bandwidth,
            RateControl control,
            TokenBucket bucket,
            ClientBandwidthTracker tracker,
            RateCap cap) {
        this.bandwidth = bandwidth;
        this.control = control;
        this.bucket = bucket;
        this.tracker = tracker;
        this.cap = cap;
        this.wantedBytesPerSecond = control.bytesPerSecond();
        this.bytesPerSecond = bandwidth.maxBytesPerSecond();
    }

    long bytesPerSecond() {
        return bytesPerSecond;
    }

    /** What the link's control wants, as of the last look. */
    long wantedBytesPerSecond() {
        return wantedBytesPerSecond;
    }

    /** A packet of so many bytes was written. */
    void wrote(long bytes) {
        largestUnit = Math.max(largestUnit, bytes);
    }

    /** Has the control look at the link; the rate follows with {@link #pace}. */
    void look(long nowNanos, boolean backlogged) {
        boolean inForce = wantedBytesPerSecond <= allowedBytesPerSecond;
        wantedBytesPerSecond = control.step(nowNanos, backlogged, inForce, largestUnit);
    }

    /**
     * Lets the bucket follow; not every small change, which nobody could see, but never more than is allowed: the others
     * have what was cut.
     */
    void pace(long nowNanos) {
        long next = Math.min(wantedBytesPerSecond, allowedBytesPerSecond);
        boolean seen = Math.abs(next - bytesPerSecond) > bytesPerSecond >> STEP_SHIFT;
        if (bytesPerSecond > allowedBytesPerSecond || seen) {
            spend(next, nowNanos);
        }
    }

    /**
     * Asks the server's limit for what is used, what is never held included, or for all that the link carries if that is
     * more and something waits; and spends what it allows.
     */
    void followCap(long nowNanos, boolean backlogged) {
        long used = tracker.currentBytesPerSecond();
        allowedBytesPerSecond = cap.allowed(backlogged ? Math.max(wantedBytesPerSecond, used) : used, nowNanos);
        pace(nowNanos);
    }

    /** A tick has ended in which so many bytes were written. */
    void endTick(long wireBytes) {
        tracker.consume(wireBytes);
        tracker.endTick();
        largestUnit -= largestUnit / UNIT_FADE_TICKS;
    }

    /** Follows a new configuration at once. */
    void reconfigure(EngineConfig config, long nowNanos, boolean backlogged) {
        bandwidth = config.bandwidth();
        control.reconfigure(config.control(), bandwidth.maxBytesPerSecond());
        look(nowNanos, backlogged);
        spend(Math.min(wantedBytesPerSecond, allowedBytesPerSecond), nowNanos);
        tracker.reconfigure(bandwidth);
    }

    private void spend(long newBytesPerSecond, long nowNanos) {
        bytesPerSecond = newBytesPerSecond;
        bucket.reconfigure(bandwidth.withRate(newBytesPerSecond), nowNanos);
    }
}
