package dev.sluice.testbed.plugin;

import io.papermc.paper.threadedregions.scheduler.ScheduledTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bukkit.plugin.Plugin;

/** A scheduled task. Any thread. */
final class HostedTask implements ScheduledTask {
    private static final Logger LOGGER = Logger.getLogger(HostedTask.class.getName());

    private final Plugin owner;
    private final Consumer<ScheduledTask> body;
    private final boolean repeating;
    private final AtomicReference<ExecutionState> state = new AtomicReference<>(ExecutionState.IDLE);

    HostedTask(Plugin owner, Consumer<ScheduledTask> body, boolean repeating) {
        this.owner = owner;
        this.body = body;
        this.repeating = repeating;
    }

    /** Runs it once unless cancelled; what it throws is logged, a repeating task goes on. */
    void run() {
        if (!state.compareAndSet(ExecutionState.IDLE, ExecutionState.RUNNING)) {
            return;
        }
        try {
            body.accept(this);
        } catch (Throwable e) {
            LOGGER.log(Level.SEVERE, e, () -> "a task of plugin " + owner.getName() + " threw");
        } finally {
            if (!state.compareAndSet(
                    ExecutionState.RUNNING, repeating ? ExecutionState.IDLE : ExecutionState.FINISHED)) {
                state.set(ExecutionState.CANCELLED);
            }
        }
    }

    @Override
    public Plugin getOwningPlugin() {
        return owner;
    }

    @Override
    public boolean isRepeatingTask() {
        return repeating;
    }

    @Override
    public CancelledState cancel() {
        if (state.compareAndSet(ExecutionState.IDLE, ExecutionState.CANCELLED)) {
            return CancelledState.CANCELLED_BY_CALLER;
        }
        if (repeating && state.compareAndSet(ExecutionState.RUNNING, ExecutionState.CANCELLED_RUNNING)) {
            return CancelledState.NEXT_RUNS_CANCELLED;
        }
        return switch (state.get()) {
            case RUNNING, IDLE -> CancelledState.RUNNING;
            case FINISHED -> CancelledState.ALREADY_EXECUTED;
            case CANCELLED -> CancelledState.CANCELLED_ALREADY;
            case CANCELLED_RUNNING -> CancelledState.NEXT_RUNS_CANCELLED_ALREADY;
        };
    }

    @Override
    public ExecutionState getExecutionState() {
        return state.get();
    }
}
