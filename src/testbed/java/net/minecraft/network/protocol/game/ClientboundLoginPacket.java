package net.minecraft.network.protocol.game;

import java.util.Set;
import net.minecraft.network.protocol.Packet;
import net.minecraft.resources.ResourceKey;
import net.minecraft.world.level.Level;

/** The play phase begins. */
public record ClientboundLoginPacket(
        int playerId,
        boolean hardcore,
        Set<ResourceKey<Level>> levels,
        int maxPlayers,
        int chunkRadius,
        int simulationDistance,
        boolean reducedDebugInfo,
        boolean showDeathScreen,
        boolean doLimitedCrafting,
        CommonPlayerSpawnInfo commonPlayerSpawnInfo,
        boolean enforcesSecureChat)
        implements Packet<ClientGamePacketListener> {}
