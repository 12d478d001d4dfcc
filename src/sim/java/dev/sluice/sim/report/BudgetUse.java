package dev.sluice.sim.report;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.priority.MessagePriority;

/**
 * How much of its budget a session uses. A tick counts if some class had something to send from its beginning to its end.
 * Confined to one player's simulation.
 */
final class BudgetUse {

    private static final int CLASSES = MessagePriority.values().length;
    private static final int ENTITIES = MessagePriority.NEARBY_ENTITIES.ordinal();

    private final double bytesPerSecond;
    private final int[] waiting = new int[CLASSES];
    private final boolean[] throughout = new boolean[CLASSES];
    private long tickBudgetedBytes;
    private long tickAllBytes;
    private long tickStartNanos;
    private double backlogSeconds;
    private double backlogBudgetedBytes;
    private double backlogAllBytes;

    BudgetUse(EngineConfig config) {
        bytesPerSecond = config.bandwidth().maxBytesPerSecond();
    }

    void starts(MessagePriority messageClass) {
        waiting[messageClass.ordinal()]++;
    }

    void ends(MessagePriority messageClass) {
        if (--waiting[messageClass.ordinal()] == 0) {
            throughout[messageClass.ordinal()] = false;
        }
    }

    void budgeted(long bytes) {
        tickBudgetedBytes += bytes;
        tickAllBytes += bytes;
    }

    void charged(long bytes) {
        tickAllBytes += bytes;
    }

    /**
     * Ends a tick.
     *
     * @param entitiesWithheld whether update intervals may have withheld entity state in it: it does not count then
     */
    void tick(long nowNanos, boolean entitiesWithheld) {
        throughout[ENTITIES] &= !entitiesWithheld;
        boolean backlogged = false;
        for (int i = 0; i < CLASSES; i++) {
            backlogged |= throughout[i];
            throughout[i] = waiting[i] > 0;
        }
        if (backlogged) {
            backlogSeconds += (nowNanos - tickStartNanos) * 1e-9;
            backlogBudgetedBytes += tickBudgetedBytes;
            backlogAllBytes += tickAllBytes;
        }
        tickBudgetedBytes = 0;
        tickAllBytes = 0;
        tickStartNanos = nowNanos;
    }

    /** What the budget released in such ticks, in bytes a second; NaN without any. */
    double budgetedRate() {
        return backlogSeconds > 0 ? backlogBudgetedBytes / backlogSeconds : Double.NaN;
    }

    /** All bytes written in such ticks, as a part of what the budget allows; NaN without any. */
    double utilisation() {
        return backlogSeconds > 0 ? backlogAllBytes / (backlogSeconds * bytesPerSecond) : Double.NaN;
    }
}
