package dev.sluice.testbed;

import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.paper.SluicePlugin;
import dev.sluice.testbed.plugin.BukkitPluginHost;
import dev.sluice.testbed.plugin.HostSettings;
import dev.sluice.testbed.plugin.PluginHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the plugin's host and reads the plugin's statistics. */
final class PluginHosts {
    private static final Logger LOG = LoggerFactory.getLogger(PluginHosts.class);
    private static final String MINECRAFT_VERSION = "26.1.2";

    private PluginHosts() {}

    static PluginHost open(ServerOptions options, Path dataFolder, int port, BooleanSupplier mainThread) {
        return BukkitPluginHost.start(
                new HostSettings(MINECRAFT_VERSION, dataFolder, options.config(), options.plugin(), mainThread, port));
    }

    /** Removes the plugin's data folder, as far as that is possible. */
    static void discard(Path dataFolder) {
        try (Stream<Path> files = Files.walk(dataFolder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.info("{} is left behind: {}", dataFolder, e.toString());
        }
    }

    /** One for each player; empty without the plugin. Any thread. */
    static Collection<BandwidthStats> stats(PluginHost host) {
        return host.plugin().orElse(null) instanceof SluicePlugin plugin ? plugin.stats() : List.of();
    }
}
