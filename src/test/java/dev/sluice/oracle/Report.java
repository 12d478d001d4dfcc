package dev.sluice.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** What a failing scenario says of itself. */
final class Report {

    private static final String INDENT = "\n    ";

    private Report() {}

    /**
     * One line that runs it again, what went wrong, and a small scenario that fails, too, which is written to a file.
     *
     * @param run finds what goes wrong with a scenario
     * @param folder where that file goes, made if it is not there
     */
    static String of(long seed, Scenario scenario, Function<Scenario, List<String>> run, Path folder) {
        return of(line(seed), scenario, run, small -> keep(small, folder, "seed-" + seed + ".txt") + "\n\n");
    }

    /**
     * The same for what another line runs again.
     *
     * @param keep what is done with the small scenario, and said of that
     */
    static String of(
            String line, Scenario scenario, Function<Scenario, List<String>> run, Function<Scenario, String> keep) {
        Scenario small = new Shrinker(candidate -> fails(run.apply(candidate))).shrink(scenario);
        return line + "\n\nWhat went wrong:" + INDENT
                + String.join(INDENT, run.apply(scenario))
                + "\n\nIn a smaller scenario:" + INDENT
                + String.join(INDENT, run.apply(small))
                + "\n\n" + keep.apply(small) + small.text();
    }

    /** The line that runs a seed again. */
    static String line(long seed) {
        return "\nmvn -B test -Dtest=OracleTest -D" + OracleTest.SEED_PROPERTY + "=" + seed;
    }

    /** Writes a scenario to a file; returns where it is. Where it cannot be written, what is printed has to do. */
    private static String keep(Scenario scenario, Path folder, String name) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            Files.writeString(file, scenario.text());
        } catch (IOException e) {
            return "It could not be written to " + file + " (" + e + "). It belongs into a file in "
                    + OracleFixturesTest.FIXTURES + ":";
        }
        return "It is in " + file + ". This makes it a fixture:" + INDENT + "cp " + file + " "
                + OracleFixturesTest.FIXTURES;
    }

    /** Whether the engine fails; a scenario that breaks the contract proves nothing. */
    private static boolean fails(List<String> problems) {
        return !problems.isEmpty() && !problems.getFirst().startsWith(OracleRun.AT_FAULT);
    }
}
