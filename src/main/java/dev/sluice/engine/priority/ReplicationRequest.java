package dev.sluice.engine.priority;

/**
 * One thing that deserves bandwidth now (seed 000).
 *
 * @param target what is to be replicated
 * @param componentMask the state components held for it, see {@link Component#mask}
 * @param priority its score: comparable within its class only, larger is sooner
 * @param desiredBudgetBytes the estimated wire bytes that it wants now
 * @param messageClass the class that it belongs to
 * @param guaranteed whether it was chosen within its class's share, not from what the shares leave over
 */
public record ReplicationRequest(
        Target target,
        int componentMask,
        double priority,
        long desiredBudgetBytes,
        MessagePriority messageClass,
        boolean guaranteed) {}
