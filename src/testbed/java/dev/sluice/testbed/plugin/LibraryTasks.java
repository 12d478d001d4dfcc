package dev.sluice.testbed.plugin;

import com.comphenix.protocol.scheduler.ProtocolScheduler;
import com.comphenix.protocol.scheduler.Task;
import io.papermc.paper.threadedregions.scheduler.AsyncScheduler;
import io.papermc.paper.threadedregions.scheduler.ScheduledTask;
import org.bukkit.plugin.Plugin;

/** ProtocolLib's scheduler, over Paper's. */
final class LibraryTasks implements ProtocolScheduler {
    private final Plugin library;
    private final TickScheduler ticks;
    private final AsyncScheduler async;

    LibraryTasks(Plugin library, TickScheduler ticks, AsyncScheduler async) {
        this.library = library;
        this.ticks = ticks;
        this.async = async;
    }

    @Override
    public Task scheduleSyncRepeatingTask(Runnable task, long delay, long period) {
        return wrap(ticks.schedule(library, _ -> task.run(), Math.max(1, delay), period, () -> true, null));
    }

    @Override
    public Task runTask(Runnable task) {
        return scheduleSyncDelayedTask(task, 1);
    }

    @Override
    public Task scheduleSyncDelayedTask(Runnable task, long delay) {
        return wrap(ticks.schedule(library, _ -> task.run(), Math.max(1, delay), 0, () -> true, null));
    }

    @Override
    public Task runTaskAsync(Runnable task) {
        return wrap(async.runNow(library, _ -> task.run()));
    }

    private static Task wrap(ScheduledTask task) {
        return () -> {
            ScheduledTask.CancelledState _ = task.cancel();
        };
    }
}
