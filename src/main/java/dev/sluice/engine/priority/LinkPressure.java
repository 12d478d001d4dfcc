package dev.sluice.engine.priority;

/** How full a client's link is, as far as entity updates are concerned. */
public enum LinkPressure {
    /** Everything fits. */
    FREE(1),
    /**
     * Something waits all the time, such as a world that loads: entities that are not close are updated at their intervals,
     * so that it arrives sooner.
     */
    FULL(3),
    /** Entity updates themselves do not fit: all entities are updated at their intervals. */
    CONGESTED(1);

    private final int leastIntervalTicks;

    LinkPressure(int leastIntervalTicks) {
        this.leastIntervalTicks = leastIntervalTicks;
    }

    /**
     * Ticks between two updates of an entity that is not close, at least. On a full link 3: as often as the game itself
     * updates most creatures (EntityType.Builder's default).
     */
    public int leastIntervalTicks() {
        return leastIntervalTicks;
    }
}
