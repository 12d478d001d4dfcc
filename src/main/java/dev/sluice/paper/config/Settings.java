package dev.sluice.paper.config;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.adapt.RateControlConfig;
import dev.sluice.engine.budget.ServerLimit;
import dev.sluice.engine.schedule.NetworkProfile;

/**
 * All that config.yml sets.
 *
 * @param engine with the standard profile
 * @param profiles the others, and where they are used
 * @param serverLimitBytesPerSecond what all players together may be sent, {@link ServerLimit#NONE} for no limit
 * @param maxHeapPercent the part of the server's heap that may be held for all players together, above 0 and up to 100
 */
public record Settings(EngineConfig engine, ProfileRules profiles, long serverLimitBytesPerSecond, int maxHeapPercent) {

    /** What applies without a file. */
    public static final Settings DEFAULT = new Settings(
            EngineConfig.DEFAULT.withControl(RateControlConfig.AUTOMATIC), ProfileRules.DEFAULT, ServerLimit.NONE, 25);

    /**
     * What may be held for all players together, in bytes.
     *
     * @param heapBytes all that the server's heap may ever be
     */
    public long maxHeapBytes(long heapBytes) {
        return Math.max(1, heapBytes / 100 * maxHeapPercent);
    }

    /** The engine's configuration for a player with some profile. */
    public EngineConfig with(NetworkProfile profile) {
        return engine.withProfile(profile);
    }
}
