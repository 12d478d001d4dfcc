package dev.sluice.protocollib;

import dev.sluice.LogLines;
import dev.sluice.engine.packet.MessageType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.kyori.adventure.text.Component;
import net.minecraft.core.Holder;
import net.minecraft.network.chat.ChatType;
import net.minecraft.network.chat.FilterMask;
import net.minecraft.network.chat.MutableComponent;
import net.minecraft.network.chat.SignedMessageBody;
import net.minecraft.network.protocol.game.ClientboundPlayerChatPacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoUpdatePacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoUpdatePacket.Action;
import net.minecraft.network.protocol.game.CommonPlayerSpawnInfo;
import net.minecraft.resources.ResourceKey;
import net.minecraft.world.level.GameType;
import org.jspecify.annotations.Nullable;

/** The server's packets for tests, and how they are read of a class that lacks some of its fields. */
final class ServerPackets {

    private ServerPackets() {}

    /** What knows these classes, in one tick for ever. */
    static PacketClassifier classifier(Class<?>... packetClasses) {
        return PacketClassifier.of(Set.of(packetClasses), Map.of(), () -> 1, new LogLines().logger());
    }

    /** An update of the player list. */
    static ClientboundPlayerInfoUpdatePacket playerInfo(EnumSet<Action> actions, UUID... players) {
        return new ClientboundPlayerInfoUpdatePacket(
                actions,
                Arrays.stream(players)
                        .map(id -> new ClientboundPlayerInfoUpdatePacket.Entry(
                                id, null, true, 20, GameType.SURVIVAL, null, true, 0, null))
                        .toList());
    }

    /** A line that a player has signed. */
    static ClientboundPlayerChatPacket line(UUID sender) {
        return new ClientboundPlayerChatPacket(
                0,
                sender,
                0,
                null,
                new SignedMessageBody.Packed("body"),
                null,
                new FilterMask("none"),
                new ChatType.Bound(
                        new Holder<>(new ChatType(0)), new MutableComponent(Component.text("name")), Optional.empty()));
    }

    /** Where a player appears; a server leaves no dimension out. */
    @SuppressWarnings("NullAway") // so that a test can
    static CommonPlayerSpawnInfo spawnInfo(@Nullable String dimension) {
        return new CommonPlayerSpawnInfo(
                new Holder<>(0),
                dimension == null ? null : new ResourceKey<>(dimension),
                0,
                GameType.SURVIVAL,
                null,
                false,
                false,
                Optional.empty(),
                0,
                63);
    }

    /** Reads packets of a type by the plainer shape of its rule. */
    static Extractor plainly(String name, Class<?> packetClass) {
        PacketRule rule = PacketTable.PACKETS.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Extractors.of(
                Objects.requireNonNull(rule.shape().plainer()),
                rule.effect(),
                new MessageType(0, rule.name(), rule.priority(), rule.kind(), rule.sizeBytes()),
                packetClass,
                packet -> null);
    }
}
