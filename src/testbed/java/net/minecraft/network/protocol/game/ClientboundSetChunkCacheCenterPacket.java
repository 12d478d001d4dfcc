package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** The centre of the view, in chunks. */
public final class ClientboundSetChunkCacheCenterPacket implements Packet<ClientGamePacketListener> {
    private final int x;
    private final int z;

    public ClientboundSetChunkCacheCenterPacket(int x, int z) {
        this.x = x;
        this.z = z;
    }

    public int x() {
        return x;
    }

    public int z() {
        return z;
    }
}
