package dev.sluice.paper.config;

import dev.sluice.engine.EngineConfig;
import java.util.List;

/**
 * What became of config.yml.
 *
 * @param settings usable whatever the file said
 * @param problems everything that was wrong, in the order of the file's sections
 */
public record LoadedConfig(Settings settings, List<ConfigProblem> problems) {

    public LoadedConfig {
        problems = List.copyOf(problems);
    }

    /** The engine's part. */
    public EngineConfig engine() {
        return settings.engine();
    }
}
