package dev.sluice.engine.budget;

/**
 * A client's bandwidth budget (seed 002).
 *
 * @param maxBytesPerSecond the rate, at least 1
 * @param tickRate ticks per second, at least 1; Minecraft's is 20
 * @param maxBurstTicks how many ticks' budget an idle client may save up, at least 1
 */
public record BandwidthConfig(long maxBytesPerSecond, int tickRate, double maxBurstTicks) {

    /** The seed's 1 Mbit/s at 20 ticks a second, with two ticks of burst. */
    public static final BandwidthConfig DEFAULT = new BandwidthConfig(125_000, 20, 2);

    public BandwidthConfig {
        if (maxBytesPerSecond < 1 || tickRate < 1 || !(maxBurstTicks >= 1)) {
            throw new IllegalArgumentException(
                    "expected a rate and a tick rate of at least 1 and a burst of at least 1 tick, found "
                            + maxBytesPerSecond + " B/s, " + tickRate + "/s, " + maxBurstTicks + " ticks");
        }
    }

    /** The same with another rate, at least 1. */
    public BandwidthConfig withRate(long bytesPerSecond) {
        return new BandwidthConfig(bytesPerSecond, tickRate, maxBurstTicks);
    }

    /** The budget of one tick in bytes, rounded down. */
    public long bytesPerTick() {
        return maxBytesPerSecond / tickRate;
    }

    /** The most credit that can be saved up, in bytes. */
    public double burstBytes() {
        return maxBurstTicks * maxBytesPerSecond / tickRate;
    }

    /** One tick in nanoseconds. */
    public long tickNanos() {
        return 1_000_000_000L / tickRate;
    }
}
