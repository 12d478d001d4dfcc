package net.minecraft.network.protocol.game;

import net.minecraft.network.chat.MessageSignature;
import net.minecraft.network.protocol.Packet;

/** A chat message is taken back. */
public record ClientboundDeleteChatPacket(MessageSignature.Packed messageSignature)
        implements Packet<ClientGamePacketListener> {}
