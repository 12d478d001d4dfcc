package net.minecraft.server.network;

import net.minecraft.network.Connection;
import net.minecraft.network.PacketListener;
import net.minecraft.network.chat.Component;
import net.minecraft.network.protocol.Packet;

/** The server's side of what phases share. */
public abstract class ServerCommonPacketListenerImpl implements PacketListener {
    public final Connection connection;

    protected ServerCommonPacketListenerImpl(Connection connection) {
        this.connection = connection;
    }

    /** From any thread. */
    public void send(Packet<?> packet) {
        connection.send(packet);
    }

    /** From any thread. */
    public void disconnect(Component reason) {
        connection.disconnect(reason);
    }
}
