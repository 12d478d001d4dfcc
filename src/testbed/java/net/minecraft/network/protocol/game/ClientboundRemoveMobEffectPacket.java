package net.minecraft.network.protocol.game;

import net.minecraft.core.Holder;
import net.minecraft.network.protocol.Packet;
import net.minecraft.world.effect.MobEffect;

/** An entity loses an effect. */
public record ClientboundRemoveMobEffectPacket(int entityId, Holder<MobEffect> effect)
        implements Packet<ClientGamePacketListener> {}
