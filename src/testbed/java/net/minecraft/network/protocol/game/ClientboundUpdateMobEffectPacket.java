package net.minecraft.network.protocol.game;

import net.minecraft.core.Holder;
import net.minecraft.network.protocol.Packet;
import net.minecraft.world.effect.MobEffect;

/** An entity gets an effect. */
public final class ClientboundUpdateMobEffectPacket implements Packet<ClientGamePacketListener> {
    private final int entityId;
    private final Holder<MobEffect> effect;
    private final int effectAmplifier;
    private final int effectDurationTicks;
    private final byte flags;

    public ClientboundUpdateMobEffectPacket(
            int entityId, Holder<MobEffect> effect, int effectAmplifier, int effectDurationTicks, byte flags) {
        this.entityId = entityId;
        this.effect = effect;
        this.effectAmplifier = effectAmplifier;
        this.effectDurationTicks = effectDurationTicks;
        this.flags = flags;
    }

    public int entityId() {
        return entityId;
    }

    public Holder<MobEffect> effect() {
        return effect;
    }

    public int effectAmplifier() {
        return effectAmplifier;
    }

    public int effectDurationTicks() {
        return effectDurationTicks;
    }

    public byte flags() {
        return flags;
    }
}
