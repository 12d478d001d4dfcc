package dev.sluice.paper;

import java.util.OptionalInt;
import java.util.function.IntSupplier;

/**
 * Throttles the source when what is held for a player comes near its cap: lowers the distance in which chunks are sent,
 * step by step, and raises it again when little is held. The player's thread.
 */
final class ViewThrottle {

    private static final double NEAR_CAP = 0.75;
    private static final double LITTLE = 0.25;
    private static final int MIN_CHUNKS = 2;

    /** Between two steps the held chunks must have had time to become fewer. */
    private static final int STEP_TICKS = 40;

    private int ticksUntilStep;
    private int loweredBy;

    /**
     * Follows one tick.
     *
     * @param fill what is held, as a part of the cap
     * @param sendViewDistance tells the present distance in chunks; asked only before a step
     * @return the distance to set; empty if it stays
     */
    OptionalInt follow(double fill, IntSupplier sendViewDistance) {
        if (--ticksUntilStep > 0) {
            return OptionalInt.empty();
        }
        if (fill >= NEAR_CAP && sendViewDistance.getAsInt() > MIN_CHUNKS) {
            return step(sendViewDistance.getAsInt(), 1);
        }
        if (fill <= LITTLE && loweredBy > 0) {
            return step(sendViewDistance.getAsInt(), -1);
        }
        return OptionalInt.empty();
    }

    /** The distance without the throttle; empty if it has done nothing. */
    OptionalInt undo(IntSupplier sendViewDistance) {
        int by = loweredBy;
        loweredBy = 0;
        return by == 0 ? OptionalInt.empty() : OptionalInt.of(sendViewDistance.getAsInt() + by);
    }

    private OptionalInt step(int sendViewDistance, int lower) {
        ticksUntilStep = STEP_TICKS;
        loweredBy += lower;
        return OptionalInt.of(sendViewDistance - lower);
    }
}
