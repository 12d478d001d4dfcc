package dev.sluice.engine;

import dev.sluice.engine.port.Ticker;

/** Time that a test moves. Starts shortly before the nanosecond clock overflows, so that absolute comparisons fail. */
public final class FakeTicker implements Ticker {

    private long nanos = Long.MAX_VALUE - 3_000_000_000L;

    @Override
    public long nanos() {
        return nanos;
    }

    public void advanceMillis(long millis) {
        nanos += millis * 1_000_000;
    }

    public void advanceNanos(long more) {
        nanos += more;
    }
}
