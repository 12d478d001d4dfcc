package dev.sluice.e2e;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Two players join a populated world of small and large chunks, chat while it streams in, and leave once the creatures
 * have stopped at a fixed tick and all is delivered. The same seed makes the same world and the same steps, so the
 * records of two runs can be compared.
 */
final class Scenario {
    /** 1 KB is 1 000 bytes, in config.yml as here. */
    static final long BUDGET_BYTES_PER_SECOND = 100_000;

    static final int CHAT_LINES = 12;
    static final int VIEW_DISTANCE = 6;
    static final int CHUNKS = (2 * VIEW_DISTANCE + 1) * (2 * VIEW_DISTANCE + 1);

    private static final int SEED = 7;
    /** The creatures walk for so long once both players are there, who are told of each in absolute terms every 400 ticks. */
    private static final int STOP_TICK = 600;

    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final int CHUNKS_BETWEEN_LINES = CHUNKS / (CHAT_LINES + 1);

    /**
     * What came of it.
     *
     * @param ada the record of the player who chats and watches the overlay, by e2e/observe.mjs
     * @param bea the record of the one who only looks on
     * @param server the report of ./run
     */
    record Outcome(JsonObject ada, JsonObject bea, JsonObject server) {}

    private Scenario() {}

    /** Plays it, with the plugin or without, and leaves the records in {@code folder}. */
    static Outcome play(boolean plugin, Path folder) throws IOException, InterruptedException {
        Path config = folder.resolve("config.yml");
        Files.writeString(config, "budget: " + BUDGET_BYTES_PER_SECOND / 1000 + "KB/s\n");
        List<String> options = new ArrayList<>(List.of("--world", "mixed", "--seed", Integer.toString(SEED)));
        options.addAll(List.of("--view-distance", Integer.toString(VIEW_DISTANCE), "--entities", "40", "--frozen"));
        options.add("--stamps");
        options.addAll(List.of("--plugin", plugin ? "on" : "off", "--config", config.toString()));
        try (TestServer server = TestServer.start(options, folder);
                Watcher bea = Watcher.join(server.port(), "Bea", VIEW_DISTANCE, folder, "--decode-chunks");
                Watcher ada = Watcher.join(server.port(), "Ada", VIEW_DISTANCE, folder, "--decode-chunks")) {
            ada.command("freeze " + STOP_TICK);
            if (plugin) {
                ada.command("netstats");
            }
            for (int line = 1; line <= CHAT_LINES; line++) {
                ada.awaitChunks(line * CHUNKS_BETWEEN_LINES);
                ada.say("line " + line);
            }
            ada.awaitChunks(CHUNKS);
            bea.awaitChunks(CHUNKS);
            bea.awaitChat("line " + CHAT_LINES);
            ada.awaitQuiet(QUIET);
            bea.awaitQuiet(QUIET);
            JsonObject adasRecord = ada.leave();
            JsonObject beasRecord = bea.leave();
            return new Outcome(adasRecord, beasRecord, server.stop());
        }
    }
}
