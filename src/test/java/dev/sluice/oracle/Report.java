package dev.sluice.oracle;

import java.util.List;

/** What a failing scenario says of itself. */
final class Report {

    private Report() {}

    /** One line that runs it again, what went wrong, and a small scenario that fails, too. */
    static String of(long seed, Scenario scenario, List<String> problems) {
        Scenario small = new Shrinker(candidate -> fails(candidate)).shrink(scenario);
        return line(seed) + "\n\nWhat went wrong:\n    "
                + String.join("\n    ", problems)
                + "\n\nIn a smaller scenario (for a file in src/test/resources/oracle):\n    "
                + String.join("\n    ", OracleRun.run(small)) + "\n\n" + small.text();
    }

    /** The line that runs a seed again. */
    static String line(long seed) {
        return "\nmvn -B test -Dtest=OracleTest -Doracle.seed=" + seed;
    }

    /** Whether the engine fails; a scenario that breaks the contract proves nothing. */
    private static boolean fails(Scenario scenario) {
        List<String> problems = OracleRun.run(scenario);
        return !problems.isEmpty() && !problems.getFirst().startsWith(OracleRun.AT_FAULT);
    }
}
