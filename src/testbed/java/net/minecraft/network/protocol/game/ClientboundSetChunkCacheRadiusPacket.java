package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** The radius of the view, in chunks. */
public final class ClientboundSetChunkCacheRadiusPacket implements Packet<ClientGamePacketListener> {
    private final int radius;

    public ClientboundSetChunkCacheRadiusPacket(int radius) {
        this.radius = radius;
    }

    public int radius() {
        return radius;
    }
}
