package dev.sluice.sim.links;

import java.util.Arrays;

/** A distribution by some of its quantiles; between two of them the value grows by the same factor for the same share. */
final class Curve {

    private final double[] shares;
    private final double[] logs;

    /** @param points shares from 0 to 1, growing, each followed by its value, above 0 and never falling */
    Curve(double... points) {
        int count = points.length / 2;
        shares = new double[count];
        logs = new double[count];
        for (int i = 0; i < count; i++) {
            shares[i] = points[2 * i];
            logs[i] = Math.log(points[2 * i + 1]);
        }
    }

    /** The value that so large a share does not exceed, 0 to 1. */
    double at(double share) {
        int found = Arrays.binarySearch(shares, share);
        if (found >= 0) {
            return Math.exp(logs[found]);
        }
        int above = Math.min(-found - 1, shares.length - 1);
        double part = (share - shares[above - 1]) / (shares[above] - shares[above - 1]);
        return Math.exp(logs[above - 1] + part * (logs[above] - logs[above - 1]));
    }
}
