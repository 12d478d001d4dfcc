package dev.sluice.engine.priority;

/** Where the player is, in blocks. */
public record Viewpoint(double x, double y, double z) {

    /** The square of the distance in chunks from the player's chunk to another. */
    public long chunkDistanceSquared(int chunkX, int chunkZ) {
        long dx = chunkX - Math.floorDiv((long) Math.floor(x), 16L);
        long dz = chunkZ - Math.floorDiv((long) Math.floor(z), 16L);
        return dx * dx + dz * dz;
    }
}
