package net.minecraft.network.protocol.game;

import java.util.Set;
import net.minecraft.network.protocol.Packet;
import net.minecraft.world.entity.PositionMoveRotation;
import net.minecraft.world.entity.Relative;

/** The player itself is put elsewhere. */
public record ClientboundPlayerPositionPacket(int id, PositionMoveRotation change, Set<Relative> relatives)
        implements Packet<ClientGamePacketListener> {}
