package dev.sluice.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks with JMH's own options, counts what they allocate, and prints a table. */
final class Main {

    private static final Path RESULTS = Path.of("target", "jmh", "results.json");

    private Main() {}

    public static void main(String[] args) throws Exception {
        CommandLineOptions options = parse(args);
        if (options.shouldHelp()) {
            options.showHelp();
            return;
        }
        Files.createDirectories(RESULTS.toAbsolutePath().getParent());
        new Runner(new OptionsBuilder()
                        .parent(options)
                        .addProfiler("gc")
                        .shouldFailOnError(true)
                        .resultFormat(ResultFormatType.JSON)
                        .result(RESULTS.toString())
                        .build())
                .run();
        System.out.println();
        System.out.print(Table.of(Files.readString(RESULTS)));
    }

    private static CommandLineOptions parse(String[] args) throws RunnerException {
        try {
            return new CommandLineOptions(args);
        } catch (CommandLineOptionException e) {
            throw new RunnerException(e);
        }
    }
}
