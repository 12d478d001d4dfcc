package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** The player's own block changes up to a number are settled. */
public record ClientboundBlockChangedAckPacket(int sequence) implements Packet<ClientGamePacketListener> {}
