package dev.sluice.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A process, and the lines that it prints on either stream. Any thread. */
final class ProcessLines implements AutoCloseable {
    private static final Duration END_LIMIT = Duration.ofSeconds(60);
    private static final int SHOWN_LINES = 40;

    private final String name;
    private final Process process;
    private final Writer input;
    private final Thread output;
    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    ProcessLines(String name, List<String> command) throws IOException {
        this.name = name;
        this.process =
                new ProcessBuilder(command).directory(Project.ROOT.toFile()).start();
        this.input = process.outputWriter();
        this.output = Thread.ofPlatform().name("output of " + name).daemon().start(this::readOutput);
        Thread.ofPlatform().name("errors of " + name).daemon().start(() -> read(process.errorReader(), this::add));
    }

    /**
     * Waits for a line, which may be there already.
     *
     * @throws AssertionError with the last lines, when the process ends or the time is over first
     */
    synchronized String await(String what, Predicate<String> wanted, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        int seen = 0;
        while (true) {
            for (; seen < lines.size(); seen++) {
                if (wanted.test(lines.get(seen))) {
                    return lines.get(seen);
                }
            }
            long leftMillis = (end - System.nanoTime()) / 1_000_000;
            if (ended || leftMillis <= 0) {
                throw new AssertionError(name + (ended ? " ended" : " ran for " + limit) + " without " + what
                        + "; its last lines:\n" + lastLines());
            }
            wait(leftMillis);
        }
    }

    /** Writes one line to the process. */
    synchronized void order(String line) throws IOException {
        input.write(line + "\n");
        input.flush();
    }

    /** Waits until the process ends by itself. */
    void awaitEnd() throws InterruptedException {
        if (!process.waitFor(END_LIMIT)) {
            throw new AssertionError(name + " did not end within " + END_LIMIT + "; its last lines:\n" + lastLines());
        }
        output.join(END_LIMIT);
    }

    /** Asks the process to end. */
    void terminate() {
        process.toHandle().destroy(); // Unlike Process.destroy, it leaves the streams open for the last words.
    }

    /** The status of a process that has ended. */
    int exitStatus() {
        return process.exitValue();
    }

    /** Ends the process at once, if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    synchronized String lastLines() {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    }

    private void readOutput() {
        read(process.inputReader(), this::add);
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    private void read(BufferedReader stream, Consumer<String> line) {
        try (stream) {
            stream.lines().forEach(line);
        } catch (IOException | UncheckedIOException e) {
            add("(" + e.getMessage() + ")");
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }
}
