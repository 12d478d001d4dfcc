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
        int bits = Float.floatToIntBits(-score);
        return of(bits ^ ((bits >> 31) & Integer.MAX_VALUE), number);
    }

    /** The number of what has a rank. */
    static int number(long rank) {
        return (int) rank;
    }
}
