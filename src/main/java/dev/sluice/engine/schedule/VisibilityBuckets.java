package dev.sluice.engine.schedule;

/**
 * How often an entity is updated at which distance from the player (seed 001's interest management). Applies while the
 * link is congested, and while it is merely full beyond 16 blocks to what does not fight with the player. State only; spawns,
 * removals and other facts never wait for an interval.
 *
 * @param nearBlocks up to this distance in blocks, inclusive, an entity is near; greater than 0
 * @param midBlocks up to this distance in blocks, inclusive, it is in the middle, beyond it far; at least nearBlocks
 * @param nearInterval ticks between two updates of a near entity, 1 to {@value #MAX_INTERVAL}
 * @param midInterval the same in the middle, at least nearInterval
 * @param farInterval the same far away, at least midInterval
 */
public record VisibilityBuckets(
        double nearBlocks, double midBlocks, int nearInterval, int midInterval, int farInterval) {

    /** The longest interval: one second of the server's ticks. */
    public static final int MAX_INTERVAL = 20;

    public VisibilityBuckets {
        if (!(nearBlocks > 0) || !(midBlocks >= nearBlocks) || Double.isInfinite(midBlocks)) {
            throw new IllegalArgumentException(
                    "expected distances above 0 blocks, the middle not before the near, found " + nearBlocks + " and "
                            + midBlocks);
        }
        if (nearInterval < 1 || midInterval < nearInterval || farInterval < midInterval || farInterval > MAX_INTERVAL) {
            throw new IllegalArgumentException("expected intervals of 1 to " + MAX_INTERVAL
                    + " ticks that do not shrink with the distance, found " + nearInterval + ", " + midInterval + ", "
                    + farInterval);
        }
    }

    /**
     * Ticks between two updates of an entity at some distance.
     *
     * @param distanceSquared the square of the distance in blocks; NaN, an unknown place, counts as near
     */
    public int intervalAt(double distanceSquared) {
        if (distanceSquared > midBlocks * midBlocks) {
            return farInterval;
        }
        return distanceSquared > nearBlocks * nearBlocks ? midInterval : nearInterval;
    }
}
