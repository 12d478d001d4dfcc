package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** A projectile's thrust. */
public final class ClientboundProjectilePowerPacket implements Packet<ClientGamePacketListener> {
    private final int id;
    private final double accelerationPower;

    public ClientboundProjectilePowerPacket(int id, double accelerationPower) {
        this.id = id;
        this.accelerationPower = accelerationPower;
    }

    public int id() {
        return id;
    }

    public double accelerationPower() {
        return accelerationPower;
    }
}
