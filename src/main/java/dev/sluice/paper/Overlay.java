package dev.sluice.paper;

import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.overlay.NetstatsLine;
import io.papermc.paper.threadedregions.scheduler.ScheduledTask;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import net.kyori.adventure.text.Component;
import org.bukkit.entity.Player;
import org.bukkit.plugin.Plugin;

/** Keeps the overlay's line in the action bar of those who want it. Forgets it when they leave. */
final class Overlay implements AutoCloseable {

    /** Twice a second. */
    private static final long PERIOD_TICKS = 10;

    private final Plugin plugin;
    private final Function<UUID, Optional<BandwidthStats>> stats;
    private final Map<UUID, ScheduledTask> shown = new ConcurrentHashMap<>();

    Overlay(Plugin plugin, Function<UUID, Optional<BandwidthStats>> stats) {
        this.plugin = plugin;
        this.stats = stats;
    }

    /**
     * Shows the line or stops showing it. The player's thread.
     *
     * @return whether it is shown from now on
     */
    boolean toggle(Player player) {
        if (hide(player)) {
            player.sendActionBar(Component.empty());
            return false;
        }
        ScheduledTask task = player.getScheduler().runAtFixedRate(plugin, t -> show(player), () -> {}, 1, PERIOD_TICKS);
        if (task == null) {
            return false;
        }
        shown.put(player.getUniqueId(), task);
        return true;
    }

    /** Stops showing the line; the last one fades by itself. Any thread. Returns whether it was shown. */
    boolean hide(Player player) {
        ScheduledTask task = shown.remove(player.getUniqueId());
        if (task == null) {
            return false;
        }
        task.cancel();
        return true;
    }

    private void show(Player player) {
        player.sendActionBar(
                stats.apply(player.getUniqueId()).map(NetstatsLine::render).orElseGet(NetstatsLine::unmanaged));
    }

    @Override
    public void close() {
        shown.values().forEach(ScheduledTask::cancel);
        shown.clear();
    }
}
