package net.minecraft.server.network;

import net.minecraft.network.Connection;
import net.minecraft.server.level.ServerPlayer;

/** The server's side of the play phase. */
public final class ServerGamePacketListenerImpl extends ServerCommonPacketListenerImpl {
    public final ServerPlayer player;

    public ServerGamePacketListenerImpl(Connection connection, ServerPlayer player) {
        super(connection);
        this.player = player;
    }
}
