package dev.sluice.e2e;

import com.comphenix.protocol.PacketType;
import com.comphenix.protocol.ProtocolLibrary;
import com.comphenix.protocol.events.ListenerOptions;
import com.comphenix.protocol.events.ListenerPriority;
import com.comphenix.protocol.events.PacketAdapter;
import com.comphenix.protocol.events.PacketEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.minestom.server.MinecraftServer;
import net.minestom.server.event.EventListener;
import net.minestom.server.event.player.PlayerPacketEvent;
import net.minestom.server.network.packet.client.common.ClientPongPacket;

/**
 * Hears the pings and pongs of all players where others do: as another plugin's listener in ProtocolLib, the first and the
 * last of all, and as what the server itself makes of a player's packets. Any thread.
 */
final class PingEars implements AutoCloseable {
    private final List<Integer> pingsAtPlugins = new ArrayList<>();
    private final List<Integer> pongsAtPlugins = new ArrayList<>();
    private final List<Integer> pongsAtServer = new ArrayList<>();
    private final List<PacketAdapter> listeners =
            List.of(listener(ListenerPriority.LOWEST), listener(ListenerPriority.MONITOR));
    private final EventListener<PlayerPacketEvent> server = EventListener.of(PlayerPacketEvent.class, event -> {
        if (event.getPacket() instanceof ClientPongPacket pong) {
            hear(pongsAtServer, pong.id());
        }
    });

    /** Listens from now on, to the server that runs in this JVM. */
    PingEars() {
        listeners.forEach(ProtocolLibrary.getProtocolManager()::addPacketListener);
        var _ = MinecraftServer.getGlobalEventHandler().addListener(server);
    }

    private PacketAdapter listener(ListenerPriority priority) {
        return new PacketAdapter(PacketAdapter.params(
                        ProtocolLibrary.getPlugin(), PacketType.Play.Server.PING, PacketType.Play.Client.PONG)
                .listenerPriority(priority)
                .options(ListenerOptions.ASYNC)) {
            @Override
            public void onPacketSending(PacketEvent event) {
                hear(pingsAtPlugins, idOf(event));
            }

            @Override
            public void onPacketReceiving(PacketEvent event) {
                hear(pongsAtPlugins, idOf(event));
            }
        };
    }

    private static int idOf(PacketEvent event) {
        return event.getPacket().getIntegers().read(0);
    }

    private synchronized void hear(List<Integer> heard, int id) {
        heard.add(id);
        notifyAll();
    }

    /** Waits until the server has got a pong. */
    synchronized void awaitPongAtServer(int id, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!pongsAtServer.contains(id)) {
            long leftMillis = (end - System.nanoTime()) / 1_000_000;
            if (leftMillis <= 0) {
                throw new AssertionError("no pong " + id + " came to the server; it got " + pongsAtServer);
            }
            wait(leftMillis);
        }
    }

    /** In order; each twice, once for each listener. */
    synchronized List<Integer> pingsAtPlugins() {
        return List.copyOf(pingsAtPlugins);
    }

    /** In order; each twice, once for each listener. */
    synchronized List<Integer> pongsAtPlugins() {
        return List.copyOf(pongsAtPlugins);
    }

    /** In order. */
    synchronized List<Integer> pongsAtServer() {
        return List.copyOf(pongsAtServer);
    }

    @Override
    public void close() {
        listeners.forEach(ProtocolLibrary.getProtocolManager()::removePacketListener);
        var _ = MinecraftServer.getGlobalEventHandler().removeListener(server);
    }
}
