package dev.sluice.paper.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What YAML allows and nobody means. */
final class OddYamlTest {

    private final ConfigLoader loader = new ConfigLoader();

    @Test
    void load_valueThatContainsItself_isReported() {
        LoadedConfig loaded = loader.load("budget: &a {x: [*a]}\n");

        assertEquals(loader.load("").settings(), loaded.settings());
        assertEquals(
                List.of("{x=[".repeat(15) + "..."),
                loaded.problems().stream().map(ConfigProblem::found).toList());
    }

    /** Each level names the one below it twice: written out it is megabytes. */
    @Test
    void load_aliasesOfAliases_areReportedInBrief() {
        StringBuilder yaml = new StringBuilder("l0: &l0 [a]\n");
        for (int i = 1; i < 20; i++) {
            yaml.append("l%d: &l%d [*l%d, *l%d]\n".formatted(i, i, i - 1, i - 1));
        }

        List<ConfigProblem> problems = loader.load(yaml + "budget: *l19\nprofiles: {co-op: {reliable: [*l19]}}\n")
                .problems();

        assertEquals(22, problems.size());
        problems.forEach(problem -> assertTrue(problem.found().length() <= 63, problem::toString));
    }

    @ParameterizedTest
    @ValueSource(strings = {"budget: ", "profiles: {co-op: {reliable: ", "profiles: {co-op: {clock: "})
    void load_deeplyNested_isReportedOnce(String key) {
        LoadedConfig loaded = loader.load(key + "[".repeat(20_000) + "]".repeat(20_000) + "}}");

        assertEquals(loader.load("").settings(), loaded.settings());
        assertEquals(1, loaded.problems().size());
    }

    @Test
    void load_keyThatContainsItself_isReportedOnce() {
        LoadedConfig loaded = loader.load("? [&b {x: [*b]}]\n: 1\n");

        assertEquals(loader.load("").settings(), loaded.settings());
        assertEquals(1, loaded.problems().size());
    }

    @Test
    void load_profileWhoseNameIsANumber_isFound() {
        LoadedConfig loaded = loader.load("profiles: {1: {clock: kernel}, true: {}}\nprofile: 1\nworlds: {2: true}\n");

        assertEquals(List.of(), loaded.problems());
        assertEquals("1", loaded.settings().profiles().standard().name());
        assertEquals(
                "true",
                Objects.requireNonNull(loaded.settings().profiles().byWorld().get("2"))
                        .name());
    }
}
