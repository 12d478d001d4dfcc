package net.minecraft.network.protocol.game;

import java.util.List;
import net.minecraft.network.protocol.Packet;
import net.minecraft.world.level.ChunkPos;

/** Biomes of whole chunks. */
public record ClientboundChunksBiomesPacket(List<ChunkBiomeData> chunkBiomeData)
        implements Packet<ClientGamePacketListener> {
    /** One chunk's biomes. */
    @SuppressWarnings("ArrayRecordComponent") // the server's own shape; compared by nobody
    public record ChunkBiomeData(ChunkPos pos, byte[] buffer) {}
}
