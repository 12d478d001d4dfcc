package dev.sluice.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The oracle can fail: it notices each rule that is out of force. */
final class OrderingRulesTest {

    private static final long FIRST_SEED = 1;
    private static final int SCENARIOS = 4_000;

    @ParameterizedTest
    @EnumSource
    void oracle_ruleOutOfForce_notices(OrderingRule rule) {
        assertTrue(isNoticed(rule), "not noticed in " + SCENARIOS + " scenarios: " + rule.sentence);
    }

    /** Whether a scenario that is well with the rule is not without it. */
    private static boolean isNoticed(OrderingRule rule) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SCENARIOS; seed++) {
            Scenario scenario = Generator.scenario(seed);
            if (notices(OracleRun.run(scenario, rule))
                    && OracleRun.run(scenario).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the oracle says so: an engine that fails over what it is told says nothing of the client's world. */
    private static boolean notices(List<String> problems) {
        return problems.stream().anyMatch(problem -> !problem.startsWith(OracleRun.FAILED));
    }
}
