package dev.sluice.engine;

import dev.sluice.engine.priority.ClientView;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.TargetBacklog;
import dev.sluice.engine.priority.Viewpoint;
import org.jspecify.annotations.Nullable;

/** A player somewhere along the x axis, at time 0, for whom nothing is overdue and nothing is paused. */
public class StillView implements ClientView {

    private final double y;
    public double x;

    public StillView(double y) {
        this.y = y;
    }

    @Override
    public final Viewpoint viewpoint() {
        return new Viewpoint(x, y, 0, 0, 0);
    }

    @Override
    public final int viewChunkX() {
        return 0;
    }

    @Override
    public final int viewChunkZ() {
        return 0;
    }

    @Override
    public long nowNanos() {
        return 0;
    }

    @Override
    public @Nullable TargetBacklog earliestDue(MessagePriority messageClass) {
        return null;
    }

    @Override
    public long overdueNanos(MessagePriority messageClass) {
        return 0;
    }

    @Override
    public final boolean isPaused(MessagePriority messageClass) {
        return false;
    }

    @Override
    public final boolean isStatePaused() {
        return false;
    }
}
