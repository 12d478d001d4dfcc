package dev.sluice.testbed.shape;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import net.minecraft.core.GlobalPos;
import net.minecraft.network.protocol.game.ClientboundLoginPacket;
import net.minecraft.network.protocol.game.ClientboundRespawnPacket;
import net.minecraft.network.protocol.game.CommonPlayerSpawnInfo;
import net.minecraft.resources.ResourceKey;
import net.minecraft.world.level.GameType;
import net.minecraft.world.level.Level;
import net.minestom.server.entity.GameMode;
import net.minestom.server.network.packet.server.play.JoinGamePacket;
import net.minestom.server.network.packet.server.play.RespawnPacket;
import net.minestom.server.network.packet.server.play.data.WorldPos;
import org.jspecify.annotations.Nullable;

/** Packets with which a player appears in a dimension. */
final class SpawnInfos {
    private SpawnInfos() {}

    static ClientboundLoginPacket login(JoinGamePacket packet) {
        Set<ResourceKey<Level>> levels = new LinkedHashSet<>();
        packet.worlds().forEach(world -> levels.add(new ResourceKey<>(world)));
        return new ClientboundLoginPacket(
                packet.entityId(),
                packet.isHardcore(),
                levels,
                packet.maxPlayers(),
                packet.viewDistance(),
                packet.simulationDistance(),
                packet.reducedDebugInfo(),
                packet.enableRespawnScreen(),
                packet.doLimitedCrafting(),
                new CommonPlayerSpawnInfo(
                        Values.holder(packet.dimensionType()),
                        new ResourceKey<>(packet.world()),
                        packet.hashedSeed(),
                        Values.same(packet.gameMode(), GameType.values()),
                        gameType(packet.previousGameMode()),
                        packet.isDebug(),
                        packet.isFlat(),
                        death(packet.deathLocation()),
                        packet.portalCooldown(),
                        packet.seaLevel()),
                packet.enforcesSecureChat());
    }

    static JoinGamePacket login(ClientboundLoginPacket packet) {
        CommonPlayerSpawnInfo info = packet.commonPlayerSpawnInfo();
        return new JoinGamePacket(
                packet.playerId(),
                packet.hardcore(),
                packet.levels().stream().map(ResourceKey::location).toList(),
                packet.maxPlayers(),
                packet.chunkRadius(),
                packet.simulationDistance(),
                packet.reducedDebugInfo(),
                packet.showDeathScreen(),
                packet.doLimitedCrafting(),
                (int) info.dimensionType().body(),
                info.dimension().location(),
                info.seed(),
                Values.same(info.gameType(), GameMode.values()),
                gameMode(info.previousGameType()),
                info.isDebug(),
                info.isFlat(),
                death(info),
                info.portalCooldown(),
                info.seaLevel(),
                packet.enforcesSecureChat());
    }

    static ClientboundRespawnPacket respawn(RespawnPacket packet) {
        return new ClientboundRespawnPacket(
                new CommonPlayerSpawnInfo(
                        Values.holder(packet.dimensionType()),
                        new ResourceKey<>(packet.worldName()),
                        packet.hashedSeed(),
                        Values.same(packet.gameMode(), GameType.values()),
                        gameType(packet.previousGameMode()),
                        packet.isDebug(),
                        packet.isFlat(),
                        death(packet.deathLocation()),
                        packet.portalCooldown(),
                        packet.seaLevel()),
                packet.copyData());
    }

    static RespawnPacket respawn(ClientboundRespawnPacket packet) {
        CommonPlayerSpawnInfo info = packet.commonPlayerSpawnInfo();
        return new RespawnPacket(
                (int) info.dimensionType().body(),
                info.dimension().location(),
                info.seed(),
                Values.same(info.gameType(), GameMode.values()),
                gameMode(info.previousGameType()),
                info.isDebug(),
                info.isFlat(),
                death(info),
                info.portalCooldown(),
                info.seaLevel(),
                packet.dataToKeep());
    }

    private static @Nullable GameType gameType(@Nullable GameMode mode) {
        return mode == null ? null : Values.same(mode, GameType.values());
    }

    private static @Nullable GameMode gameMode(@Nullable GameType type) {
        return type == null ? null : Values.same(type, GameMode.values());
    }

    private static Optional<GlobalPos> death(@Nullable WorldPos at) {
        return Optional.ofNullable(at)
                .map(place -> new GlobalPos(new ResourceKey<>(place.dimension()), Values.block(place.blockPosition())));
    }

    private static @Nullable WorldPos death(CommonPlayerSpawnInfo info) {
        return info.lastDeathLocation()
                .map(place -> new WorldPos(place.dimension().location(), Values.point(place.pos())))
                .orElse(null);
    }
}
