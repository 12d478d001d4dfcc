package dev.sluice.oracle;

/** Where things are: chunks in a square of 32 by 32, entities and profiles by small numbers. */
final class Places {

    /** Chunk coordinates are in [-16, 16). */
    static final int SIDE = 32;

    static final int CHUNKS = SIDE * SIDE;
    static final int ENTITIES = 96;
    static final int PROFILES = 8;

    /** The player's own. */
    static final int OWN_PROFILE = 1;

    /** Of each chunk so many blocks change. */
    static final int EDITED = 16;

    private Places() {}

    /** The chunk coordinate of a block coordinate. */
    static int chunk(double block) {
        return (int) Math.floor(block) >> 4;
    }

    /** The height of all blocks that change. */
    static final int BLOCK_Y = 64;

    /** The x of a block of a chunk: they stand in a row. */
    static int blockX(int chunkX, int pos) {
        return 16 * chunkX + pos;
    }

    static int blockZ(int chunkZ) {
        return 16 * chunkZ;
    }

    static boolean isChunk(int x, int z) {
        return x >= -SIDE / 2 && x < SIDE / 2 && z >= -SIDE / 2 && z < SIDE / 2;
    }

    static int index(int x, int z) {
        return (x + SIDE / 2) * SIDE + z + SIDE / 2;
    }

    static int x(int index) {
        return index / SIDE - SIDE / 2;
    }

    static int z(int index) {
        return index % SIDE - SIDE / 2;
    }
}
