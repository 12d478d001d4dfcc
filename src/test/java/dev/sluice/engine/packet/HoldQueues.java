package dev.sluice.engine.packet;

import dev.sluice.engine.priority.PrioritizationManager;
import java.util.Map;

/** Queues for tests. */
final class HoldQueues {

    private HoldQueues() {}

    /** Nothing is held; overdue after half a second, entities are updated in each tick. */
    static HoldQueue empty() {
        PrioritizationManager priorities = new PrioritizationManager(Map.of(), distance -> 1);
        return new HoldQueue(
                new ClientWorld(priorities.memory()),
                priorities,
                new HoldRules(500_000_000L, 50_000_000L, type -> true));
    }
}
