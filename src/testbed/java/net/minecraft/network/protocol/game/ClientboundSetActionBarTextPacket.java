package net.minecraft.network.protocol.game;

import net.minecraft.network.chat.Component;
import net.minecraft.network.protocol.Packet;

/** The line above the hot bar. */
public record ClientboundSetActionBarTextPacket(Component text) implements Packet<ClientGamePacketListener> {}
