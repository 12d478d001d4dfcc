package dev.sluice.testbed.net;

import dev.sluice.testbed.plugin.HostedConnection;
import dev.sluice.testbed.plugin.HostedPlayer;
import dev.sluice.testbed.plugin.PluginHost;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.minestom.server.network.ConnectionState;
import net.minestom.server.network.packet.server.ServerPacket;
import net.minestom.server.network.packet.server.play.BundlePacket;
import org.bukkit.plugin.Plugin;

/** Hosts no plugin: packets go to the channel as they are. */
public final class DirectHost implements PluginHost {
    @Override
    public HostedConnection connect(HostedPlayer player) {
        Channel channel = player.channel();
        return new HostedConnection() {
            @Override
            public void send(ServerPacket.Play packet) {
                channel.eventLoop().execute(() -> {
                    var _ = channel.writeAndFlush(new Outbound(ConnectionState.PLAY, packet));
                });
            }

            @Override
            public void bundle(Runnable sends) {
                send(new BundlePacket());
                sends.run();
                send(new BundlePacket());
            }
        };
    }

    @Override
    public void join(HostedPlayer player) {}

    @Override
    public void quit(HostedPlayer player) {}

    @Override
    public void tick(int number, double durationMillis, long remainingNanos) {}

    @Override
    public boolean command(HostedPlayer sender, String line) {
        return false;
    }

    @Override
    public boolean consoleCommand(String line) {
        return false;
    }

    @Override
    public List<String> complete(HostedPlayer sender, String line) {
        return List.of();
    }

    @Override
    public Set<String> commandNames() {
        return Set.of();
    }

    @Override
    public Optional<Plugin> plugin() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
