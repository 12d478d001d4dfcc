package dev.sluice.testbed.world;

/** How much is in a chunk. */
public enum WorldKind {
    /** Terrain with caves, ores and trees: 3 to 7 KB on the wire. */
    NATURAL,
    /** Hidden stone is replaced by random ores, as anti-xray plugins do: 17 to 30 KB on the wire. */
    DENSE,
    /** Stripes of four chunks of either, so that both occur in one view. */
    MIXED;

    private static final int STRIPE_CHUNKS = 4;

    boolean dense(int chunkX) {
        return switch (this) {
            case NATURAL -> false;
            case DENSE -> true;
            case MIXED -> Math.floorMod(chunkX / STRIPE_CHUNKS, 2) == 1;
        };
    }
}
