package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** An entity swings, is hit, wakes. */
public final class ClientboundAnimatePacket implements Packet<ClientGamePacketListener> {
    private final int id;
    private final int action;

    public ClientboundAnimatePacket(int id, int action) {
        this.id = id;
        this.action = action;
    }

    public int id() {
        return id;
    }

    public int action() {
        return action;
    }
}
