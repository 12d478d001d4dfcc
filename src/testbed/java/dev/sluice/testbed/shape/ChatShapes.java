package dev.sluice.testbed.shape;

import com.mojang.authlib.GameProfile;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.kyori.adventure.text.Component;
import net.minecraft.core.Holder;
import net.minecraft.network.chat.ChatType;
import net.minecraft.network.chat.FilterMask;
import net.minecraft.network.chat.MessageSignature;
import net.minecraft.network.chat.RemoteChatSession;
import net.minecraft.network.chat.SignedMessageBody;
import net.minecraft.network.protocol.Packet;
import net.minecraft.network.protocol.game.ClientboundDeleteChatPacket;
import net.minecraft.network.protocol.game.ClientboundDisguisedChatPacket;
import net.minecraft.network.protocol.game.ClientboundPlayerChatPacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoRemovePacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoUpdatePacket;
import net.minecraft.network.protocol.game.ClientboundSetActionBarTextPacket;
import net.minecraft.network.protocol.game.ClientboundSystemChatPacket;
import net.minecraft.world.level.GameType;
import net.minestom.server.crypto.ChatSession;
import net.minestom.server.entity.GameMode;
import net.minestom.server.network.packet.server.ServerPacket;
import net.minestom.server.network.packet.server.play.ActionBarPacket;
import net.minestom.server.network.packet.server.play.DeleteChatPacket;
import net.minestom.server.network.packet.server.play.DisguisedChatPacket;
import net.minestom.server.network.packet.server.play.PlayerChatMessagePacket;
import net.minestom.server.network.packet.server.play.PlayerInfoRemovePacket;
import net.minestom.server.network.packet.server.play.PlayerInfoUpdatePacket;
import net.minestom.server.network.packet.server.play.SystemChatPacket;
import org.jspecify.annotations.Nullable;

/** Chat and the list of players. */
final class ChatShapes {
    private ChatShapes() {}

    static @Nullable Packet<?> toShape(ServerPacket.Play packet) {
        return switch (packet) {
            case SystemChatPacket p -> new ClientboundSystemChatPacket(Values.text(p.message()), p.overlay());
            case ActionBarPacket p -> new ClientboundSetActionBarTextPacket(Values.text(p.text()));
            case PlayerChatMessagePacket p ->
                new ClientboundPlayerChatPacket(
                        p.globalIndex(),
                        p.sender(),
                        p.index(),
                        signature(p.signature()),
                        new SignedMessageBody.Packed(p.messageBody()),
                        Values.textOrNull(p.unsignedContent()),
                        new FilterMask(p.filterMask()),
                        bound(p.msgTypeId(), p.msgTypeName(), p.msgTypeTarget()));
            case DisguisedChatPacket p ->
                new ClientboundDisguisedChatPacket(
                        Values.text(p.message()), bound(p.type(), p.senderName(), p.targetName()));
            case DeleteChatPacket p ->
                new ClientboundDeleteChatPacket(new MessageSignature.Packed(-1, signature(p.signature())));
            case PlayerInfoRemovePacket p -> new ClientboundPlayerInfoRemovePacket(p.uuids());
            case PlayerInfoUpdatePacket p -> info(p);
            default -> null;
        };
    }

    static ServerPacket.@Nullable Play toMinestom(Packet<?> shape) {
        return switch (shape) {
            case ClientboundSystemChatPacket p -> new SystemChatPacket(Values.text(p.content()), p.overlay());
            case ClientboundSetActionBarTextPacket p -> new ActionBarPacket(Values.text(p.text()));
            case ClientboundPlayerChatPacket p ->
                new PlayerChatMessagePacket(
                        p.globalIndex(),
                        p.sender(),
                        p.index(),
                        signature(p.signature()),
                        (net.minestom.server.crypto.SignedMessageBody.Packed)
                                p.body().body(),
                        Values.plainOrNull(p.unsignedContent()),
                        (net.minestom.server.crypto.FilterMask) p.filterMask().body(),
                        chatType(p.chatType()),
                        Values.text(p.chatType().name()),
                        p.chatType().targetName().map(Values::text).orElse(null));
            case ClientboundDisguisedChatPacket p ->
                new DisguisedChatPacket(
                        Values.text(p.message()),
                        chatType(p.chatType()),
                        Values.text(p.chatType().name()),
                        p.chatType().targetName().map(Values::text).orElse(null));
            case ClientboundDeleteChatPacket p ->
                new DeleteChatPacket(
                        Objects.requireNonNull(signature(p.messageSignature().fullSignature())));
            case ClientboundPlayerInfoRemovePacket p -> new PlayerInfoRemovePacket(p.profileIds());
            case ClientboundPlayerInfoUpdatePacket p -> info(p);
            default -> null;
        };
    }

