package dev.sluice.engine.adapt;

import java.util.Arrays;

/**
 * The smallest round-trip time of the last half minute, in steps of five seconds: what the path takes without a queue, if
 * there was a moment without one. Confined to the client's thread.
 */
final class MinRtt {

    private static final long STEP_NANOS = 5_000_000_000L;
    private static final int STEPS = 6;

    private final double[] smallest = new double[STEPS];
    private int current;
    private long stepStartNanos;
    private double nanos = Double.NaN;

    MinRtt(long nowNanos) {
        Arrays.fill(smallest, Double.NaN);
        stepStartNanos = nowNanos;
    }

    void observe(double rttNanos, long nowNanos) {
        turnTo(nowNanos);
        if (!(smallest[current] <= rttNanos)) {
            smallest[current] = rttNanos;
            if (!(nanos <= rttNanos)) {
                nanos = rttNanos;
            }
        }
    }

    /** Believes this one from now on, whatever was seen before. */
    void restart(double rttNanos, long nowNanos) {
        Arrays.fill(smallest, Double.NaN);
        stepStartNanos = nowNanos;
        smallest[current] = rttNanos;
        nanos = rttNanos;
    }

    /** In nanoseconds, NaN while unknown. */
    double nanos() {
        return nanos;
    }

    private void turnTo(long nowNanos) {
        while (nowNanos - stepStartNanos >= STEP_NANOS) {
            stepStartNanos += STEP_NANOS;
            int next = (current + 1) % STEPS;
            double expired = smallest[next];
            smallest[next] = Double.NaN;
            current = next;
            if (expired == nanos) {
                double left = min();
                if (Double.isNaN(left)) {
                    // A silent half minute must not leave the path unknown: what was known counts as seen now.
                    smallest[current] = nanos;
                } else {
                    nanos = left;
                }
            }
        }
    }

    private double min() {
        double least = Double.NaN;
        for (double candidate : smallest) {
            if (!Double.isNaN(candidate) && !(least <= candidate)) {
                least = candidate;
            }
        }
        return least;
    }
}
