package dev.sluice.engine.adapt;

/**
 * When the entity update interval grows (seed 002).
 *
 * @param enabled whether it ever does
 * @param rttThresholdMillis above this round-trip time every 2nd tick, above twice this every 4th; greater than 0
 * @param maxInterval the largest interval in ticks, 1 to 4
 * @param rtt what of the round-trip time is held against the threshold
 */
public record AdaptiveConfig(boolean enabled, double rttThresholdMillis, int maxInterval, Rtt rtt) {

    /** What of the round-trip time counts. */
    public enum Rtt {
        /** All of it, distance included, as in the seed: who is far away cannot use more updates anyway. */
        TOTAL,
        /** Only what queues add to it. */
        QUEUEING
    }

    /** The seed's 150 ms and 4. */
    public static final AdaptiveConfig DEFAULT = new AdaptiveConfig(true, 150, 4, Rtt.TOTAL);

    public AdaptiveConfig {
        if (!(rttThresholdMillis > 0) || maxInterval < 1 || maxInterval > 4) {
            throw new IllegalArgumentException("expected a threshold above 0 ms and an interval of 1 to 4, found "
                    + rttThresholdMillis + " ms and " + maxInterval);
        }
    }
}
