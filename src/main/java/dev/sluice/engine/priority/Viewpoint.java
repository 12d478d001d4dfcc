package dev.sluice.engine.priority;

/**
 * Where the player is and where it looks.
 *
 * @param x in blocks, as y and z
 * @param yaw in degrees: 0 looks to positive z, 90 to negative x
 * @param pitch in degrees: 90 looks straight down
 */
public record Viewpoint(double x, double y, double z, float yaw, float pitch) {

    /** The x of the player's chunk. */
    public int chunkX() {
        return (int) Math.floorDiv((long) Math.floor(x), 16L);
    }

    /** The z of the player's chunk. */
    public int chunkZ() {
        return (int) Math.floorDiv((long) Math.floor(z), 16L);
    }
}
