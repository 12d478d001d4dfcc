package dev.sluice.bench;

import dev.sluice.engine.port.Ticker;

/** Time that the benchmark moves, so that the budget is the same however fast it runs. */
public final class Clock implements Ticker {

    /** Whether each reading costs what it costs in production. */
    public enum Kind {
        /** A field. */
        FAKE,
        /** The same time, but {@link System#nanoTime} is read as well. */
        NANO_TIME
    }

    private final boolean readsSystem;
    private long nanos;
    private long system;

    Clock(Kind kind) {
        readsSystem = kind == Kind.NANO_TIME;
    }

    @Override
    public long nanos() {
        if (readsSystem) {
            system = System.nanoTime();
        }
        return nanos;
    }

    void advance(long more) {
        nanos += more;
    }

    long system() {
        return system;
    }
}
