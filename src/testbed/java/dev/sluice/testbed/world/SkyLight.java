package dev.sluice.testbed.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import net.minestom.server.instance.block.Block;
import net.minestom.server.network.packet.server.play.data.LightData;

/** The light that falls into a chunk from above and spreads in it; that of neighbours is left out. */
final class SkyLight {
    private static final int FULL = 15;
    private static final int SECTION = 16;
    private static final int SECTIONS = ChunkBlocks.HEIGHT / SECTION;
    private static final int LAYER = ChunkBlocks.WIDTH * ChunkBlocks.WIDTH;

    private final ChunkBlocks blocks;
    private final byte[] levels = new byte[LAYER * ChunkBlocks.HEIGHT];
    private final Deque<Integer> spreading = new ArrayDeque<>();

    private SkyLight(ChunkBlocks blocks) {
        this.blocks = blocks;
    }

    static LightData of(ChunkBlocks blocks) {
        SkyLight light = new SkyLight(blocks);
        light.fall();
        light.spread();
        return light.data();
    }

    private void fall() {
        int highest = highest();
        for (int column = 0; column < LAYER; column++) {
            int level = FULL;
            for (int y = ChunkBlocks.HEIGHT - 1; y >= 0 && level > 0; y--) {
                int index = y * LAYER + column;
                int loss = loss(index);
                level = loss == 0 ? level : Math.max(0, level - loss);
                levels[index] = (byte) level;
                if (level > 1 && y <= highest) {
                    spreading.add(index);
                }
            }
        }
    }

    /** The highest layer in which anything takes light: above it there is nothing to spread into. */
    private int highest() {
        int index = levels.length - 1;
        while (index >= 0 && loss(index) == 0) {
            index--;
        }
        return index / LAYER;
    }

    private void spread() {
        for (Integer next = spreading.poll(); next != null; next = spreading.poll()) {
            int x = next % ChunkBlocks.WIDTH;
            int z = next / ChunkBlocks.WIDTH % ChunkBlocks.WIDTH;
            int y = next / LAYER;
            int level = levels[next];
            reach(x > 0, next - 1, level);
            reach(x < ChunkBlocks.WIDTH - 1, next + 1, level);
            reach(z > 0, next - ChunkBlocks.WIDTH, level);
            reach(z < ChunkBlocks.WIDTH - 1, next + ChunkBlocks.WIDTH, level);
            reach(y > 0, next - LAYER, level);
            reach(y < ChunkBlocks.HEIGHT - 1, next + LAYER, level);
        }
    }

    private void reach(boolean inside, int index, int from) {
        if (!inside || levels[index] >= from - 1) {
            return;
        }
        int level = from - Math.max(1, loss(index));
        if (level > levels[index]) {
            levels[index] = (byte) level;
            spreading.add(index);
        }
    }

    private int loss(int index) {
        int x = index % ChunkBlocks.WIDTH;
        int z = index / ChunkBlocks.WIDTH % ChunkBlocks.WIDTH;
        int state = blocks.get(x, index / LAYER + ChunkBlocks.MIN_Y, z);
        return Opacity.lossOf(state);
    }

    private LightData data() {
        BitSet lit = new BitSet();
        BitSet dark = new BitSet();
        BitSet noBlockLight = new BitSet();
        List<byte[]> arrays = new ArrayList<>();
        noBlockLight.set(0, SECTIONS + 2);
        dark.set(0);
        for (int section = 0; section < SECTIONS; section++) {
            byte[] nibbles = nibbles(section);
            boolean any = false;
            for (byte pair : nibbles) {
                any |= pair != 0;
            }
            (any ? lit : dark).set(section + 1);
            if (any) {
                arrays.add(nibbles);
            }
        }
        return new LightData(lit, new BitSet(), dark, noBlockLight, arrays, List.of());
    }

    private byte[] nibbles(int section) {
        byte[] nibbles = new byte[LAYER * SECTION / 2];
        int start = section * LAYER * SECTION;
        for (int i = 0; i < nibbles.length; i++) {
            nibbles[i] = (byte) (levels[start + 2 * i] | levels[start + 2 * i + 1] << 4);
        }
        return nibbles;
    }

    /** How much light a block takes. */
    private static final class Opacity {
        private static final int AIR = Block.AIR.stateId();
        private static final int WATER = Block.WATER.stateId();
        private static final int LEAVES = Block.OAK_LEAVES.stateId();
        private static final int GRASS = Block.SHORT_GRASS.stateId();
        private static final int FLOWER = Block.DANDELION.stateId();

        static int lossOf(int state) {
            if (state == AIR || state == GRASS || state == FLOWER) {
                return 0;
            }
            return state == WATER || state == LEAVES ? 1 : FULL;
        }
    }
}
