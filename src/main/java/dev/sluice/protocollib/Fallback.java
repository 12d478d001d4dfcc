package dev.sluice.protocollib;

import com.comphenix.protocol.PacketType;
import com.comphenix.protocol.ProtocolManager;
import com.comphenix.protocol.events.ListenerOptions;
import com.comphenix.protocol.events.ListenerPriority;
import com.comphenix.protocol.events.PacketAdapter;
import com.comphenix.protocol.events.PacketContainer;
import com.comphenix.protocol.events.PacketEvent;
import com.google.common.collect.MapMaker;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.Postponed;
import dev.sluice.engine.port.Classifier;
import dev.sluice.engine.port.ClientLink;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bukkit.entity.Player;
import org.bukkit.plugin.Plugin;
import org.jspecify.annotations.Nullable;

/**
 * Manages players whose channel cannot be found: cancels their packets in ProtocolLib's listeners and re-sends them on the
 * main thread, which costs up to a tick. Registered only while there is such a player.
 */
public final class Fallback implements AutoCloseable {

    private final ProtocolManager protocolManager;
    private final Classifier classifier;
    private final BooleanSupplier mainThread;
    private final RelayTroubles troubles;
    private final PacketAdapter listener;
    private final Map<UUID, FallbackRelay> relays = new ConcurrentHashMap<>();

    /** Those whose players leave in this tick. Main thread. */
    private final Set<FallbackRelay> leaving = new HashSet<>();

    /** Packets of bundles that pass, until their own events come: a bundle passes whole. */
    private final Map<Object, Boolean> bundled = new MapMaker().weakKeys().makeMap();

    Fallback(
            Plugin plugin,
            ProtocolManager protocolManager,
            Set<PacketType> types,
            Classifier classifier,
            BooleanSupplier mainThread,
            RelayTroubles troubles) {
        this.protocolManager = protocolManager;
        this.classifier = classifier;
        this.mainThread = mainThread;
        this.troubles = troubles;
        // The last one that may still cancel. MONITOR, after it, may only look.
        this.listener = new PacketAdapter(plugin, ListenerPriority.HIGHEST, types, ListenerOptions.ASYNC) {
            @Override
            public void onPacketSending(PacketEvent event) {
                sending(event);
            }
        };
    }

    /** Manages a player from now on. Main thread. */
    public ClientSession attach(Player player, Function<ClientLink, ClientSession> sessionFactory) {
        FallbackRelay relay = new FallbackRelay(
                sessionFactory,
                packet -> protocolManager.sendServerPacket(player, PacketContainer.fromPacket(packet), false),
                troubles);
        if (relays.isEmpty()) {
            listenFor(relay);
        }
        relays.put(player.getUniqueId(), relay);
        return relay.session();
    }

    private void listenFor(FallbackRelay first) {
        try {
            protocolManager.addPacketListener(listener);
        } catch (Throwable e) {
            // Nobody else knows of its session, which has shares of what all players have together.
            first.abandon();
            throw e;
        }
    }

    /**
     * A player leaves: nothing is sent anew any more. Mostly the connection is closed, and all that ProtocolLib did with each
     * packet would be in vain. If it is not, the server has the player configured anew and says so within this tick: that takes
     * along what is held and still matters, so the player is managed until the tick ends. {@code isOnline} is true of both.
     * Main thread, within the quit event.
     */
    public void leave(Player player) {
        FallbackRelay relay = relays.get(player.getUniqueId());
        if (relay != null) {
            leaving.add(relay);
        }
    }

    /** Lets go of a player who stays. Main thread. */
    public void detach(Player player) {
        FallbackRelay relay = relays.get(player.getUniqueId());
        if (relay == null || leaving.contains(relay)) {
            return;
        }
        try {
            relay.end();
        } finally {
            // Only now: what is sent meanwhile would overtake what was taken before.
            relays.remove(player.getUniqueId(), relay);
            if (relays.isEmpty()) {
                protocolManager.removePacketListener(listener);
            }
        }
    }

    /**
     * Asks a player's session while nobody else does. Any thread.
     *
     * @throws RejectedExecutionException if the player is not managed
     */
    public <T> T ask(Player player, Function<ClientSession, T> question) {
        FallbackRelay relay = relays.get(player.getUniqueId());
        if (relay == null) {
            throw new RejectedExecutionException("expected a player that is managed, found " + player.getName());
        }
        return relay.ask(question);
    }

    /** Releases what the budgets allow. Main thread, at the end of each tick. */
    public void endTick() {
        Throwable failure = letLeave();
        Postponed.rethrow(first(failure, forEach(relays.values(), FallbackRelay::endTick)));
    }

    private @Nullable Throwable letLeave() {
        if (leaving.isEmpty()) {
            return null;
        }
        Throwable failure = forEach(leaving, FallbackRelay::abandon);
        // Whoever is back already has another one.
        relays.values().removeAll(leaving);
        leaving.clear();
        if (relays.isEmpty()) {
            protocolManager.removePacketListener(listener);
        }
        return failure;
    }

    @Override
    public void close() {
        Throwable failure = letLeave();
        failure = first(failure, forEach(relays.values(), FallbackRelay::end));
        relays.clear();
        protocolManager.removePacketListener(listener);
        Postponed.rethrow(failure);
    }

    /** Whatever fails for one: the others hold packets, too. Returns the first failure. */
    private static @Nullable Throwable forEach(Collection<FallbackRelay> relays, Consumer<FallbackRelay> action) {
        Throwable failure = null;
        for (FallbackRelay relay : relays) {
            try {
                action.accept(relay);
            } catch (Throwable e) {
                failure = first(failure, e);
            }
        }
        return failure;
    }

    private static @Nullable Throwable first(@Nullable Throwable earlier, @Nullable Throwable later) {
        return earlier == null ? later : earlier;
    }

    private void sending(PacketEvent event) {
        Player player = event.getPlayer();
        if (event.isCancelled() || player == null || event.isPlayerTemporary()) {
            return;
        }
        FallbackRelay relay = relays.get(player.getUniqueId());
        Object packet = event.getPacket().getHandle();
        if (relay == null || packet == null || bundled.remove(packet) != null) {
            return;
        }
        Message message = classifier.classify(packet);
        if (message != null && relay.take(message, packet, mainThread.getAsBoolean())) {
            event.setCancelled(true);
        } else if (event.getPacketType().equals(PacketType.Play.Server.BUNDLE)) {
            // The events of its packets follow at once, on this thread (H6).
            for (PacketContainer part : event.getPacket().getPacketBundles().read(0)) {
                bundled.put(part.getHandle(), Boolean.TRUE);
            }
        }
    }
}
