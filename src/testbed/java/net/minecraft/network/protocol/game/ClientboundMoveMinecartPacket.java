package net.minecraft.network.protocol.game;

import java.util.List;
import net.minecraft.network.protocol.Packet;
import net.minecraft.world.entity.vehicle.minecart.NewMinecartBehavior;

/** A minecart's steps along its track. */
public record ClientboundMoveMinecartPacket(int entityId, List<NewMinecartBehavior.MinecartStep> lerpSteps)
        implements Packet<ClientGamePacketListener> {}
