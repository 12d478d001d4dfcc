package dev.sluice.testbed.plugin;

import com.destroystokyo.paper.event.server.ServerTickEndEvent;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.kyori.adventure.text.Component;
import net.minecraft.network.Connection;
import net.minecraft.server.level.ServerPlayer;
import org.bukkit.command.PluginCommand;
import org.bukkit.craftbukkit.entity.CraftPlayer;
import org.bukkit.event.player.PlayerJoinEvent;
import org.bukkit.event.player.PlayerLoginEvent;
import org.bukkit.event.player.PlayerQuitEvent;
import org.bukkit.permissions.PermissionDefault;
import org.bukkit.plugin.Plugin;
import org.bukkit.plugin.java.JavaPlugin;
import org.jspecify.annotations.Nullable;

/** Hosts Sluice, found by its plugin.yml on the class path. */
public final class BukkitPluginHost implements PluginHost {
    private static final Logger LOGGER = Logger.getLogger(BukkitPluginHost.class.getName());

    private final HostRuntime runtime;
    private final Map<UUID, Link> links = new ConcurrentHashMap<>();
    private final @Nullable JavaPlugin plugin;

    private BukkitPluginHost(HostRuntime runtime, @Nullable JavaPlugin plugin) {
        this.runtime = runtime;
        this.plugin = plugin;
    }

    /**
     * Starts the host and enables the plugin. Main thread.
     *
     * @throws IllegalStateException if another host runs in this JVM, or the plugin cannot be loaded or enabled
     */
    public static PluginHost start(HostSettings settings) {
        HostRuntime runtime = HostRuntime.begin(settings);
        try {
            return new BukkitPluginHost(runtime, settings.withPlugin() ? load(runtime, settings) : null);
        } catch (RuntimeException e) {
            runtime.end();
            throw e;
        }
    }

    private static JavaPlugin load(HostRuntime runtime, HostSettings settings) {
        PluginFile file = PluginFile.named("Sluice");
        JavaPlugin plugin = instantiate(file.description().getMain());
        plugin.init(
                runtime.server(),
                file.description(),
                settings.dataFolder().toFile(),
                new File(file.where().getPath()),
                file.files(),
                null,
                Logger.getLogger("Sluice"));
        copyConfig(settings);
        declare(runtime, file, plugin);
        runtime.plugins().add(plugin);
        try {
            plugin.onLoad();
            plugin.setEnabled(true);
        } catch (RuntimeException | LinkageError e) {
            runtime.plugins().disablePlugin(plugin);
            runtime.plugins().remove(plugin);
            throw new IllegalStateException("Error occurred while enabling " + plugin.getName(), e);
        }
        return plugin;
    }