    private static @Nullable MessageSignature signature(
            net.minestom.server.crypto.@Nullable MessageSignature signature) {
        return signature == null ? null : new MessageSignature(signature);
    }

    private static net.minestom.server.crypto.@Nullable MessageSignature signature(@Nullable MessageSignature shape) {
        return shape == null ? null : (net.minestom.server.crypto.MessageSignature) shape.body();
    }

    private static ChatType.Bound bound(int type, Component name, @Nullable Component target) {
        return new ChatType.Bound(
                new Holder<>(new ChatType(type)),
                Values.text(name),
                Optional.ofNullable(target).map(Values::text));
    }

    private static int chatType(ChatType.Bound bound) {
        return ((ChatType) bound.chatType().body()).id();
    }

    private static ClientboundPlayerInfoUpdatePacket info(PlayerInfoUpdatePacket packet) {
        EnumSet<ClientboundPlayerInfoUpdatePacket.Action> actions =
                EnumSet.noneOf(ClientboundPlayerInfoUpdatePacket.Action.class);
        packet.actions()
                .forEach(one -> actions.add(Values.same(one, ClientboundPlayerInfoUpdatePacket.Action.values())));
        return new ClientboundPlayerInfoUpdatePacket(
                actions, packet.entries().stream().map(ChatShapes::entry).toList());
    }

    private static ClientboundPlayerInfoUpdatePacket.Entry entry(PlayerInfoUpdatePacket.Entry entry) {
        return new ClientboundPlayerInfoUpdatePacket.Entry(
                entry.uuid(),
                new GameProfile(entry.uuid(), entry.username(), entry.properties()),
                entry.listed(),
                entry.latency(),
                Values.same(entry.gameMode(), GameType.values()),
                Values.textOrNull(entry.displayName()),
                entry.displayHat(),
                entry.listOrder(),
                entry.chatSession() == null ? null : new RemoteChatSession.Data(entry.chatSession()));
    }

    private static PlayerInfoUpdatePacket info(ClientboundPlayerInfoUpdatePacket shape) {
        EnumSet<PlayerInfoUpdatePacket.Action> actions = EnumSet.noneOf(PlayerInfoUpdatePacket.Action.class);
        shape.actions().forEach(one -> actions.add(Values.same(one, PlayerInfoUpdatePacket.Action.values())));
        return new PlayerInfoUpdatePacket(
                actions, shape.entries().stream().map(ChatShapes::entry).toList());
    }

    @SuppressWarnings("unchecked") // the profile's properties are the ones that info(...) put there
    private static PlayerInfoUpdatePacket.Entry entry(ClientboundPlayerInfoUpdatePacket.Entry shape) {
        GameProfile profile = shape.profile();
        RemoteChatSession.Data session = shape.chatSession();
        return new PlayerInfoUpdatePacket.Entry(
                shape.profileId(),
                profile == null ? "" : profile.name(),
                profile == null ? List.of() : (List<PlayerInfoUpdatePacket.Property>) profile.properties(),
                shape.listed(),
                shape.latency(),
                Values.same(shape.gameMode(), GameMode.values()),
                Values.plainOrNull(shape.displayName()),
                session == null ? null : (ChatSession) session.body(),
                shape.listOrder(),
                shape.showHat());
    }
}
