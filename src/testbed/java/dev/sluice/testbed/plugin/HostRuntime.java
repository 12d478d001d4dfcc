package dev.sluice.testbed.plugin;

import com.comphenix.protocol.ProtocolLibHost;
import com.comphenix.protocol.injector.InternalManager;
import io.papermc.paper.threadedregions.scheduler.AsyncScheduler;
import io.papermc.paper.threadedregions.scheduler.EntityScheduler;
import io.papermc.paper.threadedregions.scheduler.GlobalRegionScheduler;
import java.io.File;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import net.minecraft.resources.ResourceKey;
import net.minecraft.server.level.ServerLevel;
import org.bukkit.Bukkit;
import org.bukkit.Server;
import org.bukkit.World;
import org.bukkit.craftbukkit.CraftServer;
import org.bukkit.craftbukkit.CraftWorld;
import org.bukkit.craftbukkit.entity.CraftPlayer;
import org.bukkit.entity.Player;
import org.bukkit.plugin.java.JavaPlugin;
import org.jspecify.annotations.Nullable;

/**
 * What Bukkit and ProtocolLib keep in static fields and can be started with once per JVM. Hosts use it one after the
 * other; two at a time are refused.
 */
final class HostRuntime implements HostContext {
    /** What ProtocolLib is told for good. */
    private static final String MINECRAFT_VERSION = "26.1.2";

    private static @Nullable HostRuntime instance;

    private final Plugins plugins = new Plugins();
    private final Commands commands = new Commands();
    private final Permissions permissions = new Permissions();
    private final TickScheduler ticks = new TickScheduler();
    private final GlobalTasks global = new GlobalTasks(ticks);
    private final AsyncTasks async = new AsyncTasks();
    private final Map<UUID, CraftPlayer> players = new ConcurrentHashMap<>();
    private final Server server = new CraftServer(this);
    private final CraftWorld world = new CraftWorld(server, "world");
    private final ServerLevel level = new ServerLevel(world, new ResourceKey<>("minecraft:overworld"));
    private final InternalManager protocol;
    private volatile @Nullable HostSettings settings;
    private volatile boolean stopping;
    private volatile int tick;

    private HostRuntime() {
        Bukkit.setServer(server);
        PluginFile file = PluginFile.named("ProtocolLib");
        JavaPlugin library = new LibraryPlugin();
        library.init(
                server,
                file.description(),
                new File("ProtocolLib"),
                new File(file.where().getPath()),
                file.files(),
                null,
                Logger.getLogger("ProtocolLib"));
        plugins.add(library);
        library.setEnabled(true);
        protocol = ProtocolLibHost.start(server, library, new LibraryTasks(library, ticks, async));
    }

    /**
     * Takes the runtime for one host.
     *
     * @throws IllegalStateException while another host has it
     */
    static synchronized HostRuntime begin(HostSettings settings) {
        if (!settings.minecraftVersion().equals(MINECRAFT_VERSION)) {
            throw new IllegalArgumentException(
                    "expected Minecraft " + MINECRAFT_VERSION + ", found " + settings.minecraftVersion());
        }
        HostRuntime runtime = instance;
        if (runtime == null) {
            runtime = new HostRuntime();
            instance = runtime;
        }
        if (runtime.settings != null) {
            throw new IllegalStateException("Bukkit allows one host per JVM at a time: close the other one first");
        }
        runtime.settings = settings;
        runtime.stopping = false;
        return runtime;
    }

    /** Gives the runtime back. */
    void end() {
        synchronized (HostRuntime.class) {
            players.clear();
            commands.clear();
            permissions.clear();
            settings = null;
        }
    }

    void stop() {
        stopping = true;
    }

    Plugins plugins() {
        return plugins;
    }

    TickScheduler ticks() {
        return ticks;
    }

    InternalManager protocol() {
        return protocol;
    }

    Map<UUID, CraftPlayer> joined() {
        return players;
    }

    void tick(int number) {
        tick = number;
        ticks.tick();
    }

    @Override
    public String minecraftVersion() {
        return MINECRAFT_VERSION;
    }

    @Override
    public int port() {
        HostSettings current = settings;
        return current == null ? 0 : current.port();
    }

    @Override
    public Server server() {
        return server;
    }

    @Override
    public World world() {
        return world;
    }

    /** The same as players are in it. */
    ServerLevel level() {
        return level;
    }

    @Override
    public Collection<? extends Player> players() {
        return List.copyOf(players.values());
    }

    @Override
    public Plugins pluginManager() {
        return plugins;
    }

    @Override
    public Commands commands() {
        return commands;
    }

    @Override
    public Permissions permissions() {
        return permissions;
    }

    @Override
    public GlobalRegionScheduler globalScheduler() {
        return global;
    }

    @Override
    public AsyncScheduler asyncScheduler() {
        return async;
    }

    @Override
    public EntityScheduler entityScheduler(BooleanSupplier alive) {
        return new EntityTasks(ticks, alive);
    }

    @Override
    public boolean onMainThread() {
        HostSettings current = settings;
        return current != null && current.mainThread().getAsBoolean();
    }

    @Override
    public boolean stopping() {
        return stopping;
    }

    @Override
    public int currentTick() {
        return tick;
    }
}
