package dev.sluice.testbed.push;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The chunks a player is yet to get. Chunks arrive from any thread. */
public final class PushQueue {
    private final Set<ChunkAt> waiting = new HashSet<>();

    /**
     * A chunk's place.
     *
     * @param x in chunks
     * @param z in chunks
     */
    public record ChunkAt(int x, int z) {
        long squaredDistance(ChunkAt other) {
            long dx = (long) x - other.x;
            long dz = (long) z - other.z;
            return dx * dx + dz * dz;
        }
    }

    public synchronized void add(ChunkAt chunk) {
        waiting.add(chunk);
    }

    /** Returns whether the chunk was waiting, so that the client never heard of it. */
    public synchronized boolean cancel(ChunkAt chunk) {
        return waiting.remove(chunk);
    }

    public synchronized int size() {
        return waiting.size();
    }

    public synchronized void clear() {
        waiting.clear();
    }

    /** Removes the chunk nearest to {@code centre}; of two as near, the one with the smaller x, then z. */
    public synchronized Optional<ChunkAt> pollNearest(ChunkAt centre) {
        ChunkAt nearest = null;
        for (ChunkAt chunk : waiting) {
            if (nearest == null || before(chunk, nearest, centre)) {
                nearest = chunk;
            }
        }
        if (nearest != null) {
            waiting.remove(nearest);
        }
        return Optional.ofNullable(nearest);
    }

    private static boolean before(ChunkAt one, ChunkAt other, ChunkAt centre) {
        int byDistance = Long.compare(one.squaredDistance(centre), other.squaredDistance(centre));
        if (byDistance != 0) {
            return byDistance < 0;
        }
        return one.x() != other.x() ? one.x() < other.x() : one.z() < other.z();
    }
}
