package dev.sluice.engine.priority;

/** Unloads first, which cost next to nothing, then the nearest to the player's chunk now. */
final class ChunkScorer implements ScoredLane.Scorer {

    private int centreX;
    private int centreZ;

    /** Returns whether the centre has changed, and with it the order. */
    boolean centreOn(int chunkX, int chunkZ) {
        boolean changed = chunkX != centreX || chunkZ != centreZ;
        centreX = chunkX;
        centreZ = chunkZ;
        return changed;
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
        if (target.isRemovalNext()) {
            return 1;
        }
        if (target.target() instanceof Target.ChunkTarget(int x, int z)) {
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
