package dev.sluice.engine.priority;

/** Ranks in numbers that can be compared, above the number of what has the rank. */
final class Ranks {

    private Ranks() {}

    /** The smallest rank first, of equal ones the smallest number, which is at least 0. */
    static long of(int rank, int number) {
        return ((long) rank << Integer.SIZE) | number;
    }

    /** The largest score first. */
    static long byScore(float score, int number) {
        return of(~ordered(score), number);
    }

    /** A score as an integer that is the larger, the larger the score. One that is not a number is the largest. */
    static int ordered(float score) {
        return swapped(Float.floatToIntBits(score));
    }

    /** The score that an integer was {@linkplain #ordered made of}. */
    static float score(int ordered) {
        return Float.intBitsToFloat(swapped(ordered));
    }

    /** The bits of negative floats are in the order of their absolute values. */
    private static int swapped(int bits) {
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    /** The number of what has a rank. */
    static int number(long rank) {
        return (int) rank;
    }
}
