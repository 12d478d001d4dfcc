package dev.sluice.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The oracle can fail: it notices each rule that is out of force. */
final class OrderingRulesTest {

    private static final int SCENARIOS = 4_000;

    @ParameterizedTest
    @EnumSource
    void oracle_ruleOutOfForce_notices(OrderingRule rule) {
        assertTrue(rule.isNoticed(SCENARIOS), "not noticed in " + SCENARIOS + " scenarios: " + rule.sentence);
    }
}
