package dev.sluice.engine.adapt;

import java.util.random.RandomGenerator;

/**
 * The ids of markers: a range of their own, so that answers to other plugins' pings are left alone. The lowest bits name
 * a place in the {@link MarkerRing}, the bits above it are random, so that an answer cannot be sent before its question.
 * Confined to the client's thread.
 */
public final class MarkerIds {

    static final int SLOT_BITS = 8;

    private static final int PREFIX = 0x51;
    private static final int RANDOM_BITS = 16;

    private final RandomGenerator random;

    /** @param random unpredictable to clients wherever they are real */
    public MarkerIds(RandomGenerator random) {
        this.random = random;
    }

    /** Whether an id is of the range. Any thread. */
    public static boolean isOurs(int id) {
        return id >>> (SLOT_BITS + RANDOM_BITS) == PREFIX;
    }

    /** A new id for a slot from 0 to 2^{@value #SLOT_BITS} − 1. */
    int next(int slot) {
        return PREFIX << (SLOT_BITS + RANDOM_BITS) | random.nextInt(1 << RANDOM_BITS) << SLOT_BITS | slot;
    }
}
