package dev.sluice.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a failing seed prints is what somebody needs on the day when it does. */
final class ReportTest {

    private static final OrderingRule RULE = OrderingRule.CHAT_IN_ORDER;

    @Test
    void of_ruleOutOfForce_printsTheLineAndASmallerScenarioThatFails() {
        long seed = firstNoticed();
        Scenario scenario = Generator.scenario(seed);

        List<String> report = Report.of(seed, scenario, each -> OracleRun.run(each, RULE))
                .strip()
                .lines()
                .toList();

        assertEquals("mvn -B test -Dtest=OracleTest -Doracle.seed=" + seed, report.getFirst());
        int begin = report.lastIndexOf("") + 1;
        Scenario small = Scenario.parse("report", report.subList(begin, report.size()));
        assertTrue(
                small.steps().size() < scenario.steps().size() / 10,
                () -> small.steps().size() + " steps");
        assertFalse(OracleRun.run(small, RULE).isEmpty(), "the scenario that was printed does not fail");
        assertEquals(List.of(), OracleRun.run(small), "with the rule in force");
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
