package dev.sluice.engine.port;

/** A monotonic clock. Its origin is arbitrary and its value may overflow: compare differences only. */
@FunctionalInterface
public interface Ticker {

    /** Returns the current time in nanoseconds. Any thread. */
    long nanos();
}
