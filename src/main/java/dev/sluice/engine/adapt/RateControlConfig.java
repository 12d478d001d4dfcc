package dev.sluice.engine.adapt;

/**
 * How the budget finds the link.
 *
 * @param automatic whether it does; else the budget is what was configured
 * @param floorBytesPerSecond the least that is ever sent, at least 1; below it a link is not usable for the game
 * @param ceilingBytesPerSecond the most, at least the floor
 * @param targetDelayNanos how long the standing queue on the path is to be, greater than 0
 */
public record RateControlConfig(
        boolean automatic, long floorBytesPerSecond, long ceilingBytesPerSecond, long targetDelayNanos) {

    /** From a quarter of a megabit to a gigabit, with 25 ms of queue. */
    public static final RateControlConfig AUTOMATIC = new RateControlConfig(true, 31_250, 125_000_000, 25_000_000);

    /** The budget stays as configured. */
    public static final RateControlConfig FIXED = new RateControlConfig(false, 1, Long.MAX_VALUE, 25_000_000);

    public RateControlConfig {
        if (floorBytesPerSecond < 1 || ceilingBytesPerSecond < floorBytesPerSecond || targetDelayNanos < 1) {
            throw new IllegalArgumentException(
                    "expected a floor of at least 1, a ceiling of at least the floor and a target above 0, found "
                            + floorBytesPerSecond + " B/s, " + ceilingBytesPerSecond + " B/s, " + targetDelayNanos
                            + " ns");
        }
    }

    long bounded(double bytesPerSecond) {
        return Math.clamp((long) bytesPerSecond, floorBytesPerSecond, ceilingBytesPerSecond);
    }
}
