package dev.sluice.engine.priority;

/** The most relevant entities first, without those whose state the update interval withholds in this tick. */
final class EntityScorer implements ScoredLane.Scorer {

    private final EntityRelevance relevance;
    private long tick;
    private boolean statePaused;

    EntityScorer(EntityRelevance relevance) {
        this.relevance = relevance;
    }

    /** Moves to a tick. */
    void moveTo(long newTick, boolean nowStatePaused) {
        tick = newTick;
        statePaused = nowStatePaused;
    }

    @Override
    public boolean isWithheld(TargetBacklog target) {
        EntityMemory memory = target.memory();
        return memory != null && target.isStateOnly() && (statePaused || relevance.isWithheld(memory, tick));
    }

    @Override
    public double score(TargetBacklog target) {
        EntityMemory memory = target.memory();
        return memory == null ? 0 : relevance.score(memory, tick);
    }
}
