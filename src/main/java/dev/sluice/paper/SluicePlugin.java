package dev.sluice.paper;

import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.netty.Failures;
import dev.sluice.netty.NettyBinding;
import dev.sluice.paper.command.NetstatsCommand;
import dev.sluice.paper.config.ConfigLoader;
import dev.sluice.paper.config.LoadedConfig;
import dev.sluice.protocollib.PlayerChannels;
import dev.sluice.protocollib.PlayerDimensions;
import dev.sluice.protocollib.ProtocolLibBinding;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import org.bukkit.command.PluginCommand;
import org.bukkit.plugin.java.JavaPlugin;
import org.jspecify.annotations.Nullable;

/** The composition root: everything is constructed here, once, and handed to what needs it. */
public final class SluicePlugin extends JavaPlugin {

    private static final String PROTOCOLLIB = "ProtocolLib";
    private static final String PACKET_EVENTS = "packetevents";
    private static final String COMMAND = "netstats";

    private final Started started = new Started(this::getLogger);
    private volatile @Nullable Sessions sessions;

    @Override
    public void onEnable() {
        if (!getServer().getPluginManager().isPluginEnabled(PROTOCOLLIB)) {
            giveUp(
                    "ProtocolLib is not running. Install the ProtocolLib build for this Minecraft version, and look in the"
                            + " log for why an installed one did not start.",
                    null);
            return;
        }
        try {
            start();
        } catch (RuntimeException | LinkageError e) {
            giveUp(
                    "Sluice could not start. If ProtocolLib or the server is older than Sluice's README asks for, update it;"
                            + " otherwise please report this.",
                    e);
        }
    }

    private void start() {
        StartupReport report = new StartupReport(getLogger());
        ConfigFile configFile = new ConfigFile(
                getDataFolder().toPath().resolve(ConfigFile.NAME),
                () -> saveResource(ConfigFile.NAME, false),
                new ConfigLoader());
        LoadedConfig config = configFile.load();
        Failures failures = new Failures(getLogger());
        AtomicInteger endedTicks = new AtomicInteger();
        ProtocolLibBinding packets = started.with(ProtocolLibBinding.open(
                this, getServer()::isPrimaryThread, endedTicks::get, new FallbackTroubles(failures)));
        NettyBinding channels = new NettyBinding(packets.classifier(), packets.pings(), failures);
        Links links = new Links(
                new PlayerChannels(), new PlayerDimensions(getLogger()), channels, packets.fallback(), getLogger());
        Sessions players = started.with(new Sessions(
                this,
                links::of,
                packets.composer(),
                System::nanoTime,
                Runtime.getRuntime().maxMemory(),
                config.settings(),
                failures));
        started.with(packets.watchActions(this, players));
        Overlay overlay = started.with(new Overlay(this, players::stats));
        NetstatsCommand command =
                new NetstatsCommand(getServer(), new Actions(configFile, players, overlay, report::config));

        report.config(config.problems());
        report.packets(packets.classifier().report());
        if (getServer().getPluginManager().getPlugin(PACKET_EVENTS) != null) {
            failures.packetEventsFound(PACKET_EVENTS);
        }
        register(command);
        getServer().getPluginManager().registerEvents(new PlayerListener(players, overlay), this);
        TickListener ticks =
                new TickListener(endedTicks::incrementAndGet, players::endTick, packets.fallback()::endTick);
        getServer().getPluginManager().registerEvents(ticks, this);
        getServer().getOnlinePlayers().forEach(players::find);
        sessions = players;
    }

    private void register(NetstatsCommand command) {
        PluginCommand declared = getCommand(COMMAND);
        if (declared == null) {
            throw new IllegalStateException("expected the command " + COMMAND + " in plugin.yml, found none");
        }
        declared.setExecutor(command);
        declared.setTabCompleter(command);
    }

    private void giveUp(String message, @Nullable Throwable cause) {
        getLogger().log(Level.SEVERE, message + " Sluice disables itself; the server runs on without it.", cause);
        getServer().getPluginManager().disablePlugin(this);
    }

    /** Stops in the reverse order of {@link #start}: the overlay, then the sessions, which release all they hold. */
    @Override
    public void onDisable() {
        sessions = null;
        started.close();
    }

    /** The statistics of all managed players; empty while disabled. Any thread. */
    public Collection<BandwidthStats> stats() {
        Sessions current = sessions;
        return current == null ? List.of() : current.stats();
    }
}
