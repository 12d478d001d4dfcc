package dev.sluice.paper.config;

import dev.sluice.engine.EngineConfig;
import java.util.List;

/**
 * What became of config.yml.
 *
 * @param engine usable whatever the file said
 * @param problems everything that was wrong, in the order of the file's sections
 */
public record LoadedConfig(EngineConfig engine, List<ConfigProblem> problems) {

    public LoadedConfig {
        problems = List.copyOf(problems);
    }
}
