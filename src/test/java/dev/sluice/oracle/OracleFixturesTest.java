package dev.sluice.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenarios that the engine once failed, one file each. */
final class OracleFixturesTest {

    static final Path FIXTURES = Path.of("src", "test", "resources", "oracle");

    static List<Path> fixtures() {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void engine_scenarioThatOnceFailed_leavesTheClientTheSameWorld(Path file) throws IOException {
        Scenario scenario = Scenario.parse(file.getFileName().toString(), Files.readAllLines(file));
        assertEquals(Shrinker.allowed(scenario.steps()), scenario.steps(), "the contract forbids some of it");
        assertEquals(List.of(), OracleRun.run(scenario));
    }

    @Test
    void text_ofAnyScenario_isReadBackTheSame() {
        for (long seed = 1; seed <= 200; seed++) {
            String text = Generator.scenario(seed).text();
            Scenario read = Scenario.parse("seed " + seed, text.lines().toList());
            assertEquals(text, read.text(), "seed " + seed);
        }
    }
}
