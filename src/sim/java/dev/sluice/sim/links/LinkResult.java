package dev.sluice.sim.links;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What was measured of one link.
 *
 * @param limited whether the link is slower than what the server sends
 * @param foundSeconds until the budget was near the link's rate; infinite if never, NaN if the backlog was too short to tell
 * @param foundAgainSeconds the same after a step of the rate; NaN without one
 * @param swings the budget's coefficient of variation over each three seconds of backlog
 * @param loading the queue on the link in microseconds while the first view loaded
 * @param after the same afterwards
 * @param backloggedSeconds for how long chunks were held: entities are also held for being far away (adaptive intervals)
 * @param utilisation the part of that time in which the link was busy; NaN without any
 */
record LinkResult(
        int index,
        AccessLink link,
        boolean limited,
        double foundSeconds,
        double foundAgainSeconds,
        List<Double> swings,
        Histogram loading,
        Histogram after,
        double backloggedSeconds,
        double utilisation) {

    /** A quantile of the queue while loading in milliseconds, 0 to 100. */
    double loadingMillis(double percentile) {
        return loading.getTotalCount() == 0 ? Double.NaN : loading.getValueAtPercentile(percentile) * 1e-3;
    }
}
