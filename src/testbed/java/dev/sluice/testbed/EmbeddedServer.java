package dev.sluice.testbed;

import dev.sluice.testbed.entity.Herd;
import dev.sluice.testbed.net.NettyConnection;
import dev.sluice.testbed.net.NettyServer;
import dev.sluice.testbed.net.OfflineLogin;
import dev.sluice.testbed.player.GamePlayer;
import dev.sluice.testbed.player.PluginCommands;
import dev.sluice.testbed.plugin.PluginHost;
import dev.sluice.testbed.report.ServerReport;
import dev.sluice.testbed.report.StatsSeries;
import dev.sluice.testbed.stamps.Stamps;
import dev.sluice.testbed.world.TerrainLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import net.minestom.server.MinecraftServer;
import net.minestom.server.ServerProcess;
import net.minestom.server.coordinate.ChunkRange;
import net.minestom.server.coordinate.Pos;
import net.minestom.server.entity.Entity;
import net.minestom.server.entity.Player;
import net.minestom.server.event.instance.AddEntityToInstanceEvent;
import net.minestom.server.event.player.AsyncPlayerConfigurationEvent;
import net.minestom.server.event.player.PlayerDisconnectEvent;
import net.minestom.server.event.player.PlayerSpawnEvent;
import net.minestom.server.instance.Chunk;
import net.minestom.server.instance.InstanceContainer;
import net.minestom.server.network.ConnectionState;
import net.minestom.server.network.packet.server.SendablePacket;
import net.minestom.server.world.DimensionType;

/**
 * A Minecraft 26.1 server (protocol 775) with the plugin in it. Minestom's state is static: one per JVM. {@link #start}
 * and {@link #close} are called from one thread, the rest from any.
 */
public final class EmbeddedServer implements AutoCloseable {
    private final ServerOptions options;
    private final NettyServer network;
    private final TickLoop ticks;
    private final ServerProcess process;
    private final Path dataFolder;
    private final PluginHost host;
    private final Optional<Stamps> stamps;
    private final StatsSeries series;
    private final ServerReport report;
    private final Thread starter = Thread.currentThread();
    private volatile boolean started;
    private boolean closed;

    private EmbeddedServer(ServerOptions options, NettyServer network) throws IOException {
        this.options = options;
        this.network = network;
        MinecraftServer.init();
        this.process = MinecraftServer.process();
        this.ticks = new TickLoop(this::tick, this::goodbye);
        this.dataFolder = Files.createTempDirectory("sluice-testbed");
        this.host = PluginHosts.open(options, dataFolder, network.port(), this::onMainThread);
        this.series = new StatsSeries(() -> PluginHosts.stats(host), System::nanoTime);
        this.report = new ServerReport(() -> PluginHosts.stats(host), series);
        TerrainLoader terrain = new TerrainLoader(options.seed(), options.world());
        InstanceContainer world = process.instance().createInstanceContainer(DimensionType.OVERWORLD, terrain);
        Pos spawn = new Pos(8.5, terrain.standingHeight(8, 8), 8.5);
        load(world);
        Herd herd = new Herd();
        herd.freeze(options.frozen());
        herd.settle(world, terrain, spawn, options.entities(), options.seed());
        this.stamps = options.stamps()
                ? Optional.of(new Stamps(process.connection()::getOnlinePlayers, spawn.add(1.5, 0, 0)))
                : Optional.empty();
        admit(world, spawn);
        new PluginCommands(host).register(process.command());
        process.command().register(new FreezeCommand(herd));
    }

    /**
     * Starts a server and returns once clients can join.
     *
     * @throws IOException when it cannot listen at the address
     */
    public static EmbeddedServer start(ServerOptions options) throws IOException {
        MinestomFlags.set(options.viewDistance());
        // The port first: a busy one is known before anything else starts.
        NettyServer network = NettyServer.listen(options.host(), options.port(), options.congestionControl());
        try {
            EmbeddedServer server = new EmbeddedServer(options, network);
            server.process.dispatcher().start();
            server.started = true;
            server.ticks.start();
            if (options.stamps()) {
                server.series.start();
            }
            network.accept();
            return server;
        } catch (IOException | RuntimeException e) {
            network.close();
            throw e;
        }
    }

    public int port() {
        return network.port();
    }

    public ServerReport report() {
        return report;
    }

    /** Disables the plugin, which releases what it holds, then says goodbye to the players and stops. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        stamps.ifPresent(Stamps::close);
        series.close();
        network.stopListening();
        ticks.close();
        network.close();
        process.scheduler().shutdown();
        process.dispatcher().shutdown();
        PluginHosts.discard(dataFolder);
    }

    private void goodbye() {
        report.keepPluginStats();
        List.copyOf(process.connection().getOnlinePlayers()).forEach(player -> player.kick("The server stops"));
        host.close();
    }

    private void admit(InstanceContainer world, Pos spawn) {
        GamePlayer.Settings settings = new GamePlayer.Settings(
                options.viewDistance(), options.chunksPerSecond(), options.stamps() ? Stamps::playBegan : player -> {});
        OfflineLogin.install(process.packetListener());
        process.connection()
                .setPlayerProvider(
                        (connection, profile) -> new GamePlayer((NettyConnection) connection, profile, host, settings));
        process.eventHandler()
                .addListener(AsyncPlayerConfigurationEvent.class, event -> {
                    event.setSpawningInstance(world);
                    event.getPlayer().setRespawnPoint(spawn);
                })
                .addListener(AddEntityToInstanceEvent.class, event -> appearing(event.getEntity()))
                .addListener(
                        PlayerSpawnEvent.class, event -> stamps.ifPresent(active -> active.spawned(event.getPlayer())))
                .addListener(PlayerDisconnectEvent.class, event -> left(event.getPlayer()));
    }

    /** Paper tells plugins of a player who joins before it shows the player any entity (PlayerList.placeNewPlayer). */
    private void appearing(Entity entity) {
        if (entity instanceof GamePlayer joining && joining.getInstance() == null) {
            report.joined(joining);
            host.join(joining);
        }
    }

    private void left(Player player) {
        GamePlayer hosted = (GamePlayer) player;
        Runnable quit = () -> {
            report.keepPluginStats();
            host.quit(hosted);
        };
        if (onMainThread()) {
            quit.run();
        } else {
            process.scheduler().scheduleNextTick(quit);
        }
    }

    /** The one that starts the server until it ticks. Minestom ticks chunks and entities on a thread of its own while the main thread waits for it. */
    @SuppressWarnings("ReferenceEquality") // a thread is itself
    private boolean onMainThread() {
        return (started ? ticks.isCurrentThread() : Thread.currentThread() == starter)
                || Thread.currentThread().getName().startsWith(MinecraftServer.THREAD_NAME_TICK + "-");
    }

    private void tick(int number, long startNanos, long nextNanos) {
        host.tickStarts();
        process.ticker().tick(startNanos);
        stamps.ifPresent(Stamps::tickEnded);
        long now = System.nanoTime();
        host.tick(number, (now - startNanos) / 1e6, nextNanos - now);
    }

    /** Loads the chunks of the first view, and makes their packets once: the first player then joins a warm server. */
    private void load(InstanceContainer world) {
        List<CompletableFuture<Chunk>> loading = new ArrayList<>();
        ChunkRange.chunksInRange(0, 0, options.viewDistance() + 1, (x, z) -> loading.add(world.loadChunk(x, z)));
        for (CompletableFuture<Chunk> chunk : loading) {
            var _ = SendablePacket.extractServerPacket(
                    ConnectionState.PLAY, chunk.join().getFullDataPacket());
        }
    }
}
