package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** A whole chunk with its light. */
public final class ClientboundLevelChunkWithLightPacket implements Packet<ClientGamePacketListener> {
    private final int x;
    private final int z;
    private final ClientboundLevelChunkPacketData chunkData;
    private final ClientboundLightUpdatePacketData lightData;

    public ClientboundLevelChunkWithLightPacket(
            int x, int z, ClientboundLevelChunkPacketData chunkData, ClientboundLightUpdatePacketData lightData) {
        this.x = x;
        this.z = z;
        this.chunkData = chunkData;
        this.lightData = lightData;
    }

    public int x() {
        return x;
    }

    public int z() {
        return z;
    }

    public ClientboundLevelChunkPacketData chunkData() {
        return chunkData;
    }

    public ClientboundLightUpdatePacketData lightData() {
        return lightData;
    }
}
