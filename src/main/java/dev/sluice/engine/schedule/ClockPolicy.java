package dev.sluice.engine.schedule;

/** What drives the passes over what is held (seed 001). */
public enum ClockPolicy {
    /** A pass per server tick: the same order whatever the machine's load, at the price of up to a tick of delay. */
    KERNEL,
    /** Passes on a clock of the session's own, finer than the tick: the least delay. */
    INDEPENDENT,
    /** The order is made anew on the server's tick, and in the first pass; between ticks the own clock paces what it releases. */
    HYBRID;

    /** Whether passes depend on ticks at all. */
    public boolean usesTicks() {
        return this != INDEPENDENT;
    }
}
