package net.minecraft.network.protocol.game;

import net.minecraft.network.chat.ChatType;
import net.minecraft.network.chat.Component;
import net.minecraft.network.protocol.Packet;

/** A chat message without a signature. */
public record ClientboundDisguisedChatPacket(Component message, ChatType.Bound chatType)
        implements Packet<ClientGamePacketListener> {}
