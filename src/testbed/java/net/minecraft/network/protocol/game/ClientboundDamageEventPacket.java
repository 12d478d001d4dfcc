package net.minecraft.network.protocol.game;

import java.util.Optional;
import net.minecraft.core.Holder;
import net.minecraft.network.protocol.Packet;
import net.minecraft.world.damagesource.DamageType;
import net.minecraft.world.phys.Vec3;

/** An entity is hurt. */
public record ClientboundDamageEventPacket(
        int entityId,
        Holder<DamageType> sourceType,
        int sourceCauseId,
        int sourceDirectId,
        Optional<Vec3> sourcePosition)
        implements Packet<ClientGamePacketListener> {}
