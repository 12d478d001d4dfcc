package dev.sluice.engine.priority;

/** Unloads first, which cost next to nothing, then the nearest to the player's chunk now. */
final class ChunkScorer implements ScoredLane.Scorer {

    private static final double UNLOAD = 1;

    /** A corner of the 3 × 3 chunks around the player; what is farther away has less. */
    private static final double RING = -2;

    private int centreX;
    private int centreZ;

    /** Returns whether the centre has changed, and with it the order. */
    boolean centreOn(int chunkX, int chunkZ) {
        boolean changed = chunkX != centreX || chunkZ != centreZ;
        centreX = chunkX;
        centreZ = chunkZ;
        return changed;
    }

    /**
     * From which score on something goes before what is overdue: unloads do, and while the chunks around the player are
     * wanted before all else, these.
     */
    static double leastBeforeOverdue(boolean ringFirst) {
        return ringFirst ? RING : UNLOAD;
    }

    @Override
    public int note(TargetBacklog target) {
        return 0;
    }

    @Override
    public int row(int note) {
        return EntityMemory.NO_ROW;
    }

    @Override
    public double score(int note, TargetBacklog target) {
        return score(target.target(), target.isRemovalNext());
    }

    double score(Target target, boolean unload) {
        if (unload) {
            return UNLOAD;
        }
        if (target instanceof Target.ChunkTarget(int x, int z)) {
            double dx = (double) x - centreX;
            double dz = (double) z - centreZ;
            return -(dx * dx + dz * dz);
        }
        return 0;
    }

    @Override
    public long touch(int note) {
        return 0;
    }

    @Override
    public boolean isWithheld(int note, TargetBacklog target) {
        return false;
    }
}
