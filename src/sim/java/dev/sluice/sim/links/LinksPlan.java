package dev.sluice.sim.links;

import dev.sluice.sim.play.TrafficPlan;

/**
 * What is studied. All that a study says follows from it.
 *
 * @param links at least 1; each a player's own
 * @param nanos how long each plays, at least 10 s
 * @param seed from which everything random is drawn
 */
public record LinksPlan(int links, long nanos, long seed, TrafficPlan traffic) {

    private static final long SHORTEST_NANOS = 10_000_000_000L;

    /** Mean sizes of a chunk that compresses well, and of one that does not. */
    private static final double CHUNK_BYTES = 4_000;

    private static final double DENSE_BYTES = 24_000;

    public LinksPlan {
        if (links < 1 || nanos < SHORTEST_NANOS) {
            throw new IllegalArgumentException(
                    "expected at least one link and 10 s, found " + links + " links, " + nanos * 1e-9 + " s");
        }
    }

    private double chunkBytes() {
        return CHUNK_BYTES + traffic.denseShare() * (DENSE_BYTES - CHUNK_BYTES);
    }

    /** What a player's first view has, in bytes. */
    double loadBytes() {
        double side = 2.0 * traffic.viewDistance() + 1;
        return side * side * chunkBytes();
    }

    /** How fast the server hands out chunks, in bytes a second: a faster link is never full. */
    double pushBytesPerSecond() {
        return traffic.chunksPerSecond() * chunkBytes();
    }
}
