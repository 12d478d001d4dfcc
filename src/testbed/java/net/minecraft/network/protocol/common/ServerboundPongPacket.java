package net.minecraft.network.protocol.common;

import net.minecraft.network.protocol.Packet;

/** The answer to a ping, with its number. */
public final class ServerboundPongPacket implements Packet<ServerCommonPacketListener> {
    private final int id;

    public ServerboundPongPacket(int id) {
        this.id = id;
    }

    public int id() {
        return id;
    }
}
