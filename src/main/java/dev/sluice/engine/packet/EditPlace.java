package dev.sluice.engine.packet;

/**
 * Where blocks change: the cube of blocks from {@code x, y, z} on.
 *
 * @param side its length in blocks; 1 for a single block
 */
public record EditPlace(int x, int y, int z, int side) {

    /** Whether some of it is at most so many blocks away from a block along each axis. */
    public boolean isWithin(int blocks, int fromX, int fromY, int fromZ) {
        return distance(x, fromX) <= blocks && distance(y, fromY) <= blocks && distance(z, fromZ) <= blocks;
    }

    private long distance(int first, int from) {
        return Math.max((long) first - from, (long) from - first - (side - 1));
    }
}
