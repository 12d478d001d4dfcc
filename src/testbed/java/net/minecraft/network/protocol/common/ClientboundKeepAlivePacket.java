package net.minecraft.network.protocol.common;

import net.minecraft.network.protocol.Packet;

/** The client answers with the same number. */
public final class ClientboundKeepAlivePacket implements Packet<ClientCommonPacketListener> {
    private final long id;

    public ClientboundKeepAlivePacket(long id) {
        this.id = id;
    }

    public long id() {
        return id;
    }
}
