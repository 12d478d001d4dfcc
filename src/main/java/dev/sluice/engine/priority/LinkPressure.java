package dev.sluice.engine.priority;

/** How full a client's link is, as far as entity updates are concerned. */
public enum LinkPressure {
    /** Everything fits. */
    FREE,
    /**
     * Something waits all the time, such as a world that loads: entities that are not close are updated at their intervals,
     * so that it arrives sooner.
     */
    FULL,
    /** Entity updates themselves do not fit: all entities are updated at their intervals. */
    CONGESTED
}
