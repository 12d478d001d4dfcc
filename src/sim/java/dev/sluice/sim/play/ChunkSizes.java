package dev.sluice.sim.play;

import java.util.SplittableRandom;

/**
 * Sizes of chunks on the wire, after compression. Of natural terrain, the sum of two even draws from 1 to 3 KB: 2 to 6 KB,
 * 4 KB in the mean. Of terrain that compresses badly (an anti-xray plugin, a built-up place), 22 to 26 KB. With one dense
 * chunk in forty a view of 441 chunks has 2.0 MB, as measured on a 26.1 server.
 */
final class ChunkSizes {

    private static final int HALF_MIN = 1_000;
    private static final int HALF_MAX = 3_000;
    private static final int DENSE_MIN = 22_000;
    private static final int DENSE_MAX = 26_000;

    /** How far the look at a packet misses its size on the wire. */
    private static final double ESTIMATE_ERROR = 0.15;

    private final SplittableRandom random;
    private final double denseShare;

    ChunkSizes(SplittableRandom random, double denseShare) {
        this.random = random;
        this.denseShare = denseShare;
    }

    int next() {
        if (random.nextDouble() < denseShare) {
            return random.nextInt(DENSE_MIN, DENSE_MAX + 1);
        }
        return random.nextInt(HALF_MIN, HALF_MAX + 1) + random.nextInt(HALF_MIN, HALF_MAX + 1);
    }

    /** What a classifier would guess. */
    int estimate(int wireBytes) {
        return (int) (wireBytes * (1 - ESTIMATE_ERROR + 2 * ESTIMATE_ERROR * random.nextDouble()));
    }
}
