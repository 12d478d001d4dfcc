package dev.sluice.sim;

import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.port.Ticker;

/** A session's credit, worked out again from what it wrote. */
final class ShadowCredit implements ClientObserver {

    private final Ticker ticker;
    private final TokenBucket bucket;

    ShadowCredit(BandwidthConfig config, Ticker ticker) {
        this.ticker = ticker;
        this.bucket = new TokenBucket(config, ticker.nanos());
    }

    /** The credit now, in bytes. */
    double bytes() {
        bucket.refill(ticker.nanos());
        return bucket.credit();
    }

    @Override
    public void held(SimPacket packet) {
        bucket.refill(ticker.nanos());
    }

    @Override
    public void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {
        bucket.refill(ticker.nanos());
        if (cause.isBudgeted()) {
            bucket.spend(bytes);
        } else {
            bucket.charge(bytes);
        }
    }
}
