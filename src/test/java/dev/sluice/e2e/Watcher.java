package dev.sluice.e2e;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A protocol client ({@code e2e/observe.mjs}) that joins, obeys and records. One thread. */
final class Watcher implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final ProcessLines process;
    private final Path record;

    private Watcher(ProcessLines process, Path record) {
        this.process = process;
        this.record = record;
    }

    /** Joins the server; returns once the player stands in the world. */
    static Watcher join(TestServer server, String name, int viewDistance, Path folder)
            throws IOException, InterruptedException {
        Path record = folder.resolve(name + ".json");
        List<String> command = List.of(
                Project.NODE.toString(),
                Project.CLIENTS.resolve("observe.mjs").toString(),
                "--follow",
                "--decode-chunks",
                "--port",
                Integer.toString(server.port()),
                "--name",
                name,
                "--view-distance",
                Integer.toString(viewDistance),
                "--out",
                record.toString());
        Watcher watcher = new Watcher(new ProcessLines(name, command), record);
        try {
            watcher.await("joined");
            return watcher;
        } catch (InterruptedException | RuntimeException | Error e) {
            watcher.close();
            throw e;
        }
    }

    void say(String text) throws IOException {
        process.order("say " + text);
    }

    void command(String text) throws IOException {
        process.order("command " + text);
    }

    /** Waits until the client holds so many chunks. */
    void awaitChunks(int count) throws InterruptedException {
        process.await(count + " chunks", line -> line.equals("{\"event\":\"chunks\",\"count\":" + count + "}"), LIMIT);
    }

    /** Waits for a line of chat that contains a text. */
    void awaitChat(String text) throws InterruptedException {
        process.await(
                "'" + text + "' in the chat",
                line -> line.startsWith("{\"event\":\"chat\"") && line.contains(text),
                LIMIT);
    }

    /** Waits until no creature was heard of for a while. */
    void awaitQuiet(Duration pause) throws IOException, InterruptedException {
        process.order("quiet " + pause.toMillis());
        await("quiet");
    }

    /** Leaves the server and returns the record. */
    JsonObject leave() throws IOException, InterruptedException {
        process.order("quit");
        process.awaitEnd();
        return JsonParser.parseString(Files.readString(record)).getAsJsonObject();
    }

    @Override
    public void close() {
        process.close();
    }

    private void await(String event) throws InterruptedException {
        process.await("'" + event + "'", line -> line.startsWith("{\"event\":\"" + event + "\""), LIMIT);
    }
}
