package dev.sluice.testbed.plugin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bukkit.plugin.Plugin;

/** The plugin's server. Unless told otherwise, methods are called on the main thread. */
public interface PluginHost extends AutoCloseable {
    /**
     * The play phase begins: injects ProtocolLib; call before the first play packet, from any thread but the
     * channel's loop. Blocks for a turn of the loop.
     */
    HostedConnection connect(HostedPlayer player);

    /** The player is in the world. */
    void join(HostedPlayer player);

    /** The player is gone; harmless for one that never joined. */
    void quit(HostedPlayer player);

    /** Begins a tick: what the main thread sends leaves at its end, as on the real server. */
    void tickStarts();

    /**
     * Ends a tick: runs what is due on the main thread, sends what waited for it, then fires the end of the tick.
     *
     * @param durationMillis what the tick's work took
     * @param remainingNanos until the next tick is due
     */
    void tick(int number, double durationMillis, long remainingNanos);

    /** Runs a command line without its slash. Returns false where no plugin has such a command. */
    boolean command(HostedPlayer sender, String line);

    /** As {@link #command}, given by the console. */
    boolean consoleCommand(String line);

    /** Suggestions for the last word of a line without its slash. */
    List<String> complete(HostedPlayer sender, String line);

    /** The commands of all plugins with their aliases. */
    Set<String> commandNames();

    /** The hosted plugin; empty when the server runs without it. */
    Optional<Plugin> plugin();

    /** Disables the plugin and stops the schedulers. */
    @Override
    void close();
}
