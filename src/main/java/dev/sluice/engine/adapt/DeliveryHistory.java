package dev.sluice.engine.adapt;

/**
 * What had been delivered, and how long the queue was, at each of the last moments. Confined to the client's thread.
 */
final class DeliveryHistory {

    /** Two and a half seconds at one entry every 10 ms. */
    private static final int CAPACITY = 256;

    private final long[] nanos = new long[CAPACITY];
    private final long[] deliveredBytes = new long[CAPACITY];
    private final double[] queueNanos = new double[CAPACITY];
    private long next;
    private long first;

    void add(long nowNanos, long confirmedBytes, double standingNanos) {
        int slot = slot(next++);
        nanos[slot] = nowNanos;
        deliveredBytes[slot] = confirmedBytes;
        queueNanos[slot] = standingNanos;
        first = Math.max(first, next - CAPACITY);
    }

    /** Forgets everything: what follows has nothing to do with what was. */
    void restart() {
        first = next;
    }

    /** Bytes a second over at least so long, up to the newest entry; NaN if the history is shorter. */
    double rateOver(long windowNanos) {
        long from = startOf(windowNanos);
        if (from < 0) {
            return Double.NaN;
        }
        int newest = slot(next - 1);
        double bytes = deliveredBytes[newest] - deliveredBytes[slot(from)];
        return bytes * 1e9 / (nanos[newest] - nanos[slot(from)]);
    }

    /** The smallest queue of the entries within so long of the newest; NaN without any entry. */
    double smallestQueue(long windowNanos) {
        double least = Double.NaN;
        for (long i = next - 1; i >= first && nanos[slot(next - 1)] - nanos[slot(i)] <= windowNanos; i--) {
            if (!(least <= queueNanos[slot(i)])) {
                least = queueNanos[slot(i)];
            }
        }
        return least;
    }

    private long startOf(long windowNanos) {
        long end = nanos[slot(Math.max(0, next - 1))];
        for (long i = next - 2; i >= first; i--) {
            if (end - nanos[slot(i)] >= windowNanos) {
                return i;
            }
        }
        return -1;
    }

    private static int slot(long sequence) {
        return (int) (sequence & (CAPACITY - 1));
    }
}
