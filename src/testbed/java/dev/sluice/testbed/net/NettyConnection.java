package dev.sluice.testbed.net;

import dev.sluice.testbed.plugin.HostedConnection;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import net.minestom.server.MinecraftServer;
import net.minestom.server.entity.Player;
import net.minestom.server.network.ConnectionState;
import net.minestom.server.network.packet.PacketVanilla;
import net.minestom.server.network.packet.client.ClientPacket;
import net.minestom.server.network.packet.client.common.ClientKeepAlivePacket;
import net.minestom.server.network.packet.client.common.ClientPingRequestPacket;
import net.minestom.server.network.packet.client.configuration.ClientFinishConfigurationPacket;
import net.minestom.server.network.packet.client.configuration.ClientSelectKnownPacksPacket;
import net.minestom.server.network.packet.client.play.ClientConfigurationAckPacket;
import net.minestom.server.network.packet.server.SendablePacket;
import net.minestom.server.network.packet.server.ServerPacket;
import net.minestom.server.network.packet.server.login.LoginSuccessPacket;
import net.minestom.server.network.packet.server.login.SetCompressionPacket;
import net.minestom.server.network.player.GameProfile;
import net.minestom.server.network.player.PlayerConnection;
import org.jspecify.annotations.Nullable;

/** Minestom's view of one client on a Netty channel. Packets of the play phase take the plugin's way out. */
public final class NettyConnection extends PlayerConnection {
    private final Channel channel;
    private final SocketAddress remote;
    private final WireCounter wire;
    private final PacketTally tally;
    private final Queue<ClientPacket> early = new ArrayDeque<>();
    private volatile @Nullable GameProfile profile;
    private volatile @Nullable HostedConnection hosted;

    NettyConnection(Channel channel, WireCounter wire, PacketTally tally) {
        this.channel = channel;
        this.remote = Objects.requireNonNullElseGet(channel.remoteAddress(), () -> new InetSocketAddress(0));
        this.wire = wire;
        this.tally = tally;
    }

    public Channel channel() {
        return channel;
    }

    public WireCounter wire() {
        return wire;
    }

    public PacketTally tally() {
        return tally;
    }

    /** From now on packets of the play phase go through {@code connection}. */
    public void host(HostedConnection connection) {
        hosted = connection;
    }

    /** The plugin's way out, once the play phase began. */
    public @Nullable HostedConnection hosted() {
        return hosted;
    }

    @Override
    public SocketAddress getRemoteAddress() {
        return remote;
    }

    @Override
    public void sendPacket(SendablePacket sendable) {
        ConnectionState phase = getServerState();
        ServerPacket packet = SendablePacket.extractServerPacket(phase, sendable);
        if (packet == null) {
            throw new IllegalStateException("expected a packet that is not yet bytes, found " + sendable);
        }
        HostedConnection out = hosted;
        if (phase == ConnectionState.PLAY && out != null && packet instanceof ServerPacket.Play play) {
            out.send(play);
            return;
        }
        ConnectionState next = PacketVanilla.nextServerState(packet, phase);
        if (next != phase) {
            setServerState(next);
        }
        channel.eventLoop().execute(() -> write(new Outbound(phase, packet)));
    }

    private void write(Outbound outbound) {
        if (outbound.packet() instanceof LoginSuccessPacket) {
            int threshold = MinecraftServer.getCompressionThreshold();
            var _ = channel.write(new Outbound(outbound.phase(), new SetCompressionPacket(threshold)));
            ServerPipeline.compress(channel.pipeline(), threshold);
        }
        var _ = channel.writeAndFlush(outbound);
    }

    @Override
    public void disconnect() {
        super.disconnect();
        channel.eventLoop().execute(() -> {
            var _ = channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        });
    }

    /** The channel closed; event loop. */
    void lost() {
        if (isOnline()) {
            super.disconnect();
        }
    }

    /**
     * Event loop. What moves the client to its next phase is handled at once, and so is what measures the way here, as
     * on the real server; the rest on the player's next tick.
     */
    void receive(ClientPacket packet) {
        boolean atOnce = getClientState() == ConnectionState.HANDSHAKE
                || getClientState() == ConnectionState.STATUS
                || getClientState() == ConnectionState.LOGIN
                || packet instanceof ClientKeepAlivePacket
                || packet instanceof ClientPingRequestPacket
                || packet instanceof ClientSelectKnownPacksPacket
                || packet instanceof ClientFinishConfigurationPacket
                || packet instanceof ClientConfigurationAckPacket;
        if (atOnce) {
            MinecraftServer.getPacketListenerManager().processClientPacket(packet, this);
            return;
        }
        synchronized (early) {
            Player player = getPlayer();
            if (player == null) {
                early.add(packet);
            } else {
                player.addPacketToQueue(packet);
            }
        }
    }

    void profile(GameProfile known) {
        profile = known;
    }

    @Nullable
    GameProfile profile() {
        return profile;
    }

    /** The player exists: what came before it is queued for its first tick. */
    void deliverEarly(Player player) {
        synchronized (early) {
            for (ClientPacket packet = early.poll(); packet != null; packet = early.poll()) {
                player.addPacketToQueue(packet);
            }
        }
    }
}
