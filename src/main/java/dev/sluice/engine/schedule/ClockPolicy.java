package dev.sluice.engine.schedule;

/** What drives the passes over what is held (seed 001). */
public enum ClockPolicy {
    /** A pass a server tick. */
    KERNEL,
    /** Passes on a clock of the link's own, finer than the tick. */
    INDEPENDENT
}
