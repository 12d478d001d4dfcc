package dev.sluice.engine.priority;

import java.util.HashMap;
import java.util.Map;

/**
 * Scores of entities: ticks since the last update, accumulated until sent, times a boost that grows when the budget left
 * an entity out and halves with time (seed 000; the accumulator is the one of Fiedler and of Unreal's Iris). Confined to
 * the client's thread.
 */
final class EntityPriorities {

    /** What one left-out request adds. */
    private static final double BOOST_STEP = 0.5;

    private static final double MAX_BOOST = 8;

    /** Ticks in which a boost halves. */
    private static final double HALF_LIFE_TICKS = 20;

    /** Ticks an unseen entity counts as unsent: it goes before what was just sent. */
    private static final long NEVER_SENT_TICKS = 20;

    private static final class Memory {
        long lastSentTick;
        double boost;
        long boostTick;
    }

    private final Map<Integer, Memory> memories = new HashMap<>();

    double score(int entityId, long tick) {
        Memory memory = memories.get(entityId);
        return memory == null ? NEVER_SENT_TICKS : (tick - memory.lastSentTick) * (1 + boostAt(memory, tick));
    }

    void sent(int entityId, long tick) {
        Memory memory = memories.computeIfAbsent(entityId, id -> new Memory());
        memory.lastSentTick = tick;
        memory.boost = 0;
        memory.boostTick = tick;
    }

    boolean wasSentIn(int entityId, long tick) {
        Memory memory = memories.get(entityId);
        return memory != null && memory.lastSentTick == tick;
    }

    void boost(int entityId, long tick) {
        Memory memory = memories.computeIfAbsent(entityId, id -> {
            Memory fresh = new Memory();
            fresh.lastSentTick = tick - NEVER_SENT_TICKS;
            return fresh;
        });
        memory.boost = Math.min(MAX_BOOST, boostAt(memory, tick) + BOOST_STEP);
        memory.boostTick = tick;
    }

    void forget(int entityId) {
        memories.remove(entityId);
    }

    void forgetAll() {
        memories.clear();
    }

    private static double boostAt(Memory memory, long tick) {
        return memory.boost == 0 ? 0 : memory.boost * Math.pow(0.5, (tick - memory.boostTick) / HALF_LIFE_TICKS);
    }
}
