package dev.sluice.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A failing scenario becomes small and goes on failing. */
final class ShrinkerTest {

    private static final OrderingRule RULE = OrderingRule.RESPAWN_ENDS_THE_WORLD;

    @Test
    void shrink_failingScenario_isSmallAndFailsStill() {
        Scenario failing = firstFailing();
        Scenario small = new Shrinker(ShrinkerTest::fails).shrink(failing);
        assertTrue(fails(small), small::text);
        assertTrue(small.steps().size() <= 40, small::text);
        assertEquals(Shrinker.allowed(small.steps()).size(), small.steps().size(), small::text);
    }

    private static Scenario firstFailing() {
        long seed = 1;
        while (!fails(Generator.scenario(seed))) {
            seed++;
        }
        return Generator.scenario(seed);
    }

    /** Whether it fails because the rule is out of force, and not because of the scenario. */
    private static boolean fails(Scenario scenario) {
        return !OracleRun.run(scenario, RULE).isEmpty()
                && OracleRun.run(scenario).isEmpty();
    }
}
