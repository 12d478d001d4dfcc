package dev.sluice.sim;

import dev.sluice.sim.links.LinkReport;
import dev.sluice.sim.links.LinkReportText;
import dev.sluice.sim.links.LinkStudy;
import dev.sluice.sim.links.LinksPlan;
import dev.sluice.sim.report.ReportJson;
import dev.sluice.sim.report.ReportText;
import java.io.PrintStream;
import java.util.Locale;
import picocli.CommandLine;

/**
 * The command line of the simulation. What it prints on standard output follows from its options alone; how fast it was
 * goes to standard error.
 */
public final class Main {
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_USAGE = 2;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Ends the JVM with 0, 1 (failed) or 2 (not understood). */
    public static void main(String[] args) {
        System.exit(new Main(System.out, System.err).run(args));
    }

    int run(String... args) {
        SimulateCommand options = new SimulateCommand();
        CommandLine parser = new CommandLine(options);
        SimPlan plan;
        LinksPlan links;
        int threads;
        try {
            parser.parseArgs(args);
            if (parser.isUsageHelpRequested()) {
                parser.usage(out);
                return 0;
            }
            links = options.linksPlan();
            plan = options.plan();
            threads = options.threads();
        } catch (CommandLine.ParameterException e) {
            err.println("simulate: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown option")
                    + " (--help lists all)");
            return EXIT_USAGE;
        }
        try {
            if (links != null) {
                LinkReport report = LinkStudy.run(links, threads);
                out.print(options.json ? ReportJson.of(report) + "\n" : LinkReportText.of(report));
                out.flush();
                return 0;
            }
            Simulation.Outcome outcome = Simulation.run(plan, threads);
            out.print(options.json ? ReportJson.of(outcome.report()) + "\n" : ReportText.of(outcome.report()));
            out.flush();
            double played = plan.players() * plan.nanos() / 60e9;
            double cpuMinutes = outcome.cpuNanos() / 60e9;
            err.printf(
                    Locale.ROOT,
                    "%.0f player-minutes in %.1f s of processor time: %.0f player-minutes per minute%n",
                    played,
                    cpuMinutes * 60,
                    played / cpuMinutes);
            return 0;
        } catch (IllegalStateException e) {
            err.println("simulate: " + e.getMessage());
            e.printStackTrace(err);
            return EXIT_FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return EXIT_FAILED;
        }
    }
}
