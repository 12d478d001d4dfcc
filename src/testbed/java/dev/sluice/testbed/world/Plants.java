package dev.sluice.testbed.world;

import java.util.random.RandomGenerator;
import net.minestom.server.instance.block.Block;

/** Trees and grass. A tree stands wholly within its chunk. */
final class Plants {
    private static final int MAX_TREES = 4;
    private static final int CANOPY = 2;
    private static final int GRASS = Block.GRASS_BLOCK.stateId();
    private static final int AIR = Block.AIR.stateId();

    private Plants() {}

    static void grow(ChunkBlocks blocks, RandomGenerator random) {
        int trees = random.nextInt(MAX_TREES + 1);
        for (int i = 0; i < trees; i++) {
            int x = random.nextInt(CANOPY, ChunkBlocks.WIDTH - CANOPY);
            int z = random.nextInt(CANOPY, ChunkBlocks.WIDTH - CANOPY);
            int ground = ground(blocks, x, z);
            if (blocks.get(x, ground, z) == GRASS) {
                tree(blocks, x, ground + 1, z, random.nextInt(4, 7));
            }
        }
        for (int i = 0; i < 40; i++) {
            int x = random.nextInt(ChunkBlocks.WIDTH);
            int z = random.nextInt(ChunkBlocks.WIDTH);
            int ground = ground(blocks, x, z);
            if (blocks.get(x, ground, z) == GRASS) {
                blocks.set(x, ground + 1, z, random.nextInt(6) == 0 ? Block.DANDELION : Block.SHORT_GRASS);
            }
        }
    }

    private static int ground(ChunkBlocks blocks, int x, int z) {
        int y = ChunkBlocks.MAX_Y - 1;
        while (y > ChunkBlocks.MIN_Y && blocks.get(x, y, z) == AIR) {
            y--;
        }
        return y;
    }

    private static void tree(ChunkBlocks blocks, int x, int base, int z, int height) {
        for (int dy = height - 3; dy <= height; dy++) {
            int radius = dy < height - 1 ? CANOPY : 1;
            for (int dx = -radius; dx <= radius; dx++) {
                for (int dz = -radius; dz <= radius; dz++) {
                    boolean corner = Math.abs(dx) == radius && Math.abs(dz) == radius;
                    if (!corner || dy == height - 2) {
                        blocks.set(x + dx, base + dy, z + dz, Block.OAK_LEAVES);
                    }
                }
            }
        }
        for (int dy = 0; dy < height; dy++) {
            blocks.set(x, base + dy, z, Block.OAK_LOG);
        }
    }
}
