package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** Begins a batch of chunks. */
public final class ClientboundChunkBatchStartPacket implements Packet<ClientGamePacketListener> {
    public static final ClientboundChunkBatchStartPacket INSTANCE = new ClientboundChunkBatchStartPacket();

    private ClientboundChunkBatchStartPacket() {}
}
