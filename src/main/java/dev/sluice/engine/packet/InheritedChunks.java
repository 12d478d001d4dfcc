package dev.sluice.engine.packet;

import dev.sluice.engine.priority.Target;

/**
 * The chunks that a client has from before its session, as far as can be told: those around where its player was found, but for
 * what was unloaded since. It may have others that nobody has taken from it. Confined to the client's thread.
 */
final class InheritedChunks {

    private final int chunkX;
    private final int chunkZ;
    private final int radius;
    private final LongMap<Target.ChunkTarget> unloaded = new LongMap<>();

    /** @param radius in chunks */
    InheritedChunks(int chunkX, int chunkZ, int radius) {
        this.chunkX = chunkX;
        this.chunkZ = chunkZ;
        this.radius = radius;
    }

    /** Whether the client has a chunk though it was not sent since. */
    boolean has(Target.ChunkTarget chunk) {
        return isAround(chunk) && unloaded.get(chunk.id()) == null;
    }

    /** The client was told to forget a chunk. */
    void unloaded(Target.ChunkTarget chunk) {
        if (isAround(chunk)) {
            unloaded.put(chunk.id(), chunk);
        }
    }

    private boolean isAround(Target.ChunkTarget chunk) {
        return Math.abs(chunk.chunkX() - chunkX) <= radius && Math.abs(chunk.chunkZ() - chunkZ) <= radius;
    }
}
