package dev.sluice.testbed.plugin;

import io.papermc.paper.threadedregions.scheduler.EntityScheduler;
import io.papermc.paper.threadedregions.scheduler.ScheduledTask;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.bukkit.plugin.Plugin;
import org.jspecify.annotations.Nullable;

/** Paper's scheduler of one entity, over the tick. */
final class EntityTasks implements EntityScheduler {
    private final TickScheduler ticks;
    private final BooleanSupplier alive;

    EntityTasks(TickScheduler ticks, BooleanSupplier alive) {
        this.ticks = ticks;
        this.alive = alive;
    }

    @Override
    public boolean execute(Plugin plugin, Runnable run, @Nullable Runnable retired, long delay) {
        return runDelayed(plugin, _ -> run.run(), retired, Math.max(1, delay)) != null;
    }

    @Override
    public @Nullable ScheduledTask run(Plugin plugin, Consumer<ScheduledTask> task, @Nullable Runnable retired) {
        return runDelayed(plugin, task, retired, 1);
    }

    @Override
    public @Nullable ScheduledTask runDelayed(
            Plugin plugin, Consumer<ScheduledTask> task, @Nullable Runnable retired, long delayTicks) {
        return runAtFixedRate(plugin, task, retired, delayTicks, 0);
    }

    @Override
    public @Nullable ScheduledTask runAtFixedRate(
            Plugin plugin,
            Consumer<ScheduledTask> task,
            @Nullable Runnable retired,
            long initialDelayTicks,
            long periodTicks) {
        return alive.getAsBoolean()
                ? ticks.schedule(plugin, task, initialDelayTicks, periodTicks, alive, retired)
                : null;
    }
}
