package net.minecraft.network.protocol.game;

import java.util.UUID;
import net.minecraft.network.chat.ChatType;
import net.minecraft.network.chat.Component;
import net.minecraft.network.chat.FilterMask;
import net.minecraft.network.chat.MessageSignature;
import net.minecraft.network.chat.SignedMessageBody;
import net.minecraft.network.protocol.Packet;
import org.jspecify.annotations.Nullable;

/** A player's chat message. */
public record ClientboundPlayerChatPacket(
        int globalIndex,
        UUID sender,
        int index,
        @Nullable MessageSignature signature,
        SignedMessageBody.Packed body,
        @Nullable Component unsignedContent,
        FilterMask filterMask,
        ChatType.Bound chatType)
        implements Packet<ClientGamePacketListener> {}
