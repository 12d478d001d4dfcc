package net.minecraft.server;

import net.minecraft.server.network.ServerConnectionListener;

/** The server; ProtocolLib asks for its only instance. */
public final class MinecraftServer {
    private static final MinecraftServer INSTANCE = new MinecraftServer();
    private final ServerConnectionListener connection = new ServerConnectionListener();

    private MinecraftServer() {}

    public static MinecraftServer getServer() {
        return INSTANCE;
    }

    public ServerConnectionListener getConnection() {
        return connection;
    }
}
