package dev.sluice.testbed.shape;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.minecraft.core.SectionPos;
import net.minecraft.nbt.CompoundTag;
import net.minecraft.network.protocol.game.ClientboundLevelChunkPacketData;
import net.minecraft.network.protocol.game.ClientboundLevelChunkWithLightPacket;
import net.minecraft.network.protocol.game.ClientboundLightUpdatePacketData;
import net.minecraft.network.protocol.game.ClientboundSectionBlocksUpdatePacket;
import net.minecraft.world.level.block.entity.BlockEntityType;
import net.minecraft.world.level.block.state.BlockState;
import net.minecraft.world.level.levelgen.Heightmap;
import net.minestom.server.coordinate.CoordConversion;
import net.minestom.server.instance.block.Block;
import net.minestom.server.network.packet.server.play.ChunkDataPacket;
import net.minestom.server.network.packet.server.play.MultiBlockChangePacket;
import net.minestom.server.network.packet.server.play.data.ChunkData;
import net.minestom.server.network.packet.server.play.data.LightData;

/** Whole chunks, light and block changes by section. */
final class ChunkShapes {
    /** Offsets in a section take 12 bits. */
    private static final int OFFSET_BITS = 12;

    private ChunkShapes() {}

    static ClientboundLevelChunkWithLightPacket chunk(ChunkDataPacket packet) {
        ChunkData data = packet.chunkData();
        Map<Heightmap.Types, long[]> heightmaps = new EnumMap<>(Heightmap.Types.class);
        data.heightmaps()
                .forEach((type, heights) -> heightmaps.put(Values.same(type, Heightmap.Types.values()), heights));
        List<ClientboundLevelChunkPacketData.BlockEntityInfo> blockEntities = new ArrayList<>();
        data.blockEntities().forEach((index, block) -> {
            int x = CoordConversion.chunkBlockIndexGetX(index);
            int z = CoordConversion.chunkBlockIndexGetZ(index);
            blockEntities.add(new ClientboundLevelChunkPacketData.BlockEntityInfo(
                    x << 4 | z,
                    CoordConversion.chunkBlockIndexGetY(index),
                    new BlockEntityType<>(block),
                    new CompoundTag(block)));
        });
        return new ClientboundLevelChunkWithLightPacket(
                packet.chunkX(),
                packet.chunkZ(),
                new ClientboundLevelChunkPacketData(heightmaps, data.data(), blockEntities),
                light(packet.lightData()));
    }

    static ChunkDataPacket chunk(ClientboundLevelChunkWithLightPacket shape) {
        ClientboundLevelChunkPacketData data = shape.chunkData();
        Map<net.minestom.server.instance.heightmap.Heightmap.Type, long[]> heightmaps =
                new EnumMap<>(net.minestom.server.instance.heightmap.Heightmap.Type.class);
        data.heightmaps()
                .forEach((type, heights) -> heightmaps.put(
                        Values.same(type, net.minestom.server.instance.heightmap.Heightmap.Type.values()), heights));
        Map<Integer, Block> blockEntities = new LinkedHashMap<>();
        data.blockEntitiesData()
                .forEach(one -> blockEntities.put(
                        CoordConversion.chunkBlockIndex(one.packedXZ() >> 4, one.y(), one.packedXZ() & 15),
                        (Block) one.tag().body()));
        return new ChunkDataPacket(
                shape.x(),
                shape.z(),
                new ChunkData(heightmaps, data.buffer(), blockEntities),
                light(shape.lightData()));
    }

    static ClientboundLightUpdatePacketData light(LightData light) {
        return new ClientboundLightUpdatePacketData(
                light.skyMask(),
                light.blockMask(),
                light.emptySkyMask(),
                light.emptyBlockMask(),
                light.skyLight(),
                light.blockLight());
    }

    static LightData light(ClientboundLightUpdatePacketData shape) {
        return new LightData(
                shape.skyYMask(),
                shape.blockYMask(),
                shape.emptySkyYMask(),
                shape.emptyBlockYMask(),
                shape.skyUpdates(),
                shape.blockUpdates());
    }

    static ClientboundSectionBlocksUpdatePacket blocks(MultiBlockChangePacket packet) {
        long at = packet.chunkSectionPosition();
        SectionPos section = new SectionPos((int) (at >> 42), (int) (at << 44 >> 44), (int) (at << 22 >> 42));
        long[] blocks = packet.blocks();
        short[] positions = new short[blocks.length];
        BlockState[] states = new BlockState[blocks.length];
        for (int i = 0; i < blocks.length; i++) {
            positions[i] = (short) (blocks[i] & (1 << OFFSET_BITS) - 1);
            states[i] = new BlockState((int) (blocks[i] >>> OFFSET_BITS));
        }
        return new ClientboundSectionBlocksUpdatePacket(section, positions, states);
    }

    static MultiBlockChangePacket blocks(ClientboundSectionBlocksUpdatePacket shape) {
        SectionPos section = shape.sectionPos();
        long at = (section.getX() & 0x3fffffL) << 42 | (section.getZ() & 0x3fffffL) << 20 | (section.getY() & 0xfffffL);
        long[] blocks = new long[shape.positions().length];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = (long) shape.states()[i].id() << OFFSET_BITS | shape.positions()[i];
        }
        return new MultiBlockChangePacket(at, blocks);
    }
}
