package dev.sluice.paper.config;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.schedule.NetworkProfile;

/**
 * All that config.yml sets.
 *
 * @param engine with the standard profile
 * @param profiles the others, and where they are used
 */
public record Settings(EngineConfig engine, ProfileRules profiles) {

    /** What applies without a file. */
    public static final Settings DEFAULT = new Settings(EngineConfig.DEFAULT, ProfileRules.DEFAULT);

    /** The engine's configuration for a player with some profile. */
    public EngineConfig with(NetworkProfile profile) {
        return engine.withProfile(profile);
    }
}
