package dev.sluice.engine.adapt;

/**
 * The entity update interval (seed 002): every tick on a good link, every 2nd above the RTT threshold, every 4th above
 * twice the threshold. Confined to the client's thread.
 */
public final class AdaptiveRate {

    private AdaptiveConfig config;
    private int entityUpdateInterval = 1;

    public AdaptiveRate(AdaptiveConfig config) {
        this.config = config;
    }

    /** Changes the thresholds; the interval follows with the next {@link #adjust}. */
    public void reconfigure(AdaptiveConfig newConfig) {
        config = newConfig;
    }

    /** Follows a new round-trip time in milliseconds; NaN (unknown) keeps every tick. */
    public void adjust(double rttMillis) {
        double threshold = config.rttThresholdMillis();
        int interval;
        if (!config.enabled() || !(rttMillis > threshold)) {
            interval = 1;
        } else if (rttMillis > 2 * threshold) {
            interval = 4;
        } else {
            interval = 2;
        }
        entityUpdateInterval = Math.min(interval, config.maxInterval());
    }

    /** Ticks between updates of one entity, 1 to 4. */
    public int entityUpdateInterval() {
        return entityUpdateInterval;
    }

    /**
     * Whether an update of this entity is due in this tick (seed 002), staggered: not every entity in the same tick. A session
     * goes by {@code EntityMemory.wasSentSinceItsTurn} instead. Turns come in the same ticks there; but one that the budget
     * lets an entity miss stays its own, and a full link has longer intervals.
     */
    public boolean shouldSendEntityUpdate(int entityId, long tick) {
        return Math.floorMod(tick + entityId, entityUpdateInterval) == 0;
    }
}
