package dev.sluice.paper;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.budget.ServerCaps;
import dev.sluice.engine.budget.ServerHeap;
import dev.sluice.engine.budget.ServerLimit;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.engine.port.PacketComposer;
import dev.sluice.engine.port.Ticker;
import dev.sluice.engine.priority.PriorityTerms;
import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.netty.Failures;
import dev.sluice.overlay.DeliveryView;
import dev.sluice.overlay.ViewLimit;
import dev.sluice.paper.config.Settings;
import dev.sluice.protocollib.PlayerActions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.bukkit.Location;
import org.bukkit.entity.Player;
import org.bukkit.plugin.Plugin;
import org.jspecify.annotations.Nullable;

/** The managed players, from join to quit. A player that cannot be managed plays on as without Sluice. */
final class Sessions implements PlayerActions, AutoCloseable {

    private final Plugin plugin;
    private final Logger logger;
    private final Function<Player, Optional<Link>> links;
    private final PacketComposer composer;
    private final Ticker ticker;
    private final Failures failures;
    private final Map<UUID, Connection> connections = new ConcurrentHashMap<>();
    private final Departures departures = new Departures();
    private final ServerLimit serverLimit;
    private final long heapBytes;
    private final ServerHeap serverHeap;
    private final RandomGenerator markerIds = new SecureRandom();
    private volatile Settings settings;

    /**
     * @param links finds the way into a player's stream; empty for one without a connection of its own (H22)
     * @param heapBytes all that the server's heap may ever be
     */
    Sessions(
            Plugin plugin,
            Function<Player, Optional<Link>> links,
            PacketComposer composer,
            Ticker ticker,
            long heapBytes,
            Settings settings,
            Failures failures) {
        this.plugin = plugin;
        this.logger = plugin.getLogger();
        this.links = links;
        this.composer = composer;
        this.ticker = ticker;
        this.settings = settings;
        this.failures = failures;
        this.serverLimit = new ServerLimit(settings.serverLimitBytesPerSecond(), ticker.nanos());
        this.heapBytes = heapBytes;
        this.serverHeap = new ServerHeap(settings.maxHeapBytes(heapBytes));
    }

    /** Manages a player from now on that has just come. Never throws: others join after it. The player's thread. */
    void join(Player player) {
        manage(player, () -> ClientSession::awaitWorld);
    }

    /** The same with a player that was there before Sluice was enabled. */
    void find(Player player) {
        manage(player, () -> {
            Location at = player.getLocation();
            int viewDistance = player.getSendViewDistance();
            return session -> session.inheritWorld(at.getBlockX() >> 4, at.getBlockZ() >> 4, viewDistance);
        });
    }

    /** @param beginning what a session is told at first, as is known in the player's thread */
    private void manage(Player player, Supplier<Consumer<ClientSession>> beginning) {
        try {
            attach(player, beginning.get());
        } catch (Throwable e) {
            // Whatever it is, a linkage error included, in the server, in another plugin or here.
            failures.unmanaged(player.getName(), e);
            letGo(player, Link::detach);
        }
    }

    private void attach(Player player, Consumer<ClientSession> beginning) {
        UUID id = player.getUniqueId();
        Optional<Link> link = links.apply(player);
        if (link.isEmpty()) {
            logger.info(player.getName() + " has no network connection that Sluice knows; its packets pass.");
            return;
        }
        if (!link.get().isOpen()) {
            // Already over, and the quit event may be as well.
            return;
        }
        Settings known = settings;
        Connection connection = new Connection(player, link.get(), known, serverHeap, ticker);
        Connection before = connections.put(id, connection);
        Settings present = settings;
        if (!present.equals(known)) {
            // They came before the player could be found.
            connection.reconfigure(present);
        }
        if (before != null) {
            var unused = end(id, before, Link::detach);
        }
        int entityId = player.getEntityId();
        Optional<Object> dimension = connection.link().dimension();
        var unused = connection
                .link()
                .attach(way -> {
                    ClientSession session = session(id, connection, way);
                    session.ownEntity(entityId);
                    beginning.accept(session);
                    dimension.ifPresent(session::isIn);
                    return session;
                })
                .whenComplete((session, failure) -> attached(player, connection, session, failure));
        connection.follow(plugin, failure -> failures.undone("look at", id, failure));
    }

