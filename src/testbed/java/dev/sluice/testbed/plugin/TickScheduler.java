package dev.sluice.testbed.plugin;

import io.papermc.paper.threadedregions.scheduler.ScheduledTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.bukkit.plugin.IllegalPluginAccessException;
import org.bukkit.plugin.Plugin;
import org.jspecify.annotations.Nullable;

/** Tasks on the main thread. Scheduling: any thread; running: the main thread. */
final class TickScheduler {
    private final Queue<Entry> incoming = new ConcurrentLinkedQueue<>();
    private final List<Entry> waiting = new ArrayList<>();
    private long now;

    /**
     * Schedules a task.
     *
     * @param delay in ticks, at least 1
     * @param period in ticks, or 0 for once
     * @param alive while this says no, {@code retired} runs instead, once
     */
    HostedTask schedule(
            Plugin plugin,
            Consumer<ScheduledTask> body,
            long delay,
            long period,
            BooleanSupplier alive,
            @Nullable Runnable retired) {
        if (!plugin.isEnabled()) {
            throw new IllegalPluginAccessException("Plugin attempted to register task while disabled");
        }
        if (delay < 1 || period < 0) {
            throw new IllegalArgumentException("expected a delay of at least one tick, found " + delay
                    + ", and no negative period, found " + period);
        }
        HostedTask task = new HostedTask(plugin, body, period > 0);
        incoming.add(new Entry(task, delay, period, alive, retired));
        return task;
    }

    /** Main thread: runs what is due. */
    void tick() {
        now++;
        for (Entry entry = incoming.poll(); entry != null; entry = incoming.poll()) {
            entry.due = now + entry.delay - 1;
            waiting.add(entry);
        }
        for (Entry entry : List.copyOf(waiting)) {
            if (entry.due > now && !entry.task.isCancelled()) {
                continue;
            }
            boolean again = entry.runOnce();
            entry.due = now + entry.period;
            if (!again) {
                waiting.remove(entry);
            }
        }
    }

    void cancel(Plugin plugin) {
        incoming.removeIf(entry -> entry.cancelledFor(plugin));
        waiting.forEach(entry -> entry.cancelledFor(plugin));
    }

    private static final class Entry {
        private final HostedTask task;
        private final long delay;
        private final long period;
        private final BooleanSupplier alive;
        private final @Nullable Runnable retired;
        private long due;

        Entry(HostedTask task, long delay, long period, BooleanSupplier alive, @Nullable Runnable retired) {
            this.task = task;
            this.delay = delay;
            this.period = period;
            this.alive = alive;
            this.retired = retired;
        }

        /** Returns whether it runs again. */
        boolean runOnce() {
            if (task.isCancelled()) {
                return false;
            }
            if (!alive.getAsBoolean()) {
                if (retired != null) {
                    retired.run();
                }
                return false;
            }
            task.run();
            return period > 0 && !task.isCancelled();
        }

        boolean cancelledFor(Plugin plugin) {
            if (!task.getOwningPlugin().equals(plugin)) {
                return false;
            }
            ScheduledTask.CancelledState _ = task.cancel();
            return true;
        }
    }
}
