package dev.sluice.sim;

import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.port.Ticker;
import java.util.function.LongSupplier;

/** A session's credit, worked out again from what it wrote. */
final class ShadowCredit implements ClientObserver {

    private final BandwidthConfig config;
    private final Ticker ticker;
    private final LongSupplier rate;
    private final TokenBucket bucket;
    private long bytesPerSecond;

    ShadowCredit(BandwidthConfig config, Ticker ticker) {
        this(config, ticker, config::maxBytesPerSecond);
    }

    /** @param rate what is earned from now on, in bytes a second; it changes in passes alone */
    ShadowCredit(BandwidthConfig config, Ticker ticker, LongSupplier rate) {
        this.config = config;
        this.ticker = ticker;
        this.rate = rate;
        this.bucket = new TokenBucket(config, ticker.nanos());
        this.bytesPerSecond = config.maxBytesPerSecond();
    }

    /** The credit now, in bytes. */
    double bytes() {
        moveOn();
        return bucket.credit();
    }

    /** What the credit is after a pause, in bytes. */
    double fullBytes() {
        return config.withRate(bytesPerSecond).burstBytes();
    }

    @Override
    public void held(SimPacket packet) {
        moveOn();
    }

    @Override
    public void passBegins() {
        moveOn();
    }

    @Override
    public void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {
        moveOn();
        if (cause.isBudgeted()) {
            bucket.spend(bytes);
        } else {
            bucket.charge(bytes);
        }
    }

    @Override
    public void passEnded() {
        moveOn();
    }

    private void moveOn() {
        long now = ticker.nanos();
        bucket.refill(now);
        long newBytesPerSecond = rate.getAsLong();
        if (newBytesPerSecond != bytesPerSecond) {
            bytesPerSecond = newBytesPerSecond;
            bucket.reconfigure(config.withRate(bytesPerSecond), now);
        }
    }
}
