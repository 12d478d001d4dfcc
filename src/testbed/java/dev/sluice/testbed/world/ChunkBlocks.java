package dev.sluice.testbed.world;

import net.minestom.server.instance.block.Block;

/** One chunk's block states while it is made. */
final class ChunkBlocks {
    static final int WIDTH = 16;
    static final int MIN_Y = -64;
    static final int HEIGHT = 384;
    static final int MAX_Y = MIN_Y + HEIGHT;

    private final int[] states = new int[WIDTH * WIDTH * HEIGHT];

    int get(int x, int y, int z) {
        return states[index(x, y, z)];
    }

    void set(int x, int y, int z, Block block) {
        states[index(x, y, z)] = block.stateId();
    }

    void set(int x, int y, int z, int state) {
        states[index(x, y, z)] = state;
    }

    static boolean inside(int x, int y, int z) {
        return x >= 0 && x < WIDTH && z >= 0 && z < WIDTH && y >= MIN_Y && y < MAX_Y;
    }

    private static int index(int x, int y, int z) {
        return ((y - MIN_Y) * WIDTH + z) * WIDTH + x;
    }
}
