package dev.sluice.e2e;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./run} on a free port. One thread. */
final class TestServer implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("connect to [^ ]+:(\\d+)$");
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    /** Far beyond any test: should a test die, its server does not stay for ever. */
    private static final int LIFE_SECONDS = 240;

    private final ProcessLines process;
    private final int port;
    private final Path report;

    private TestServer(ProcessLines process, int port, Path report) {
        this.process = process;
        this.port = port;
        this.report = report;
    }

    /** Starts a server and returns once clients can join. */
    static TestServer start(List<String> options, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Project.RUN.toString(), "--no-build", "--port", "0"));
        command.addAll(List.of("--bots", "0", "--seconds", Integer.toString(LIFE_SECONDS)));
        Path report = folder.resolve("server.json");
        command.addAll(List.of("--json", report.toString()));
        command.addAll(options);
        ProcessLines process = new ProcessLines("the server", command);
        try {
            String line =
                    process.await("its address", text -> ADDRESS.matcher(text).find(), START_LIMIT);
            Matcher address = ADDRESS.matcher(line);
            if (!address.find()) {
                throw new AssertionError(line);
            }
            return new TestServer(process, Integer.parseInt(address.group(1)), report);
        } catch (InterruptedException | RuntimeException | Error e) {
            process.close();
            throw e;
        }
    }

    int port() {
        return port;
    }

    /** Stops the server as Ctrl-C does and returns its report. */
    JsonObject stop() throws IOException, InterruptedException {
        process.terminate();
        process.awaitEnd();
        return JsonParser.parseString(Files.readString(report)).getAsJsonObject();
    }

    @Override
    public void close() {
        process.close();
    }
}
