package net.minecraft.network.protocol.game;

import java.util.Set;
import net.minecraft.network.protocol.Packet;
import net.minecraft.world.entity.PositionMoveRotation;
import net.minecraft.world.entity.Relative;

/** An entity is put elsewhere. */
public record ClientboundTeleportEntityPacket(
        int id, PositionMoveRotation change, Set<Relative> relatives, boolean onGround)
        implements Packet<ClientGamePacketListener> {}
