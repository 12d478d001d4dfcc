package dev.sluice.testbed;

import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.paper.SluicePlugin;
import dev.sluice.testbed.plugin.BukkitPluginHost;
import dev.sluice.testbed.plugin.HostSettings;
import dev.sluice.testbed.plugin.PluginHost;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Opens the plugin's host and reads the plugin's statistics. */
final class PluginHosts {
    private static final String MINECRAFT_VERSION = "26.1.2";

    private PluginHosts() {}

    /** @throws IOException when no data folder can be made */
    static PluginHost open(ServerOptions options, int port, BooleanSupplier mainThread) throws IOException {
        return BukkitPluginHost.start(new HostSettings(
                MINECRAFT_VERSION,
                Files.createTempDirectory("sluice-testbed"),
                options.config(),
                options.plugin(),
                mainThread,
                port));
    }

    /** One for each player; empty without the plugin. Any thread. */
    static Collection<BandwidthStats> stats(PluginHost host) {
        return host.plugin().orElse(null) instanceof SluicePlugin plugin ? plugin.stats() : List.of();
    }
}
