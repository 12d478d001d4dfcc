package dev.sluice.testbed.plugin;

import io.papermc.paper.threadedregions.scheduler.GlobalRegionScheduler;
import io.papermc.paper.threadedregions.scheduler.ScheduledTask;
import java.util.function.Consumer;
import org.bukkit.plugin.Plugin;

/** Paper's global scheduler over the tick. */
final class GlobalTasks implements GlobalRegionScheduler {
    private final TickScheduler ticks;

    GlobalTasks(TickScheduler ticks) {
        this.ticks = ticks;
    }

    @Override
    public void execute(Plugin plugin, Runnable run) {
        ScheduledTask _ = run(plugin, _ -> run.run());
    }

    @Override
    public ScheduledTask run(Plugin plugin, Consumer<ScheduledTask> task) {
        return runDelayed(plugin, task, 1);
    }

    @Override
    public ScheduledTask runDelayed(Plugin plugin, Consumer<ScheduledTask> task, long delayTicks) {
        return ticks.schedule(plugin, task, delayTicks, 0, () -> true, null);
    }

    @Override
    public ScheduledTask runAtFixedRate(
            Plugin plugin, Consumer<ScheduledTask> task, long initialDelayTicks, long periodTicks) {
        return ticks.schedule(plugin, task, initialDelayTicks, periodTicks, () -> true, null);
    }

    @Override
    public void cancelTasks(Plugin plugin) {
        ticks.cancel(plugin);
    }
}
