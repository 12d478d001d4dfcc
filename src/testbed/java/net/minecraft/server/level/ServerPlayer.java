package net.minecraft.server.level;

import net.minecraft.network.Connection;
import net.minecraft.server.network.ServerGamePacketListenerImpl;
import net.minecraft.world.level.Level;

/** A player in the world. */
public final class ServerPlayer {
    public final ServerGamePacketListenerImpl connection;
    private final Level level;

    @SuppressWarnings("this-escape") // player and connection know each other, as on a server
    public ServerPlayer(Connection connection, Level level) {
        this.level = level;
        this.connection = new ServerGamePacketListenerImpl(connection, this);
        connection.setupInboundProtocol(this.connection);
    }

    public Level level() {
        return level;
    }
}