    private static JavaPlugin instantiate(String main) {
        try {
            return Class.forName(main)
                    .asSubclass(JavaPlugin.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("plugin.yml names " + main + " as main class, which cannot be made", e);
        }
    }

    private static void copyConfig(HostSettings settings) {
        if (settings.configFile().isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(settings.dataFolder());
            Files.copy(
                    settings.configFile().get(),
                    settings.dataFolder().resolve("config.yml"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void declare(HostRuntime runtime, PluginFile file, Plugin plugin) {
        PluginFile.map(file.yaml().get("commands"))
                .forEach((name, entry) -> runtime.commands().add(command(name, plugin, PluginFile.map(entry))));
        PluginFile.map(file.yaml().get("permissions")).forEach((name, entry) -> {
            Map<String, Object> yaml = PluginFile.map(entry);
            PermissionDefault who = PermissionDefault.getByName(String.valueOf(yaml.getOrDefault("default", "op")));
            Map<String, Boolean> children = new ConcurrentHashMap<>();
            PluginFile.map(yaml.get("children")).forEach((child, value) -> children.put(child, (Boolean) value));
            runtime.permissions().declare(name, who == null ? PermissionDefault.OP : who, children);
        });
    }

    private static PluginCommand command(String name, Plugin plugin, Map<String, Object> yaml) {
        try {
            Constructor<PluginCommand> constructor =
                    PluginCommand.class.getDeclaredConstructor(String.class, Plugin.class);
            constructor.setAccessible(true);
            PluginCommand command = constructor.newInstance(name, plugin);
            command.setDescription(String.valueOf(yaml.getOrDefault("description", "")));
            command.setUsage(String.valueOf(yaml.getOrDefault("usage", "")));
            command.setAliases(PluginFile.strings(yaml.get("aliases")));
            if (yaml.get("permission") instanceof String permission) {
                command.setPermission(permission);
            }
            return command;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("PluginCommand's constructor is not as expected", e);
        }
    }

    @Override
    public HostedConnection connect(HostedPlayer player) {
        Connection connection = new Connection(player.channel(), runtime::onMainThread, PaperConnection::immediate);
        CraftPlayer craft = new CraftPlayer(runtime, player, new ServerPlayer(connection, runtime.level()));
        PaperConnection paper = new PaperConnection(connection);
        links.put(player.uuid(), new Link(player, craft, paper));
        runtime.plugins().callEvent(new PlayerLoginEvent(craft, "", InetAddress.getLoopbackAddress()));
        // ProtocolLib injects on the loop: the first packet must not overtake that.
        player.channel().eventLoop().submit(() -> {}).awaitUninterruptibly();
        return paper;
    }

    @Override
    public void join(HostedPlayer player) {
        Link link = links.get(player.uuid());
        if (link == null) {
            throw new IllegalStateException(player.name() + " joins without a connection: call connect first");
        }
        link.player().setOnline(true);
        runtime.joined().put(player.uuid(), link.player());
        runtime.plugins()
                .callEvent(new PlayerJoinEvent(link.player(), Component.text(player.name() + " joined the game")));
    }

    @Override
    public void quit(HostedPlayer player) {
        Link link = links.get(player.uuid());
        // Whoever joined again meanwhile keeps the newer connection.
        if (link == null || !link.hosted().equals(player)) {
            return;
        }
        links.remove(player.uuid(), link);
        if (!link.player().isOnline()) {
            return;
        }
        runtime.plugins()
                .callEvent(new PlayerQuitEvent(
                        link.player(),
                        Component.text(player.name() + " left the game"),
                        PlayerQuitEvent.QuitReason.DISCONNECTED));
        runtime.joined().remove(player.uuid());
        link.player().setOnline(false);
    }

    @Override
    public void tickStarts() {
        links.values().forEach(link -> link.connection().tickStarts());
    }

    @Override
    public void tick(int number, double durationMillis, long remainingNanos) {
        runtime.tick(number);
        links.values().forEach(link -> link.connection().tick());
        runtime.plugins().callEvent(new ServerTickEndEvent(number, durationMillis, remainingNanos));
    }

    @Override
    public boolean command(HostedPlayer sender, String line) {
        Link link = links.get(sender.uuid());
        return link != null && runtime.commands().dispatch(link.player(), line);
    }

    @Override
    public boolean consoleCommand(String line) {
        return runtime.commands().dispatch(runtime.server().getConsoleSender(), line);
    }

    @Override
    public List<String> complete(HostedPlayer sender, String line) {
        Link link = links.get(sender.uuid());
        return link == null ? List.of() : runtime.commands().complete(link.player(), line);
    }

    @Override
    public Set<String> commandNames() {
        return runtime.commands().names();
    }

    @Override
    public Optional<Plugin> plugin() {
        return Optional.ofNullable(plugin);
    }

    @Override
    public void close() {
        runtime.stop();
        JavaPlugin hosted = plugin;
        if (hosted != null) {
            runtime.plugins().disablePlugin(hosted);
            runtime.globalScheduler().cancelTasks(hosted);
            runtime.asyncScheduler().cancelTasks(hosted);
            runtime.plugins().remove(hosted);
            LOGGER.log(Level.FINE, "{0} is disabled", hosted.getName());
        }
        runtime.end();
    }

    private record Link(HostedPlayer hosted, CraftPlayer player, PaperConnection connection) {}
}
