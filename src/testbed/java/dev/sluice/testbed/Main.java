package dev.sluice.testbed;

import dev.sluice.testbed.report.LiveTable;
import dev.sluice.testbed.report.ReportJson;
import dev.sluice.testbed.report.TerminalTable;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** The command line of the embedded server. The last line on standard output is its report. */
public final class Main {
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_USAGE = 2;
    private static final long REDRAW_MILLIS = 1000;
    private static final long REPEAT_MILLIS = 5000;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Ends the JVM with 0, 1 (could not run) or 2 (not understood). */
    public static void main(String[] args) {
        System.exit(new Main(System.out, System.err).run(args));
    }

    int run(String... args) {
        RunCommand options = new RunCommand();
        CommandLine parser = new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true);
        ServerOptions server;
        try {
            parser.parseArgs(args);
            if (parser.isUsageHelpRequested()) {
                parser.usage(out);
                return 0;
            }
            server = options.checked();
        } catch (CommandLine.ParameterException e) {
            err.println(
                    "run: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown option")
                            + " (--help lists all)");
            return EXIT_USAGE;
        }
        try {
            serve(options, server);
            return 0;
        } catch (IOException e) {
            err.println("run: " + e.getMessage());
            return EXIT_FAILED;
        } catch (RuntimeException e) {
            err.println("run: the server failed: " + e);
            e.printStackTrace(err);
            return EXIT_FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return EXIT_FAILED;
        }
    }

    private void serve(RunCommand options, ServerOptions serverOptions) throws IOException, InterruptedException {
        EmbeddedServer server = EmbeddedServer.start(serverOptions);
        long started = System.nanoTime();
        out.printf(
                Locale.ROOT,
                "Minecraft 26.1 (protocol 775, offline mode): connect to %s:%d%n",
                options.host,
                server.port());
        Optional<Bots> bots = options.bots == 0
                ? Optional.empty()
                : Optional.of(Bots.start(
                        Path.of(""), options.host, server.port(), options.bots, options.viewDistance, options.seed));
        CountDownLatch stop = new CountDownLatch(1);
        Thread finish = Thread.ofPlatform().name("finish").unstarted(() -> {
            stop.countDown();
            finish(options, server, bots, started);
            Runtime.getRuntime().halt(0);
        });
        Runtime.getRuntime().addShutdownHook(finish);
        watch(options, server, stop);
    }

    /** Draws the table until the time is over or a signal came. */
    private void watch(RunCommand options, EmbeddedServer server, CountDownLatch stop) throws InterruptedException {
        boolean terminal = onTerminal();
        TerminalTable table = new TerminalTable(out, terminal);
        long end = options.seconds == null
                ? Long.MAX_VALUE
                : System.nanoTime() + (long) (options.seconds * TimeUnit.SECONDS.toNanos(1));
        long pause = TimeUnit.MILLISECONDS.toNanos(terminal ? REDRAW_MILLIS : REPEAT_MILLIS);
        while (System.nanoTime() < end && !stop.await(Math.min(pause, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            table.draw(LiveTable.lines(server.report().clients()));
        }
    }

    @SuppressWarnings("SystemConsoleNull") // it is null where the JDK's default was changed
    private static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private void finish(RunCommand options, EmbeddedServer server, Optional<Bots> bots, long startedNanos) {
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        bots.ifPresent(Bots::close);
        server.close();
        String json = ReportJson.of(
                options.plugin == RunCommand.Switch.ON, seconds, server.report().clients());
        if (options.json != null) {
            try {
                Files.writeString(options.json, json + "\n");
            } catch (IOException e) {
                err.println("run: could not write the report to " + options.json + ": " + e.getMessage());
            }
        }
        out.println(json);
        out.flush();
    }
}
