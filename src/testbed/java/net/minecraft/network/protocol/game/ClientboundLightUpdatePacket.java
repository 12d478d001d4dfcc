package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** A chunk's light. */
public final class ClientboundLightUpdatePacket implements Packet<ClientGamePacketListener> {
    private final int x;
    private final int z;
    private final ClientboundLightUpdatePacketData lightData;

    public ClientboundLightUpdatePacket(int x, int z, ClientboundLightUpdatePacketData lightData) {
        this.x = x;
        this.z = z;
        this.lightData = lightData;
    }

    public int x() {
        return x;
    }

    public int z() {
        return z;
    }

    public ClientboundLightUpdatePacketData lightData() {
        return lightData;
    }
}
