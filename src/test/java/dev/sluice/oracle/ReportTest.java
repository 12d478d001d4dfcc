package dev.sluice.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a failing seed prints and writes is what somebody needs on the day when it does. */
final class ReportTest {

    private static final OrderingRule RULE = OrderingRule.CHAT_IN_ORDER;

    @TempDir
    private Path folder;

    @Test
    void of_ruleOutOfForce_printsAndWritesASmallerScenarioThatFails() throws IOException {
        long seed = firstNoticed();
        Scenario scenario = Generator.scenario(seed);
        Path failed = folder.resolve("oracle");
        Path file = failed.resolve("seed-" + seed + ".txt");

        List<String> report = lines(Report.of(seed, scenario, each -> OracleRun.run(each, RULE), failed));

        assertEquals("mvn -B test -Dtest=OracleTest -Doracle.seed=" + seed, report.getFirst());
        assertTrue(report.contains("    cp " + file + " " + Path.of("src/test/resources/oracle")), report::toString);
        assertEquals(report.subList(report.lastIndexOf("") + 1, report.size()), Files.readAllLines(file));
        Scenario small = Scenario.parse("report", Files.readAllLines(file));
        assertTrue(
                small.steps().size() < scenario.steps().size() / 10,
                () -> small.steps().size() + " steps");
        assertFalse(OracleRun.run(small, RULE).isEmpty(), "the scenario that was written does not fail");
        assertEquals(Shrinker.allowed(small.steps()), small.steps(), "the contract forbids some of it");
        assertEquals(List.of(), OracleRun.run(small), "with the rule in force");
    }

    @Test
    void of_folderThatCannotBeMade_printsTheScenarioAndWhy() throws IOException {
        Path taken = Files.createFile(folder.resolve("taken"));
        Step chat = new Step.Send(new ModelPacket.SystemChat(7));

        List<String> report = lines(Report.of(
                3,
                new Scenario("three", false, List.of(chat, chat)),
                each -> each.steps().isEmpty() ? List.of() : List.of("broken"),
                taken));

        assertTrue(
                report.stream().anyMatch(line -> line.contains("could not be written to " + taken)), report::toString);
        assertEquals(
                List.of("# three", "byIndex false", "SystemChat 7"), report.subList(report.size() - 3, report.size()));
    }

    private static List<String> lines(String report) {
        return report.strip().lines().toList();
    }

    private static long firstNoticed() {
        for (long seed = 1; seed < 1_000; seed++) {
            Scenario scenario = Generator.scenario(seed);
            if (!OracleRun.run(scenario, RULE).isEmpty()) {
                return seed;
            }
        }
        throw new AssertionError("expected " + RULE + " to be noticed");
    }
}
