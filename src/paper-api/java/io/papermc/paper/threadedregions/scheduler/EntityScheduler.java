package io.papermc.paper.threadedregions.scheduler;

import java.util.function.Consumer;
import org.bukkit.plugin.Plugin;

/** Runs tasks on the thread that owns an entity; delays in ticks, at least 1. {@code retired} runs if it is gone. */
public interface EntityScheduler {
    /** Returns false if the entity is gone. */
    boolean execute(Plugin plugin, Runnable run, Runnable retired, long delay);

    /** Returns null if the entity is gone. */
    ScheduledTask run(Plugin plugin, Consumer<ScheduledTask> task, Runnable retired);

    /** Returns null if the entity is gone. */
    ScheduledTask runDelayed(Plugin plugin, Consumer<ScheduledTask> task, Runnable retired, long delayTicks);

    /** Returns null if the entity is gone. */
    ScheduledTask runAtFixedRate(
            Plugin plugin, Consumer<ScheduledTask> task, Runnable retired, long initialDelayTicks, long periodTicks);
}
