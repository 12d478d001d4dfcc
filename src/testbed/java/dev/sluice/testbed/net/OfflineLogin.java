package dev.sluice.testbed.net;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.kyori.adventure.text.Component;
import net.minestom.server.MinecraftServer;
import net.minestom.server.entity.Player;
import net.minestom.server.listener.manager.PacketListenerManager;
import net.minestom.server.network.ConnectionManager;
import net.minestom.server.network.ConnectionState;
import net.minestom.server.network.packet.client.login.ClientLoginAcknowledgedPacket;
import net.minestom.server.network.packet.client.login.ClientLoginStartPacket;
import net.minestom.server.network.player.GameProfile;
import net.minestom.server.network.player.PlayerConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs clients in without accounts, as Minestom does for its own sockets only. */
public final class OfflineLogin {
    private static final Logger LOG = LoggerFactory.getLogger(OfflineLogin.class);

    private OfflineLogin() {}

    public static void install(PacketListenerManager listeners) {
        listeners.setListener(ConnectionState.LOGIN, ClientLoginStartPacket.class, OfflineLogin::start);
        listeners.setListener(ConnectionState.LOGIN, ClientLoginAcknowledgedPacket.class, OfflineLogin::acknowledged);
    }

    /** The id that servers without accounts give to a name. */
    static UUID idOf(String name) {
        return UUID.nameUUIDFromBytes(("OfflinePlayer:" + name).getBytes(StandardCharsets.UTF_8));
    }

    private static void start(ClientLoginStartPacket packet, PlayerConnection connection) {
        ConnectionManager connections = MinecraftServer.getConnectionManager();
        if (connections.getOnlinePlayerByUsername(packet.username()) != null) {
            connection.kick(Component.text("A player named " + packet.username() + " is on this server already"));
            return;
        }
        GameProfile profile = new GameProfile(idOf(packet.username()), packet.username());
        ((NettyConnection) connection).profile(profile);
        Thread.startVirtualThread(() -> guarded(connection, () -> {
            var _ = connections.transitionLoginToConfig(connection, profile);
        }));
    }

    private static void acknowledged(ClientLoginAcknowledgedPacket packet, PlayerConnection connection) {
        NettyConnection netty = (NettyConnection) connection;
        GameProfile profile = netty.profile();
        if (profile == null) {
            connection.kick(Component.text("Expected a login before its acknowledgement"));
            return;
        }
        Thread.startVirtualThread(() -> guarded(connection, () -> {
            ConnectionManager connections = MinecraftServer.getConnectionManager();
            Player player = connections.createPlayer(connection, profile);
            netty.deliverEarly(player);
            connections.doConfiguration(player, true);
        }));
    }

    private static void guarded(PlayerConnection connection, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warn("{} could not log in", connection.getIdentifier(), e);
            connection.kick(Component.text("The server failed to log you in; its log says why"));
        }
    }
}
