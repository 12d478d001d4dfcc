package dev.sluice.testbed.world;

import java.util.List;
import java.util.random.RandomGenerator;
import net.minestom.server.instance.block.Block;

/** Veins in the rock, and what anti-xray makes of the rock. */
final class Ores {
    /**
     * One kind of vein.
     *
     * @param inStone the block in stone
     * @param inDeepslate the block in deepslate
     * @param perChunk veins in a chunk of middling richness
     * @param size steps of a vein's walk
     * @param maxY highest start, in blocks
     */
    private record Vein(Block inStone, Block inDeepslate, int perChunk, int size, int maxY) {}

    private static final List<Vein> VEINS = List.of(
            new Vein(Block.GRANITE, Block.TUFF, 7, 60, 70),
            new Vein(Block.DIORITE, Block.TUFF, 7, 60, 70),
            new Vein(Block.ANDESITE, Block.TUFF, 7, 60, 70),
            new Vein(Block.GRAVEL, Block.GRAVEL, 6, 40, 60),
            new Vein(Block.COAL_ORE, Block.DEEPSLATE_COAL_ORE, 19, 17, 90),
            new Vein(Block.IRON_ORE, Block.DEEPSLATE_IRON_ORE, 16, 9, 60),
            new Vein(Block.COPPER_ORE, Block.DEEPSLATE_COPPER_ORE, 14, 10, 70),
            new Vein(Block.GOLD_ORE, Block.DEEPSLATE_GOLD_ORE, 6, 9, 20),
            new Vein(Block.REDSTONE_ORE, Block.DEEPSLATE_REDSTONE_ORE, 10, 8, 15),
            new Vein(Block.LAPIS_ORE, Block.DEEPSLATE_LAPIS_ORE, 6, 7, 30),
            new Vein(Block.DIAMOND_ORE, Block.DEEPSLATE_DIAMOND_ORE, 5, 6, 10));

    private static final int HIDDEN_PERCENT = 80;
    private static final int STONE = Block.STONE.stateId();
    private static final int DEEPSLATE = Block.DEEPSLATE.stateId();
    private static final int AIR = Block.AIR.stateId();
    private static final int[] HIDING_IN_STONE =
            VEINS.stream().mapToInt(vein -> vein.inStone().stateId()).toArray();
    private static final int[] HIDING_IN_DEEPSLATE =
            VEINS.stream().mapToInt(vein -> vein.inDeepslate().stateId()).toArray();

    private Ores() {}

    /** Some chunks are rich, some poor. */
    static void scatter(ChunkBlocks blocks, RandomGenerator random) {
        double richness = random.nextDouble(0.4, 1.6);
        for (Vein vein : VEINS) {
            for (int i = 0; i < vein.perChunk() * richness; i++) {
                walk(blocks, random, vein);
            }
        }
    }

    private static void walk(ChunkBlocks blocks, RandomGenerator random, Vein vein) {
        int x = random.nextInt(ChunkBlocks.WIDTH);
        int y = random.nextInt(ChunkBlocks.MIN_Y + 5, vein.maxY());
        int z = random.nextInt(ChunkBlocks.WIDTH);
        for (int step = 0; step < vein.size(); step++) {
            if (ChunkBlocks.inside(x, y, z)) {
                int state = blocks.get(x, y, z);
                if (state == STONE) {
                    blocks.set(x, y, z, vein.inStone());
                } else if (state == DEEPSLATE) {
                    blocks.set(x, y, z, vein.inDeepslate());
                }
            }
            switch (random.nextInt(3)) {
                case 0 -> x += random.nextInt(-1, 2);
                case 1 -> y += random.nextInt(-1, 2);
                default -> z += random.nextInt(-1, 2);
            }
        }
    }

    /** Puts a random ore in most places where rock does not touch air. */
    static void hideEverything(ChunkBlocks blocks, RandomGenerator random) {
        for (int y = ChunkBlocks.MIN_Y + 1; y < ChunkBlocks.MAX_Y - 1; y++) {
            for (int z = 0; z < ChunkBlocks.WIDTH; z++) {
                for (int x = 0; x < ChunkBlocks.WIDTH; x++) {
                    int state = blocks.get(x, y, z);
                    if ((state == STONE || state == DEEPSLATE)
                            && random.nextInt(100) < HIDDEN_PERCENT
                            && hidden(blocks, x, y, z)) {
                        int[] ores = state == STONE ? HIDING_IN_STONE : HIDING_IN_DEEPSLATE;
                        blocks.set(x, y, z, ores[random.nextInt(ores.length)]);
                    }
                }
            }
        }
    }

    private static boolean hidden(ChunkBlocks blocks, int x, int y, int z) {
        return !air(blocks, x - 1, y, z)
                && !air(blocks, x + 1, y, z)
                && !air(blocks, x, y - 1, z)
                && !air(blocks, x, y + 1, z)
                && !air(blocks, x, y, z - 1)
                && !air(blocks, x, y, z + 1);
    }

    private static boolean air(ChunkBlocks blocks, int x, int y, int z) {
        return ChunkBlocks.inside(x, y, z) && blocks.get(x, y, z) == AIR;
    }
}
