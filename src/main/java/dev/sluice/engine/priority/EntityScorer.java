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

    /** {@inheritDoc} The entity's row, and whether an interval may withhold it: what is scored lies in the memory's rows. */
    @Override
    public int note(TargetBacklog target) {
        return target.entityRow() << 1 | (target.isStateOnly() ? 1 : 0);
    }

    @Override
    public int row(int note) {
        return note >> 1;
    }

    @Override
    public double score(int note, TargetBacklog target) {
        int row = row(note);
        if (row == EntityMemory.NO_ROW) {
            return 0;
        }
        double distance = relevance.distance(row);
        return isStateWithheld(note, distance) ? WITHHELD : relevance.score(row, distance, tick);
    }

    @Override
    public long touch(int note) {
        int row = row(note);
        return row == EntityMemory.NO_ROW ? 0 : relevance.memory().touch(row);
    }

    @Override
    public boolean isWithheld(int note, TargetBacklog target) {
        int row = row(note);
        return row != EntityMemory.NO_ROW && isStateWithheld(note, relevance.distance(row));
    }

    private boolean isStateWithheld(int note, double distance) {
        boolean stateOnly = (note & 1) != 0;
        return stateOnly && (statePaused || relevance.isWithheld(row(note), distance, tick));
    }
}
