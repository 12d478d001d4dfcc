package net.minecraft.network.protocol.game;

import net.minecraft.network.chat.Component;
import net.minecraft.network.protocol.Packet;

/** A line of chat, or of the action bar. */
public record ClientboundSystemChatPacket(Component content, boolean overlay)
        implements Packet<ClientGamePacketListener> {}
