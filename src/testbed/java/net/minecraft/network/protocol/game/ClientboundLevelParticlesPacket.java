package net.minecraft.network.protocol.game;

import net.minecraft.core.particles.ParticleOptions;
import net.minecraft.network.protocol.Packet;

/** Particles. */
public final class ClientboundLevelParticlesPacket implements Packet<ClientGamePacketListener> {
    private final double x;
    private final double y;
    private final double z;
    private final float xDist;
    private final float yDist;
    private final float zDist;
    private final float maxSpeed;
    private final int count;
    private final boolean overrideLimiter;
    private final boolean alwaysShow;
    private final ParticleOptions particle;

    public ClientboundLevelParticlesPacket(
            double x,
            double y,
            double z,
            float xDist,
            float yDist,
            float zDist,
            float maxSpeed,
            int count,
            boolean overrideLimiter,
            boolean alwaysShow,
            ParticleOptions particle) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.xDist = xDist;
        this.yDist = yDist;
        this.zDist = zDist;
        this.maxSpeed = maxSpeed;
        this.count = count;
        this.overrideLimiter = overrideLimiter;
        this.alwaysShow = alwaysShow;
        this.particle = particle;
    }

    public double x() {
        return x;
    }

    public double y() {
        return y;
    }

    public double z() {
        return z;
    }

    public float xDist() {
        return xDist;
    }

    public float yDist() {
        return yDist;
    }

    public float zDist() {
        return zDist;
    }

    public float maxSpeed() {
        return maxSpeed;
    }

    public int count() {
        return count;
    }

    public boolean overrideLimiter() {
        return overrideLimiter;
    }

    public boolean alwaysShow() {
        return alwaysShow;
    }

    public ParticleOptions particle() {
        return particle;
    }
}
