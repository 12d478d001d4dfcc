package dev.sluice.overlay;

import dev.sluice.engine.priority.LinkPressure;
import dev.sluice.engine.schedule.NetworkProfile;
import dev.sluice.engine.schedule.VisibilityBuckets;
import dev.sluice.engine.stats.BandwidthStats;

/** How often entities are updated, in words: by the round-trip time, and by distance while the link is full. */
final class EntityLine {

    private EntityLine() {}

    /** For the action bar: {@code every tick}, {@code every tick, far ones less} or {@code at most every 2nd tick}. */
    static String brief(BandwidthStats stats) {
        String interval = Units.interval(stats.adaptiveInterval());
        return switch (stats.pressure()) {
            case FREE -> interval;
            case FULL -> interval + ", far ones less";
            case CONGESTED -> "at most " + interval;
        };
    }

    /** With the profile's figures. */
    static String full(BandwidthStats stats, NetworkProfile profile) {
        int interval = stats.adaptiveInterval();
        if (stats.pressure() == LinkPressure.FREE) {
            return "entities " + Units.interval(interval);
        }
        VisibilityBuckets visibility = profile.visibility();
        int least = Math.max(interval, stats.pressure().leastIntervalTicks());
        String byDistance = at(visibility.nearBlocks(), profile, least) + " up to "
                + Math.round(visibility.nearBlocks()) + " blocks, " + at(visibility.midBlocks(), profile, least)
                + " up to " + Math.round(visibility.midBlocks()) + ", "
                + at(Double.POSITIVE_INFINITY, profile, least) + " beyond";
        return stats.pressure() == LinkPressure.FULL
                ? "entities " + Units.interval(interval) + " when close, as something waits; others " + byDistance
                : "entities " + byDistance + ", as their updates do not fit";
    }

    private static String at(double blocks, NetworkProfile profile, int least) {
        return Units.interval(Math.max(least, profile.entityIntervalAt(blocks * blocks)));
    }
}
