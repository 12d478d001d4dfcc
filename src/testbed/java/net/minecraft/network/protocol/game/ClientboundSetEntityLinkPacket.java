package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** A leash. */
public final class ClientboundSetEntityLinkPacket implements Packet<ClientGamePacketListener> {
    private final int sourceId;
    private final int destId;

    public ClientboundSetEntityLinkPacket(int sourceId, int destId) {
        this.sourceId = sourceId;
        this.destId = destId;
    }

    public int sourceId() {
        return sourceId;
    }

    public int destId() {
        return destId;
    }
}
