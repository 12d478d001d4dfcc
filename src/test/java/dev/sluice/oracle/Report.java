package dev.sluice.oracle;

import java.util.List;
import java.util.function.Function;

/** What a failing scenario says of itself. */
final class Report {

    private Report() {}

    /**
     * One line that runs it again, what went wrong, and a small scenario that fails, too.
     *
     * @param run finds what goes wrong with a scenario
     */
    static String of(long seed, Scenario scenario, Function<Scenario, List<String>> run) {
        Scenario small = new Shrinker(candidate -> fails(run.apply(candidate))).shrink(scenario);
        return line(seed) + "\n\nWhat went wrong:\n    "
                + String.join("\n    ", run.apply(scenario))
                + "\n\nIn a smaller scenario (for a file in src/test/resources/oracle):\n    "
                + String.join("\n    ", run.apply(small)) + "\n\n" + small.text();
    }

    /** The line that runs a seed again. */
    static String line(long seed) {
        return "\nmvn -B test -Dtest=OracleTest -D" + OracleTest.SEED_PROPERTY + "=" + seed;
    }

    /** Whether the engine fails; a scenario that breaks the contract proves nothing. */
    private static boolean fails(List<String> problems) {
        return !problems.isEmpty() && !problems.getFirst().startsWith(OracleRun.AT_FAULT);
    }
}
