package dev.sluice.protocollib;

import dev.sluice.engine.packet.MessageType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.UUID;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoUpdatePacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoUpdatePacket.Action;
import net.minecraft.world.level.GameType;

/** The server's packets for tests, and how they are read of a class that lacks some of its fields. */
final class ServerPackets {

    private ServerPackets() {}

    /** An update of the player list. */
    static ClientboundPlayerInfoUpdatePacket playerInfo(EnumSet<Action> actions, UUID... players) {
        return new ClientboundPlayerInfoUpdatePacket(
                actions,
                Arrays.stream(players)
                        .map(id -> new ClientboundPlayerInfoUpdatePacket.Entry(
                                id, null, true, 20, GameType.SURVIVAL, null, true, 0, null))
                        .toList());
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
