package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** Ends a batch of chunks. */
public record ClientboundChunkBatchFinishedPacket(int batchSize) implements Packet<ClientGamePacketListener> {}
