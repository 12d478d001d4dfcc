package net.minecraft.server.level;

import net.minecraft.network.Connection;
import net.minecraft.server.network.ServerGamePacketListenerImpl;

/** A player in the world. */
public final class ServerPlayer {
    public final ServerGamePacketListenerImpl connection;

    @SuppressWarnings("this-escape") // player and connection know each other, as on a server
    public ServerPlayer(Connection connection) {
        this.connection = new ServerGamePacketListenerImpl(connection, this);
        connection.setupInboundProtocol(this.connection);
    }
}
