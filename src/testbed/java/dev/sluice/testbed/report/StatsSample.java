package dev.sluice.testbed.report;

import dev.sluice.engine.adapt.LinkEstimate;
import dev.sluice.engine.adapt.RateReason;
import dev.sluice.engine.stats.BandwidthStats;

/**
 * What the plugin knew and decided for one client at one moment; the totals count from its session's start.
 *
 * @param atMillis {@link System#nanoTime()} in milliseconds, which other processes on the machine share
 * @param budgetBytesPerSecond the budget
 * @param currentBytesPerSecond wire bytes of the second before
 * @param heldMessages messages held
 * @param heldBytes their estimated wire bytes
 * @param merged messages whose content went out with another
 * @param dropped messages that were not needed any more
 * @param rttMillis as the trusted probe saw it, NaN while unknown
 * @param queueMillis the standing queue on the path, NaN while unknown
 * @param capacityBytesPerSecond what the path delivers, NaN while unknown
 * @param reason why the budget is what it is
 * @param trusted the probe whose readings count
 */
public record StatsSample(
        double atMillis,
        long budgetBytesPerSecond,
        long currentBytesPerSecond,
        int heldMessages,
        long heldBytes,
        long merged,
        long dropped,
        double rttMillis,
        double queueMillis,
        double capacityBytesPerSecond,
        RateReason reason,
        String trusted) {

    static StatsSample of(long nowNanos, BandwidthStats stats) {
        LinkEstimate link = stats.link();
        return new StatsSample(
                nowNanos / 1e6,
                stats.budgetBytesPerSecond(),
                stats.currentBytesPerSecond(),
                stats.heldMessages(),
                stats.heldBytes(),
                stats.merged(),
                stats.dropped(),
                link.rttMillis(),
                link.queueMillis(),
                link.capacityBytesPerSecond(),
                link.reason(),
                link.trusted());
    }
}
