package dev.sluice.testbed.world;

import net.minestom.server.instance.Chunk;
import net.minestom.server.instance.ChunkLoader;
import net.minestom.server.instance.Instance;
import net.minestom.server.instance.palette.Palette;

/** Gives Minestom the seeded world, chunk by chunk, as if it came from a disk. */
public final class TerrainLoader implements ChunkLoader {
    private static final int SECTION = 16;
    private final Terrain terrain;

    public TerrainLoader(long seed, WorldKind kind) {
        this.terrain = new Terrain(seed, kind);
    }

    /** The lowest y at which a player stands on the ground or on water, in blocks. */
    public int standingHeight(int x, int z) {
        return Math.max(terrain.surface(x, z), Terrain.SEA_LEVEL) + 1;
    }

    @Override
    public Chunk loadChunk(Instance instance, int chunkX, int chunkZ) {
        ChunkBlocks blocks = terrain.make(chunkX, chunkZ);
        LitChunk chunk = new LitChunk(instance, chunkX, chunkZ, SkyLight.of(blocks));
        for (int section = chunk.getMinSection(); section < chunk.getMaxSection(); section++) {
            int base = section * SECTION;
            Palette palette = chunk.getSection(section).blockPalette();
            palette.setAll((x, y, z) -> blocks.get(x, base + y, z));
        }
        return chunk;
    }

    @Override
    public boolean supportsParallelLoading() {
        return true;
    }

    /** Nothing is kept: the seed makes the same chunk again. */
    @Override
    public void saveChunk(Chunk chunk) {}
}
