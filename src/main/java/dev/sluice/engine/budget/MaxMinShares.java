package dev.sluice.engine.budget;

import java.util.Arrays;

/** Max-min fair shares by progressive filling: Bertsekas and Gallager, Data Networks, section 6.5.2. Stateless. */
final class MaxMinShares {

    private MaxMinShares() {}

    /**
     * Divides the limit: nobody gets more than it demands, and whoever gets less has no less than anybody else. What nobody
     * demands is left over.
     *
     * @param limit at least 0
     * @param demands each at least 0
     * @return a share for each demand, rounded down; their sum is at most the limit
     */
    static long[] of(long limit, long[] demands) {
        long[] ascending = demands.clone();
        Arrays.sort(ascending);
        long left = limit;
        long level = Long.MAX_VALUE;
        for (int i = 0; i < ascending.length; i++) {
            long equal = left / (ascending.length - i);
            if (ascending[i] > equal) {
                level = equal;
                break;
            }
            left -= ascending[i];
        }
        long[] shares = new long[demands.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.min(demands[i], level);
        }
        return shares;
    }
}
