package dev.sluice.testbed.plugin;

import io.papermc.paper.threadedregions.scheduler.AsyncScheduler;
import io.papermc.paper.threadedregions.scheduler.ScheduledTask;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bukkit.plugin.IllegalPluginAccessException;
import org.bukkit.plugin.Plugin;

/** Paper's asynchronous scheduler over two daemon threads. Any thread. */
final class AsyncTasks implements AsyncScheduler {
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("plugin-async-", 0).factory());
    private final Set<HostedTask> running = ConcurrentHashMap.newKeySet();

    @Override
    public ScheduledTask runNow(Plugin plugin, Consumer<ScheduledTask> task) {
        return runDelayed(plugin, task, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public ScheduledTask runDelayed(Plugin plugin, Consumer<ScheduledTask> task, long delay, TimeUnit unit) {
        HostedTask hosted = task(plugin, task, false);
        Future<?> _ = threads.schedule(
                () -> {
                    hosted.run();
                    running.remove(hosted);
                },
                delay,
                unit);
        return hosted;
    }

    @Override
    public ScheduledTask runAtFixedRate(
            Plugin plugin, Consumer<ScheduledTask> task, long initialDelay, long period, TimeUnit unit) {
        HostedTask hosted = task(plugin, task, true);
        Future<?> _ = threads.scheduleAtFixedRate(
                () -> {
                    if (hosted.isCancelled()) {
                        running.remove(hosted);
                        throw new StoppedException();
                    }
                    hosted.run();
                },
                initialDelay,
                period,
                unit);
        return hosted;
    }

    private HostedTask task(Plugin plugin, Consumer<ScheduledTask> task, boolean repeating) {
        if (!plugin.isEnabled()) {
            throw new IllegalPluginAccessException("Plugin attempted to register task while disabled");
        }
        HostedTask hosted = new HostedTask(plugin, task, repeating);
        running.add(hosted);
        return hosted;
    }

    @Override
    public void cancelTasks(Plugin plugin) {
        running.removeIf(task -> {
            if (!task.getOwningPlugin().equals(plugin)) {
                return false;
            }
            ScheduledTask.CancelledState _ = task.cancel();
            return true;
        });
    }

    /** Ends a cancelled task's repetition: the executor offers no other way from within. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("cancelled", null, false, false);
        }
    }
}
