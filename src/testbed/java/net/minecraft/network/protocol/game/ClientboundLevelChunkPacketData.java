package net.minecraft.network.protocol.game;

import java.util.List;
import java.util.Map;
import net.minecraft.nbt.CompoundTag;
import net.minecraft.world.level.block.entity.BlockEntityType;
import net.minecraft.world.level.levelgen.Heightmap;

/** A chunk's blocks, biomes and block entities. */
public final class ClientboundLevelChunkPacketData {
    private final Map<Heightmap.Types, long[]> heightmaps;
    private final byte[] buffer;
    private final List<BlockEntityInfo> blockEntitiesData;

    public ClientboundLevelChunkPacketData(
            Map<Heightmap.Types, long[]> heightmaps, byte[] buffer, List<BlockEntityInfo> blockEntitiesData) {
        this.heightmaps = heightmaps;
        this.buffer = buffer;
        this.blockEntitiesData = blockEntitiesData;
    }

    public Map<Heightmap.Types, long[]> heightmaps() {
        return heightmaps;
    }

    public byte[] buffer() {
        return buffer;
    }

    public List<BlockEntityInfo> blockEntitiesData() {
        return blockEntitiesData;
    }

    /** One block entity; {@code packedXZ} is x and z within the chunk, four bits each. */
    public record BlockEntityInfo(int packedXZ, int y, BlockEntityType<?> type, CompoundTag tag) {}
}
