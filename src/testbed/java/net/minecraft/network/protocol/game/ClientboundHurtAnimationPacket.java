package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** An entity staggers. */
public record ClientboundHurtAnimationPacket(int id, float yaw) implements Packet<ClientGamePacketListener> {}
