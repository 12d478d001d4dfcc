package dev.sluice.testbed.world;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.minestom.server.instance.block.Block;

/** Makes a chunk's blocks from the seed and its place alone. Any thread. */
final class Terrain {
    static final int SEA_LEVEL = 63;
    private static final int DIRT_DEPTH = 4;
    private static final int DEEPSLATE_TOP = 0;
    private static final int BEDROCK_LAYERS = 5;
    private static final int CAVE_CELL = 4;
    private static final double CAVE_WIDTH = 0.016;
    private static final int CAVE_FLOOR = ChunkBlocks.MIN_Y + 8;

    private final long seed;
    private final WorldKind kind;
    private final Noise hills;
    private final Noise caves;

    Terrain(long seed, WorldKind kind) {
        this.seed = seed;
        this.kind = kind;
        this.hills = new Noise(Noise.mix(seed, 1, 0, 0));
        this.caves = new Noise(Noise.mix(seed, 2, 0, 0));
    }

    ChunkBlocks make(int chunkX, int chunkZ) {
        ChunkBlocks blocks = new ChunkBlocks();
        for (int x = 0; x < ChunkBlocks.WIDTH; x++) {
            for (int z = 0; z < ChunkBlocks.WIDTH; z++) {
                column(blocks, x, z, surface(chunkX * ChunkBlocks.WIDTH + x, chunkZ * ChunkBlocks.WIDTH + z));
            }
        }
        carve(blocks, chunkX, chunkZ);
        RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(Noise.mix(seed, chunkX, 3, chunkZ));
        Ores.scatter(blocks, random);
        if (kind.dense(chunkX)) {
            Ores.hideEverything(blocks, random);
        }
        Plants.grow(blocks, random);
        return blocks;
    }

    /** The highest solid block of a column, in blocks. */
    int surface(int x, int z) {
        double large = hills.octaves(4, x / 180.0, z / 180.0) * 34;
        double small = hills.octaves(2, x / 24.0 + 500, z / 24.0) * 3;
        return (int) Math.round(71 + large + small);
    }

    private void column(ChunkBlocks blocks, int x, int z, int surface) {
        for (int y = ChunkBlocks.MIN_Y; y <= surface; y++) {
            blocks.set(x, y, z, ground(x, y, z, surface));
        }
        for (int y = surface + 1; y <= SEA_LEVEL; y++) {
            blocks.set(x, y, z, Block.WATER);
        }
    }

    private Block ground(int x, int y, int z, int surface) {
        long chance = Noise.mix(seed, x * 31L + z, y, z) & 0xff;
        if (y < ChunkBlocks.MIN_Y + BEDROCK_LAYERS && chance < 256 - (y - ChunkBlocks.MIN_Y) * 256L / BEDROCK_LAYERS) {
            return Block.BEDROCK;
        }
        if (y > surface - DIRT_DEPTH && surface <= SEA_LEVEL + 1) {
            return Block.SAND;
        }
        if (y == surface) {
            return Block.GRASS_BLOCK;
        }
        if (y > surface - DIRT_DEPTH) {
            return Block.DIRT;
        }
        return y < DEEPSLATE_TOP || (y < DEEPSLATE_TOP + 8 && chance < (DEEPSLATE_TOP + 8 - y) * 32L)
                ? Block.DEEPSLATE
                : Block.STONE;
    }

    /** Caves are worm-shaped: where two noises are both near zero, looked up on a coarse grid and interpolated. */
    private void carve(ChunkBlocks blocks, int chunkX, int chunkZ) {
        CaveGrid first = new CaveGrid(caves, chunkX, chunkZ, 0);
        CaveGrid second = new CaveGrid(caves, chunkX, chunkZ, 1000);
        for (int x = 0; x < ChunkBlocks.WIDTH; x++) {
            for (int z = 0; z < ChunkBlocks.WIDTH; z++) {
                int surface = surface(chunkX * ChunkBlocks.WIDTH + x, chunkZ * ChunkBlocks.WIDTH + z);
                int top = surface <= SEA_LEVEL + 2 ? surface - 8 : surface;
                for (int y = CAVE_FLOOR; y <= top; y++) {
                    double a = first.at(x, y, z);
                    double b = second.at(x, y, z);
                    if (a * a + b * b < CAVE_WIDTH) {
                        blocks.set(x, y, z, y < -54 ? Block.LAVA : Block.AIR);
                    }
                }
            }
        }
    }

    /** One of the cave noises on a grid of 4 blocks. */
    private static final class CaveGrid {
        private static final int COLUMNS = ChunkBlocks.WIDTH / CAVE_CELL + 1;
        private static final int ROWS = ChunkBlocks.HEIGHT / CAVE_CELL / 2 + 1;
        private final double[] values = new double[COLUMNS * COLUMNS * ROWS];

        CaveGrid(Noise noise, int chunkX, int chunkZ, int offset) {
            for (int i = 0; i < values.length; i++) {
                double x = chunkX * ChunkBlocks.WIDTH + i % COLUMNS * CAVE_CELL;
                double z = chunkZ * ChunkBlocks.WIDTH + i / COLUMNS % COLUMNS * CAVE_CELL;
                double y = i / (COLUMNS * COLUMNS) * CAVE_CELL;
                values[i] = noise.at(x / 34 + offset, y / 22, z / 34 - offset);
            }
        }

        double at(int x, int y, int z) {
            int row = Math.min((y - ChunkBlocks.MIN_Y) / CAVE_CELL, ROWS - 2);
            int i = (row * COLUMNS + z / CAVE_CELL) * COLUMNS + x / CAVE_CELL;
            double fx = x % CAVE_CELL / (double) CAVE_CELL;
            double fz = z % CAVE_CELL / (double) CAVE_CELL;
            double fy = (y - ChunkBlocks.MIN_Y) % CAVE_CELL / (double) CAVE_CELL;
            double low = plane(i, fx, fz);
            return low + fy * (plane(i + COLUMNS * COLUMNS, fx, fz) - low);
        }

        private double plane(int i, double fx, double fz) {
            double near = values[i] + fx * (values[i + 1] - values[i]);
            double far = values[i + COLUMNS] + fx * (values[i + COLUMNS + 1] - values[i + COLUMNS]);
            return near + fz * (far - near);
        }
    }
}