    private ClientSession session(UUID id, Connection connection, ClientLink way) {
        ServerCaps caps = new ServerCaps(serverLimit.join(), serverHeap.join());
        try {
            return new ClientSession(
                    id, connection.engine(), ticker, way, composer, connection.probe(), caps, markerIds);
        } catch (Throwable e) {
            // Whatever it is, a linkage error included: nobody else would give its shares back.
            caps.leave();
            throw e;
        }
    }

    /**
     * A tick has ended. Sessions with a clock of their own hear nothing of it. At the end and not from the players' own
     * tasks, which run before the tick sends anything: its packets would wait for the next one.
     */
    void endTick() {
        departures.endTick();
        long now = ticker.nanos();
        connections.forEach((id, connection) -> {
            try {
                if (connection.link().isOpen()) {
                    endTick(connection, now);
                } else {
                    drop(id, connection);
                }
            } catch (Throwable e) {
                failures.undone("end a tick for", id, e);
            }
        });
    }

    /**
     * A connection has ended. Mostly the quit event follows, but none does if a listener before has kicked the player within the join
     * event: up to Paper 1.21.11 the kick calls it at once.
     */
    private void drop(UUID id, Connection connection) {
        if (connections.remove(id, connection)) {
            var unused = end(id, connection, Link::detach);
        }
    }

    private static void endTick(Connection connection, long nowNanos) {
        Optional<ClientSession> session = sessionOf(connection);
        if (session.isPresent() && session.get().scheduler().wantsTicks()) {
            session.get().scheduler().tickScheduler(nowNanos);
            try {
                connection.link().endTick();
            } catch (RejectedExecutionException e) {
                // The event loop has ended, and with it the connection.
                connection.end();
            }
        }
    }

    private void attached(
            Player player, Connection connection, @Nullable ClientSession session, @Nullable Throwable failure) {
        if (session != null) {
            connection.session().complete(session);
            if (connection.hasEnded()) {
                // The player left while the event loop was busy.
                var unused = end(player.getUniqueId(), connection, Link::detach);
            }
        } else {
            Throwable cause = failure == null ? new IllegalStateException("no session") : failure;
            connection.session().completeExceptionally(cause);
            if (connection.link().isOpen()) {
                failures.unmanaged(player.getName(), cause);
            }
        }
    }

    /** Stops managing a player who leaves the server, or its world to be configured anew. The player's thread. */
    void quit(Player player) {
        letGo(player, departures::leave);
    }

    private void letGo(Player player, Function<Link, CompletableFuture<Void>> way) {
        UUID id = player.getUniqueId();
        Connection connection = connections.remove(id);
        if (connection != null) {
            var unused = end(id, connection, way);
        }
    }

    /** Never throws: others are left after it. */
    private CompletableFuture<Void> end(UUID id, Connection connection, Function<Link, CompletableFuture<Void>> way) {
        try {
            connection.end();
        } catch (Throwable e) {
            failures.undone("put back the view distance of", id, e);
        }
        return leave(connection.link(), way).whenComplete((done, failure) -> {
            // Not before: until the event loop has left, a pass of its own may still say something of the player.
            failures.forget(id);
            if (failure != null) {
                failures.undone("leave as it was found the connection of", id, failure);
            }
        });
    }

