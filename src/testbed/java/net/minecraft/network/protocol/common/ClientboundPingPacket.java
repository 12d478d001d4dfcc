package net.minecraft.network.protocol.common;

import net.minecraft.network.protocol.Packet;

/** The client answers with the same number. */
public final class ClientboundPingPacket implements Packet<ClientCommonPacketListener> {
    private final int id;

    public ClientboundPingPacket(int id) {
        this.id = id;
    }

    public int id() {
        return id;
    }
}
