package dev.sluice.sim.play;

/**
 * What a server sends to a player.
 *
 * @param entities creatures around the player, at least 0
 * @param viewDistance in chunks, 1 to 32
 * @param chunksPerSecond how fast the server hands out chunks, above 0
 * @param denseShare chunks that compress badly, 0 to 1
 */
public record TrafficPlan(int entities, int viewDistance, double chunksPerSecond, double denseShare) {

    /** 48 creatures; a view of 441 chunks of 2.0 MB at the server's own pace. */
    public static final TrafficPlan DEFAULT = new TrafficPlan(48, 10, 75, 0.025);

    public TrafficPlan {
        if (entities < 0
                || viewDistance < 1
                || viewDistance > 32
                || !(chunksPerSecond > 0)
                || !(denseShare >= 0 && denseShare <= 1)) {
            throw new IllegalArgumentException("expected 0 entities or more, a view distance of 1 to 32, a chunk rate"
                    + " above 0 and a share of 0 to 1, found " + entities + ", " + viewDistance + ", " + chunksPerSecond
                    + ", " + denseShare);
        }
    }
}
