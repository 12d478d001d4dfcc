package dev.sluice.testbed.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.comphenix.protocol.ProtocolLibrary;
import dev.sluice.paper.Fakes;
import io.netty.channel.ChannelHandlerAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import net.minecraft.network.protocol.Packet;
import net.minecraft.network.protocol.common.ClientboundPingPacket;
import net.minecraft.network.protocol.game.ClientboundRespawnPacket;
import net.minestom.server.entity.GameMode;
import net.minestom.server.network.packet.server.play.EntityHeadLookPacket;
import net.minestom.server.network.packet.server.play.EntityStatusPacket;
import net.minestom.server.network.packet.server.play.RespawnPacket;
import net.minestom.server.network.packet.server.play.SystemChatPacket;
import org.bukkit.Bukkit;
import org.bukkit.plugin.Plugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boots the real plugin, found by its plugin.yml. */
class SluiceHostTest {
    private final Thread main = Thread.currentThread();

    @Test
    void plugin_isEnabledAndListens(@TempDir Path folder) {
        try (PluginHost host = start(folder)) {
            Plugin plugin = host.plugin().orElseThrow();

            assertTrue(plugin.isEnabled());
            assertTrue(ProtocolLibrary.getProtocolManager().getPacketListeners().stream()
                    .anyMatch(listener -> plugin.equals(listener.getPlugin())));
            assertTrue(Files.exists(folder.resolve("config.yml")), "the default configuration is written");
            assertEquals(Set.of("netstats"), host.commandNames());
        }
    }

    @Test
    void closedHost_leavesNoListenerBehind(@TempDir Path folder) {
        Plugin plugin;
        try (PluginHost host = start(folder)) {
            plugin = host.plugin().orElseThrow();
        }

        assertFalse(plugin.isEnabled());
        assertTrue(ProtocolLibrary.getProtocolManager().getPacketListeners().stream()
                .noneMatch(listener -> plugin.equals(listener.getPlugin())));
    }

    @Test
    void joinedPlayer_getsPacketsThroughThePluginAndItsHandler(@TempDir Path folder) {
        try (PluginHost host = start(folder);
                HostedPlayerDouble player = new HostedPlayerDouble()) {
            HostedConnection connection = host.connect(player);
            host.join(player);
            List<String> before = player.handlers();

            connection.send(new SystemChatPacket(net.kyori.adventure.text.Component.text("hi"), false));
            connection.send(new EntityHeadLookPacket(3, 90));
            host.tick(1, 0, 0);

            assertTrue(before.stream().anyMatch(name -> name.contains("sluice")), before::toString);
            // Sluice's own pings come when they are due.
            long sent = player.encoded().stream()
                    .filter(packet -> !(packet instanceof ClientboundPingPacket))
                    .count();
            assertEquals(2, sent);
            host.quit(player);
        }
    }

    /** The login goes out before the plugin hears of the join, so that it has to find the dimension by itself. */
    @Test
    void respawnThatKeepsTheWorld_leavesHeldWhatIsHeld(@TempDir Path folder) throws IOException {
        Path config = Files.writeString(folder.resolve("slow.yml"), "budget: 2KB/s\n");
        try (PluginHost host = start(folder.resolve("sluice"), Optional.of(config));
                HostedPlayerDouble player = new HostedPlayerDouble()) {
            HostedConnection connection = host.connect(player);
            host.join(player);
            for (int i = 0; i < 2_000; i++) {
                connection.send(new EntityStatusPacket(5, (byte) 35));
            }

            connection.send(new RespawnPacket(
                    0, "minecraft:overworld", 0, GameMode.SURVIVAL, null, false, false, null, 0, 63, (byte)
                            RespawnPacket.COPY_ALL));

            List<Packet<?>> sent = player.encoded();
            assertTrue(sent.stream().anyMatch(ClientboundRespawnPacket.class::isInstance));
            assertTrue(sent.size() < 1_000, () -> sent.size() + " packets are out");
            host.quit(player);
        }
    }

    @Test
    void answersToMarkers_areTakenBeforeProtocolLibsListeners(@TempDir Path folder) {
        try (PluginHost host = start(folder);
                HostedPlayerDouble player = new HostedPlayerDouble()) {
            host.connect(player);
            host.join(player);
            List<String> handlers = player.handlers();

            int decoder = handlers.indexOf("decoder");
            assertEquals(
                    List.of("decoder", "sluice_pongs", "protocol_lib_inbound_interceptor"),
                    handlers.subList(decoder, decoder + 3));
            host.quit(player);
        }
    }

    @Test
    void netstats_fromAPlayer_isCompletedByPermission(@TempDir Path folder) {
        try (PluginHost host = start(folder);
                HostedPlayerDouble player = new HostedPlayerDouble()) {
            host.connect(player);
            host.join(player);

            assertEquals(List.of("netstats"), host.complete(player, "net"));
            assertFalse(host.complete(player, "netstats ").contains("reload"), "only admins may reload");
            assertTrue(host.command(player, "netstats"));
            assertFalse(host.command(player, "unknown"));
            host.quit(player);
        }
    }

    @Test
    void plugin_besidePacketEvents_saysOnceWhatThatMeans(@TempDir Path folder) {
        start(folder).close();
        Plugins plugins = (Plugins) Bukkit.getPluginManager();
        Plugin library = Fakes.of(Plugin.class, Map.of("getName", none -> "packetevents", "isEnabled", none -> false));
        List<String> said = new CopyOnWriteArrayList<>();
        Handler ear = new StreamHandler() {
            @Override
            public void publish(LogRecord line) {
                said.add(line.getMessage());
            }
        };
        plugins.add(library);
        Logger.getLogger("Sluice").addHandler(ear);
        try (PluginHost host = start(folder);
                HostedPlayerDouble player = new HostedPlayerDouble()) {
            assertEquals(1, linesOf(said).size(), said::toString);

            player.channel().pipeline().addBefore("encoder", "pe-encoder-packetevents", new ChannelHandlerAdapter() {});
            host.connect(player);
            host.join(player);
            assertTrue(player.handlers().contains("sluice"), "not attached");

            assertEquals(1, linesOf(said).size(), said::toString);
            host.quit(player);
        } finally {
            Logger.getLogger("Sluice").removeHandler(ear);
            plugins.remove(library);
        }
    }

    private static List<String> linesOf(List<String> said) {
        return said.stream().filter(line -> line.contains("PacketEvents")).toList();
    }

    private PluginHost start(Path folder) {
        return start(folder, Optional.empty());
    }

    private PluginHost start(Path folder, Optional<Path> config) {
        return BukkitPluginHost.start(new HostSettings(
                "26.1.2", folder, config, true, () -> Thread.currentThread().equals(main), 25565));
    }
}
