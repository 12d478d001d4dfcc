package dev.sluice.protocollib;

import com.comphenix.protocol.PacketType;
import com.comphenix.protocol.ProtocolLibrary;
import com.comphenix.protocol.ProtocolManager;
import com.comphenix.protocol.events.ListenerOptions;
import com.comphenix.protocol.events.ListenerPriority;
import com.comphenix.protocol.events.PacketAdapter;
import com.comphenix.protocol.events.PacketEvent;
import com.comphenix.protocol.injector.packet.PacketRegistry;
import dev.sluice.engine.port.PacketComposer;
import dev.sluice.engine.port.PingPackets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.bukkit.entity.Player;
import org.bukkit.plugin.Plugin;

/** Everything that Sluice wants of ProtocolLib, from enable to disable. */
public final class ProtocolLibBinding implements AutoCloseable {

    private final ProtocolManager protocolManager;
    private final PacketClassifier classifier;
    private final PacketComposer composer;
    private final PingPackets pings;
    private final PacketAdapter sightings;
    private final Fallback fallback;

    private ProtocolLibBinding(
            Plugin plugin,
            ProtocolManager protocolManager,
            Set<PacketType> types,
            PacketClassifier classifier,
            PacketComposer composer,
            BooleanSupplier mainThread,
            RelayTroubles troubles) {
        this.protocolManager = protocolManager;
        this.classifier = classifier;
        this.composer = composer;
        this.pings = pings(plugin);
        this.fallback = new Fallback(plugin, protocolManager, types, classifier::sighted, mainThread, troubles);
        Set<PacketType> kept = new HashSet<>(types);
        kept.removeIf(type -> !classifier.keeps(type.getPacketClass()));
        this.sightings = sightings(plugin, kept, classifier);
    }

    /**
     * Fits the packet table to the server and starts to listen. Reads {@code ProtocolLibrary}, once. Main thread, in
     * {@code onEnable}.
     *
     * @param mainThread whether the calling thread is the one that sends what the fallback releases
     * @param ticks how many of the server's ticks have ended; asked by any thread, for each packet
     * @param troubles hears what goes wrong for players without a channel
     * @throws IllegalStateException if ProtocolLib is not running
     */
    public static ProtocolLibBinding open(
            Plugin plugin, BooleanSupplier mainThread, IntSupplier ticks, RelayTroubles troubles) {
        ProtocolManager protocolManager = ProtocolLibrary.getProtocolManager();
        if (protocolManager == null) {
            throw new IllegalStateException(
                    "expected ProtocolLib to be running, found that it is not enabled; look for its error further up");
        }
        Map<String, String> unusable = new HashMap<>();
        PacketComposer composer = composer(plugin, unusable);
        Set<PacketType> types = new HashSet<>();
        Set<Class<?>> classes = playPackets(PacketRegistry.getServerPacketTypes(), types);
        PacketClassifier classifier = PacketClassifier.of(classes, unusable, ticks, plugin.getLogger());
        types.removeIf(type -> !classifier.knows(type.getPacketClass()));
        ProtocolLibBinding binding =
                new ProtocolLibBinding(plugin, protocolManager, types, classifier, composer, mainThread, troubles);
        if (!binding.sightings.getSendingWhitelist().getTypes().isEmpty()) {
            protocolManager.addPacketListener(binding.sightings);
        }
        return binding;
    }

    /** The classes of the play phase's packets among these; their types are added to {@code types}. */
    private static Set<Class<?>> playPackets(Set<PacketType> among, Set<PacketType> types) {
        Set<Class<?>> classes = new HashSet<>();
        for (PacketType type : among) {
            if (type.getProtocol() == PacketType.Protocol.PLAY && type.isSupported()) {
                PacketRegistry.tryGetPacketClass(type).ifPresent(packetClass -> {
                    types.add(type);
                    classes.add(packetClass);
                });
            }
        }
        return classes;
    }

    /**
     * Tells from now on what players do to blocks, each before the server handles it. A packet that another plugin has
     * cancelled counts as well: its client waits for an answer all the same. Main thread.
     *
     * @return ends it when it is closed
     */
    public AutoCloseable watchActions(Plugin plugin, PlayerActions to) {
        Set<PacketType> types = new HashSet<>();
        ActionPackets packets =
                ActionPackets.of(playPackets(PacketRegistry.getClientPacketTypes(), types), plugin.getLogger());
        types.removeIf(type -> !packets.knows(type.getPacketClass()));
        if (types.isEmpty()) {
            return () -> {};
        }
        PacketAdapter listener = new PacketAdapter(plugin, ListenerPriority.MONITOR, types, ListenerOptions.ASYNC) {
            @Override
            public void onPacketReceiving(PacketEvent event) {
                Player player = event.getPlayer();
                Object packet = event.getPacket().getHandle();
                if (player != null && !event.isPlayerTemporary() && packet != null) {
                    packets.read(packet, player.getUniqueId(), to);
                }
            }
        };
        protocolManager.addPacketListener(listener);
        return () -> protocolManager.removePacketListener(listener);
    }

    public PacketClassifier classifier() {
        return classifier;
    }

    public PacketComposer composer() {
        return composer;
    }

    /** The server's pings; none if they are not as expected, which is logged. */
    public PingPackets pings() {
        return pings;
    }

    public Fallback fallback() {
        return fallback;
    }

    @Override
    public void close() {
        try {
            protocolManager.removePacketListener(sightings);
        } finally {
            fallback.close();
        }
    }

    /** Without constructors for them, moves are not merged: then they are not managed at all. */
    private static PacketComposer composer(Plugin plugin, Map<String, String> unusable) {
        try {
            return new ServerComposer(plugin.getServer().getClass().getClassLoader());
        } catch (ShapeException e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            for (String move : PacketTable.MOVES) {
                unusable.put(move, reason);
            }
            return move -> {
                throw new IllegalStateException("expected no move to be merged, found " + move);
            };
        }
    }

    private static PingPackets pings(Plugin plugin) {
        try {
            return new ServerPings(plugin.getServer().getClass().getClassLoader());
        } catch (ShapeException e) {
            plugin.getLogger()
                    .warning("Sluice cannot ask the clients what they have received (" + e.getMessage() + ") and does"
                            + " without it. Please report this with the server's version.");
            return PingPackets.NONE;
        }
    }

    /**
     * Classifies packets on the thread that sends them, after every other plugin has changed them. It only looks. What
     * is sent past the listeners (ProtocolLib 5.4.0 then calls none, not even MONITOR) is classified by the handler.
     */
    private static PacketAdapter sightings(Plugin plugin, Set<PacketType> types, PacketClassifier classifier) {
        return new PacketAdapter(plugin, ListenerPriority.MONITOR, types, ListenerOptions.ASYNC) {
            @Override
            public void onPacketSending(PacketEvent event) {
                Object packet = event.isCancelled() ? null : event.getPacket().getHandle();
                if (packet != null) {
                    var unused = classifier.sighted(packet);
                }
            }
        };
    }
}
