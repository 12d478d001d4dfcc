package dev.sluice.protocollib;

import static dev.sluice.protocollib.SameEvent.alike;
import static dev.sluice.protocollib.SameEvent.same;

import dev.sluice.oracle.ModelPacket;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import net.minecraft.core.BlockPos;
import net.minecraft.core.SectionPos;
import net.minecraft.network.protocol.game.ClientboundBlockChangedAckPacket;
import net.minecraft.network.protocol.game.ClientboundBlockDestructionPacket;
import net.minecraft.network.protocol.game.ClientboundBlockEntityDataPacket;
import net.minecraft.network.protocol.game.ClientboundBlockEventPacket;
import net.minecraft.network.protocol.game.ClientboundBlockUpdatePacket;
import net.minecraft.network.protocol.game.ClientboundChunkBatchFinishedPacket;
import net.minecraft.network.protocol.game.ClientboundChunkBatchStartPacket;
import net.minecraft.network.protocol.game.ClientboundChunksBiomesPacket;
import net.minecraft.network.protocol.game.ClientboundChunksBiomesPacket.ChunkBiomeData;
import net.minecraft.network.protocol.game.ClientboundForgetLevelChunkPacket;
import net.minecraft.network.protocol.game.ClientboundLevelChunkPacketData;
import net.minecraft.network.protocol.game.ClientboundLevelChunkWithLightPacket;
import net.minecraft.network.protocol.game.ClientboundLevelEventPacket;
import net.minecraft.network.protocol.game.ClientboundLightUpdatePacket;
import net.minecraft.network.protocol.game.ClientboundLightUpdatePacketData;
import net.minecraft.network.protocol.game.ClientboundOpenSignEditorPacket;
import net.minecraft.network.protocol.game.ClientboundSectionBlocksUpdatePacket;
import net.minecraft.network.protocol.game.ClientboundSetChunkCacheCenterPacket;
import net.minecraft.network.protocol.game.ClientboundSetChunkCacheRadiusPacket;
import net.minecraft.world.level.ChunkPos;
import net.minecraft.world.level.block.Block;
import net.minecraft.world.level.block.entity.BlockEntityType;
import net.minecraft.world.level.block.piston.PistonBaseBlock;
import net.minecraft.world.level.block.state.BlockState;

/** Chunks and blocks, in the oracle's model and on the server. The model's blocks stand at one height, at the north of their chunk. */
final class SameChunkEvents {

    private static final int Y = 64;

    /** What a chunk's raw bytes shrink to. */
    private static final int COMPRESSION = 6;

    private static final Block CHEST = new Block(1);
    private static final Block PISTON = new PistonBaseBlock(2);

    private SameChunkEvents() {}

    static List<SameEvent> all() {
        List<SameEvent> events = new ArrayList<>();
        events.addAll(in(3, -5));
        events.addAll(in(-16, 15));
        events.addAll(pistons());
        events.add(same(
                new ModelPacket.Biomes(new int[] {3, -5, -16, 15, 0, 0}, 7),
                biomes(pos(3, -5), pos(-16, 15), pos(0, 0))));
        events.add(same(new ModelPacket.Biomes(new int[] {4, 2}, 7), biomes(pos(4, 2))));
        events.add(same(new ModelPacket.BatchStart(9), ClientboundChunkBatchStartPacket.INSTANCE));
        events.add(same(new ModelPacket.BatchFinish(9), new ClientboundChunkBatchFinishedPacket(9)));
        events.add(same(new ModelPacket.Radius(12), new ClientboundSetChunkCacheRadiusPacket(12)));
        events.add(same(new ModelPacket.Ack(21), new ClientboundBlockChangedAckPacket(21)));
        return events;
    }

    private static List<SameEvent> in(int x, int z) {
        BlockPos third = block(x, z, 3);
        return List.of(
                same(new ModelPacket.Chunk(x, z, 1_700, 9), chunk(x, z, 1_700)),
                same(new ModelPacket.Edit(x, z, 3, 77, 0), new ClientboundBlockUpdatePacket(third, new BlockState(77))),
                same(
                        new ModelPacket.Section(x, z, new int[] {2, 5, 6}, 77, 0),
                        new ClientboundSectionBlocksUpdatePacket(
                                new SectionPos(x, Y / 16, z),
                                new short[] {2, 5, 6},
                                new BlockState[] {new BlockState(77), new BlockState(77), new BlockState(77)})),
                same(
                        new ModelPacket.BlockEntity(x, z, 3, 77),
                        new ClientboundBlockEntityDataPacket(third, new BlockEntityType<>("chest"), null)),
                same(new ModelPacket.BlockEvent(x, z, 77), new ClientboundBlockEventPacket(third, 1, 5, CHEST)),
                alike(new ModelPacket.BlockEvent(x, z, 77), new ClientboundLevelEventPacket(2001, third, 77, false)),
                alike(new ModelPacket.BlockEvent(x, z, 77), new ClientboundBlockDestructionPacket(8, third, 77)),
                same(new ModelPacket.Song(x, z, 77), new ClientboundLevelEventPacket(1010, third, 77, false)),
                same(new ModelPacket.Light(x, z, 77), new ClientboundLightUpdatePacket(x, z, light())),
                same(new ModelPacket.Unload(x, z), new ClientboundForgetLevelChunkPacket(pos(x, z))),
                same(new ModelPacket.Centre(x, z), new ClientboundSetChunkCacheCenterPacket(x, z)),
                same(new ModelPacket.OpenSign(x, z), new ClientboundOpenSignEditorPacket(third, true)));
    }

    /** At the edge of their chunk they reach into the next one. */
    private static List<SameEvent> pistons() {
        return List.of(
                same(new ModelPacket.Piston(-3, 2, -3, 1, 0), piston(-41, 32, 2)),
                same(new ModelPacket.Piston(-3, 2, -3, 3, 0), piston(-41, 47, 3)),
                same(new ModelPacket.Piston(-3, 2, -4, 2, 15), piston(-48, 40, 4)),
                same(new ModelPacket.Piston(-3, 2, -2, 2, 0), piston(-33, 40, 5)));
    }

    private static ClientboundBlockEventPacket piston(int x, int z, int facing) {
        return new ClientboundBlockEventPacket(new BlockPos(x, Y, z), 0, facing, PISTON);
    }

    private static ClientboundLevelChunkWithLightPacket chunk(int x, int z, int bytes) {
        return new ClientboundLevelChunkWithLightPacket(
                x, z, new ClientboundLevelChunkPacketData(Map.of(), new byte[COMPRESSION * bytes], List.of()), light());
    }

    private static ClientboundLightUpdatePacketData light() {
        BitSet none = new BitSet();
        return new ClientboundLightUpdatePacketData(none, none, none, none, List.of(), List.of());
    }

    private static ClientboundChunksBiomesPacket biomes(ChunkPos... chunks) {
        List<ChunkBiomeData> each = new ArrayList<>();
        for (ChunkPos chunk : chunks) {
            each.add(new ChunkBiomeData(chunk, new byte[0]));
        }
        return new ClientboundChunksBiomesPacket(each);
    }

    private static ChunkPos pos(int x, int z) {
        return new ChunkPos(x, z);
    }

    private static BlockPos block(int chunkX, int chunkZ, int pos) {
        return new BlockPos(16 * chunkX + pos, Y, 16 * chunkZ);
    }
}
