package dev.sluice.e2e;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.sluice.testbed.EmbeddedServer;
import dev.sluice.testbed.report.ClientReport;
import dev.sluice.testbed.report.StatsSample;
import dev.sluice.testbed.report.StatsSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.minestom.server.MinecraftServer;
import net.minestom.server.network.packet.server.common.PingPacket;

/**
 * Four players join an empty world over real sockets while {@code budget: auto} may go no further than a ceiling, so that
 * their chunks take some seconds: two whose clients answer pings, one that answers none, and one that forges answers; one
 * that answers and the forger are far away behind a relay. The server pings one of them itself meanwhile, who then stays
 * alone for some markers.
 */
final class MarkersScenario {
    static final String NEAR = "Near";
    static final String FAR = "Far";
    static final String SILENT = "Silent";
    static final String FORGER = "Forger";

    static final long CEILING_BYTES_PER_SECOND = 100_000;
    static final int VIEW_DISTANCE = 4;
    static final int CHUNKS = (2 * VIEW_DISTANCE + 1) * (2 * VIEW_DISTANCE + 1);

    /** What the relay adds, there and back. */
    static final int DISTANCE_MILLIS = 120;

    /** Pings of the server's own; one of them is of Sluice's range, and two are its neighbours. */
    static final List<Integer> SERVER_PINGS = List.of(42, 0x50FF_FFFF, 0x51C0_FFEE, 0x5200_0000, -1);

    private static final int CHUNKS_BEFORE_NETSTATS = 65;
    /** How often the one who stays is pinged before it leaves, too. */
    static final int QUIET_PINGS = 5;

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /**
     * What came of it, by player.
     *
     * @param records by e2e/observe.mjs
     * @param series what the plugin said of the players every 100 ms
     * @param pingsAtPlugins that ProtocolLib's other listeners saw, each of them twice
     * @param pongsAtPlugins likewise
     * @param pongsAtServer that the server itself was given
     */
    record Outcome(
            Map<String, JsonObject> records,
            Map<String, List<StatsSample>> series,
            List<Integer> pingsAtPlugins,
            List<Integer> pongsAtPlugins,
            List<Integer> pongsAtServer) {

        JsonObject record(String player) {
            return Objects.requireNonNull(records.get(player), player);
        }

        List<StatsSample> series(String player) {
            return Objects.requireNonNull(series.get(player), player);
        }
    }

    private MarkersScenario() {}

    /** Plays it in this JVM, and leaves the clients' records in {@code folder}. */
    static Outcome play(Path folder) throws IOException, InterruptedException {
        Path config = folder.resolve("config.yml");
        Files.writeString(config, """
                budget: auto
                auto:
                  ceiling: %dKB/s
                """.formatted(CEILING_BYTES_PER_SECOND / 1000));
        try (EmbeddedServer server = EmbeddedServer.start(QuietServer.options(config, VIEW_DISTANCE));
                StatsSeries series = new StatsSeries(
                        () -> server.report().clients().stream()
                                .map(ClientReport::sluice)
                                .filter(Objects::nonNull)
                                .toList(),
                        System::nanoTime);
                PingEars ears = new PingEars();
                ProcessLines relay = relay(server.port());
                Watcher near = start(server.port(), NEAR, folder, "answered");
                Watcher far = start(listening(relay), FAR, folder, "answered");
                Watcher silent = start(server.port(), SILENT, folder, "withheld");
                Watcher forger = start(listening(relay), FORGER, folder, "forged")) {
            series.start();
            Map<String, Watcher> watchers = Map.of(NEAR, near, FAR, far, SILENT, silent, FORGER, forger);
            for (Watcher watcher : watchers.values()) {
                watcher.awaitJoined();
            }
            for (int id : SERVER_PINGS) {
                ping(NEAR, id);
                near.awaitPing(id);
                ears.awaitPongAtServer(id, LIMIT);
            }
            near.awaitChunks(CHUNKS_BEFORE_NETSTATS);
            near.command("netstats " + NEAR);
            // Each is asked about by its own chunks: nobody knows who of them is faster.
            far.awaitChunks(CHUNKS_BEFORE_NETSTATS);
            near.command("netstats " + FAR);
            near.awaitChat(FAR + ": ");
            near.awaitChunks(CHUNKS);
            Map<String, JsonObject> records = new TreeMap<>();
            for (String name : List.of(FAR, SILENT, FORGER)) {
                Watcher other = Objects.requireNonNull(watchers.get(name));
                other.awaitChunks(CHUNKS);
                records.put(name, other.leave());
            }
            near.awaitPings(QUIET_PINGS);
            records.put(NEAR, near.leave());
            Map<String, List<StatsSample>> samples = new TreeMap<>();
            server.report().clients().forEach(client -> samples.put(client.name(), series.of(client.uuid())));
            return new Outcome(records, samples, ears.pingsAtPlugins(), ears.pongsAtPlugins(), ears.pongsAtServer());
        }
    }

    private static Watcher start(int port, String name, Path folder, String pongs) throws IOException {
        return Watcher.start(port, name, VIEW_DISTANCE, folder, "--pongs", pongs);
    }

    private static ProcessLines relay(int serverPort) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Project.NODE.toString(),
                Project.CLIENTS.resolve("bench/relay-cli.mjs").toString()));
        command.addAll(List.of("--to", "127.0.0.1:" + serverPort));
        command.addAll(List.of("--delay", Integer.toString(DISTANCE_MILLIS / 2)));
        return new ProcessLines("the relay", command);
    }

    private static int listening(ProcessLines relay) throws InterruptedException {
        String line = relay.await("its port", text -> text.startsWith("{\"listening\""), LIMIT);
        return JsonParser.parseString(line).getAsJsonObject().get("listening").getAsInt();
    }

    private static void ping(String player, int id) {
        Objects.requireNonNull(MinecraftServer.getConnectionManager().getOnlinePlayerByUsername(player))
                .sendPacket(new PingPacket(id));
    }
}
