package net.minecraft.network.protocol.game;

import net.minecraft.core.Holder;
import net.minecraft.network.protocol.Packet;
import net.minecraft.sounds.SoundEvent;
import net.minecraft.sounds.SoundSource;

/** A sound that follows an entity. */
public final class ClientboundSoundEntityPacket implements Packet<ClientGamePacketListener> {
    private final Holder<SoundEvent> sound;
    private final SoundSource source;
    private final int id;
    private final float volume;
    private final float pitch;
    private final long seed;

    public ClientboundSoundEntityPacket(
            Holder<SoundEvent> sound, SoundSource source, int id, float volume, float pitch, long seed) {
        this.sound = sound;
        this.source = source;
        this.id = id;
        this.volume = volume;
        this.pitch = pitch;
        this.seed = seed;
    }

    public Holder<SoundEvent> sound() {
        return sound;
    }

    public SoundSource source() {
        return source;
    }

    public int id() {
        return id;
    }

    public float volume() {
        return volume;
    }

    public float pitch() {
        return pitch;
    }

    public long seed() {
        return seed;
    }
}
