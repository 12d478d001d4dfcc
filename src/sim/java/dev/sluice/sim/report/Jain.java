package dev.sluice.sim.report;

import java.util.Arrays;

/** Jain's fairness index (Jain, Chiu, Hawe 1984): 1 when all get the same, 1/n when one gets everything. */
public final class Jain {

    private Jain() {}

    /** The index over the values that are numbers; NaN without any, or if all are 0. */
    public static double index(double... values) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
        double sum = Arrays.stream(known).sum();
        double squares = Arrays.stream(known).map(value -> value * value).sum();
        return sum * sum / (known.length * squares);
    }
}
