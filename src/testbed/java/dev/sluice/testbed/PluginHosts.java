package dev.sluice.testbed;

import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.testbed.net.DirectHost;
import dev.sluice.testbed.plugin.PluginHost;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Opens the plugin's host and reads the plugin's statistics. */
final class PluginHosts {
    private PluginHosts() {}

    static PluginHost open(ServerOptions options, int port, BooleanSupplier mainThread) {
        return new DirectHost();
    }

    /** One for each player; empty without the plugin. Any thread. */
    static Collection<BandwidthStats> stats(PluginHost host) {
        return List.of();
    }
}
