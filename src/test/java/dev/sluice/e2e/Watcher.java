package dev.sluice.e2e;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.minestom.server.coordinate.BlockVec;

/** A protocol client ({@code e2e/observe.mjs}) that joins, obeys and records. One thread. */
final class Watcher implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    /**
     * Something that happened to a client.
     *
     * @param nanos when, by {@link System#nanoTime}: the processes of a machine share that clock
     * @param editsBefore how many blocks had changed before, if it is a change
     */
    record Happened(long nanos, int editsBefore) {}

    private final ProcessLines process;
    private final Path record;

    private Watcher(ProcessLines process, Path record) {
        this.process = process;
        this.record = record;
    }

    /** Joins a server on this machine; returns once the player stands in the world. */
    static Watcher join(int port, String name, int viewDistance, Path folder, String... more)
            throws IOException, InterruptedException {
        Watcher watcher = start(port, name, viewDistance, folder, more);
        try {
            watcher.awaitJoined();
            return watcher;
        } catch (InterruptedException | RuntimeException | Error e) {
            watcher.close();
            throw e;
        }
    }

    /**
     * Lets a client join a server on this machine.
     *
     * @param more options of {@code e2e/observe.mjs}
     */
    static Watcher start(int port, String name, int viewDistance, Path folder, String... more) throws IOException {
        Path record = folder.resolve(name + ".json");
        List<String> command = new ArrayList<>(List.of(
                Project.NODE.toString(), Project.CLIENTS.resolve("observe.mjs").toString(), "--follow"));
        command.addAll(List.of("--port", Integer.toString(port), "--name", name));
        command.addAll(List.of("--view-distance", Integer.toString(viewDistance), "--out", record.toString()));
        command.addAll(List.of(more));
        return new Watcher(new ProcessLines(name, command), record);
    }

    /** Waits until the player stands in the world. */
    void awaitJoined() throws InterruptedException {
        await("joined");
    }

    void say(String text) throws IOException {
        process.order("say " + text);
    }

    void command(String text) throws IOException {
        process.order("command " + text);
    }

    /** Digs a block, and returns when. */
    Happened dig(BlockVec block) throws IOException, InterruptedException {
        process.order("dig " + text(block));
        return awaitAt("acted", block);
    }

    /** Clicks on a block, and returns when. */
    Happened click(BlockVec block) throws IOException, InterruptedException {
        process.order("click " + text(block));
        return awaitAt("acted", block);
    }

    /** Waits for the first change of a block near the one that the client has acted on last. */
    Happened awaitEdit(BlockVec block) throws InterruptedException {
        return awaitAt("edit", block);
    }

    private Happened awaitAt(String event, BlockVec block) throws InterruptedException {
        String start = "{\"event\":\"" + event + "\",\"at\":\"" + text(block) + "\"";
        String line = process.await(event + " at " + block, text -> text.startsWith(start), LIMIT);
        JsonObject told = JsonParser.parseString(line).getAsJsonObject();
        return new Happened(
                told.get("nanos").getAsLong(),
                told.has("before") ? told.get("before").getAsInt() : 0);
    }

    private static String text(BlockVec block) {
        return block.blockX() + " " + block.blockY() + " " + block.blockZ();
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

    /** Waits until the server has pinged so often from now on. */
    void awaitPings(int count) throws IOException, InterruptedException {
        process.order("pings " + count);
        await("pings");
    }

    /** Waits for the server's ping of that id. */
    void awaitPing(int id) throws InterruptedException {
        process.await("ping " + id, line -> line.equals("{\"event\":\"ping\",\"id\":" + id + "}"), LIMIT);
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