    private static CompletableFuture<Void> leave(Link link, Function<Link, CompletableFuture<Void>> way) {
        try {
            return way.apply(link);
        } catch (Throwable e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The statistics of a managed player. Any thread. */
    Optional<BandwidthStats> stats(UUID playerId) {
        return Optional.ofNullable(connections.get(playerId)).flatMap(Sessions::statsOf);
    }

    /** The statistics of all managed players. Any thread. */
    Collection<BandwidthStats> stats() {
        List<BandwidthStats> all = new ArrayList<>();
        connections.values().forEach(connection -> statsOf(connection).ifPresent(all::add));
        return all;
    }

    private static Optional<BandwidthStats> statsOf(Connection connection) {
        return sessionOf(connection).map(ClientSession::stats);
    }

    /** The session that manages a player: empty before there is one, if there can be none, and once it has failed and stands aside. */
    private static Optional<ClientSession> sessionOf(Connection connection) {
        CompletableFuture<ClientSession> session = connection.session();
        return session.isDone() && !session.isCompletedExceptionally()
                ? Optional.of(session.join()).filter(each -> !each.hasEnded())
                : Optional.empty();
    }

    private Optional<Connection> managed(UUID playerId) {
        return Optional.ofNullable(connections.get(playerId))
                .filter(connection -> sessionOf(connection).isPresent());
    }

    /** {@inheritDoc} */
    @Override
    public void acted(UUID playerId, int x, int y, int z) {
        Connection connection = connections.get(playerId);
        if (connection != null) {
            sessionOf(connection).ifPresent(session -> session.acted(x, y, z));
        }
    }

    /** {@inheritDoc} */
    @Override
    public void acted(UUID playerId) {
        Connection connection = connections.get(playerId);
        if (connection != null) {
            sessionOf(connection).ifPresent(ClientSession::acted);
        }
    }

    /**
     * Why an entity has its place among those that a player is shown. Any thread.
     *
     * @param entityId the network id
     * @return completes with the terms, empty if the engine knows no such entity; on any thread. Exceptionally if the player is
     *     not managed
     */
    CompletableFuture<Optional<PriorityTerms>> explain(UUID playerId, int entityId) {
        Optional<Connection> connection = managed(playerId);
        if (connection.isEmpty()) {
            return CompletableFuture.failedFuture(new RejectedExecutionException("expected a managed player"));
        }
        return connection.get().link().ask(session -> session.explain(entityId)).whenComplete((terms, failure) -> {
            if (failure != null && !(failure instanceof RejectedExecutionException)) {
                failures.undone("explain an entity to", playerId, failure);
            }
        });
    }

    /** Applies a configuration to every player, present and to come. Any thread. */
    void reconfigure(Settings newSettings) {
        settings = newSettings;
        serverLimit.reconfigure(newSettings.serverLimitBytesPerSecond(), ticker.nanos());
        serverHeap.reconfigure(newSettings.maxHeapBytes(heapBytes));
        // One that is being attached has read the old or the new settings; either way it is told once it stands.
        connections.values().forEach(connection -> connection.reconfigure(newSettings));
    }

    /** The profile of a managed player. Any thread. */
    Optional<ProfileChoice> profile(UUID playerId) {
        return managed(playerId).map(Connection::profile);
    }

    /** What the client of a managed player confirms. Any thread. */
    Optional<DeliveryView> delivery(UUID playerId) {
        return Optional.ofNullable(connections.get(playerId))
                .flatMap(Sessions::sessionOf)
                .map(session -> DeliveryView.of(
                        session.getHealth(), ticker.nanos(), session.scheduler().substitutions()));
    }

    /** What is lowered of a player's send view distance; empty while nothing is. Any thread. */
    Optional<ViewLimit> viewLimit(UUID playerId) {
        return Optional.ofNullable(connections.get(playerId)).flatMap(Connection::viewLimit);
    }

    /** The names of all profiles. Any thread. */
    List<String> profileNames() {
        return settings.profiles().names();
    }

    /**
     * Sets a managed player's profile until the player leaves. Any thread.
     *
     * @param name of a profile; null leaves the choice to permissions and worlds
     * @return whether the player is managed
     */
    boolean commandProfile(UUID playerId, @Nullable String name) {
        Optional<Connection> connection = managed(playerId);
        connection.ifPresent(each -> each.commandProfile(name));
        return connection.isPresent();
    }

    /**
     * Takes Sluice out of every connection. Waits for it: once the plugin is disabled the server closes its class loader,
     * and an event loop that still runs its code would fail.
     */
    @Override
    public void close() {
        List<CompletableFuture<Void>> ends = new ArrayList<>(departures.close());
        connections.forEach((id, connection) -> ends.add(end(id, connection, Link::detach)));
        connections.clear();
        try {
            long left = CloseWait.until(ends);
            if (left > 0) {
                logger.warning(
                        "Sluice is going while it still stands in " + left + " connections, whose event loops are busy"
                                + " or hang. Errors may follow there: restart the server if it was only reloaded.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
