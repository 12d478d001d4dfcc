package dev.sluice.engine.schedule;

/** Where a session's ticks come from (seed 001); of no meaning under {@link ClockPolicy#INDEPENDENT}. */
public enum SchedulerClock {
    /** A timer of the session's own, as long as a server tick. */
    INTERNAL,
    /** The server, through {@link NetworkScheduler#tickScheduler}. */
    EXTERNAL
}
