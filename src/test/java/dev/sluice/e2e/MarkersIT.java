package dev.sluice.e2e;

import static dev.sluice.e2e.MarkersScenario.CEILING_BYTES_PER_SECOND;
import static dev.sluice.e2e.MarkersScenario.CHUNKS;
import static dev.sluice.e2e.MarkersScenario.DISTANCE_MILLIS;
import static dev.sluice.e2e.MarkersScenario.FAR;
import static dev.sluice.e2e.MarkersScenario.FORGER;
import static dev.sluice.e2e.MarkersScenario.NEAR;
import static dev.sluice.e2e.MarkersScenario.SERVER_PINGS;
import static dev.sluice.e2e.MarkersScenario.SILENT;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.sluice.engine.adapt.MarkerIds;
import dev.sluice.testbed.report.StatsSample;
import io.netty.channel.epoll.Epoll;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real clients' answers to Sluice's pings: who sees them, what is learnt from them, and what false ones can do. */
final class MarkersIT {
    /** Without epoll the kernel tells nothing, and only the clients' answers are left. */
    private static final String TRANSPORT = Epoll.isAvailable() ? "tcp_info" : "markers";

    /** The first ping may still be about the others who left. */
    private static final int OTHERS_LEAVE = 1;

    private static MarkersScenario.Outcome outcome;

    @BeforeAll
    static void play() throws IOException, InterruptedException {
        outcome = MarkersScenario.play(Files.createDirectories(Project.ROOT.resolve("target/e2e/markers")));
    }

    @Test
    void client_whileItPlays_isPingedWithIdsOfSluicesRangeAndEachOnce() {
        List<Integer> ids = pings(NEAR, 0, Double.MAX_VALUE).stream()
                .map(Ping::id)
                .filter(id -> !SERVER_PINGS.contains(id))
                .toList();
        assertTrue(ids.size() > 20, () -> "pings of Sluice: " + ids);
        assertTrue(ids.stream().allMatch(MarkerIds::isOurs), () -> "pings of Sluice: " + ids);
        assertEquals(ids.size(), ids.stream().distinct().count(), () -> "each once: " + ids);
    }

    @Test
    void answersToSluice_onceAndRepeated_reachNeitherServerNorOtherPlugins() {
        Set<Integer> asked = Stream.of(NEAR, FAR, SILENT, FORGER)
                .flatMap(name -> pings(name, 0, Double.MAX_VALUE).stream())
                .map(Ping::id)
                .filter(id -> !SERVER_PINGS.contains(id))
                .collect(Collectors.toSet());
        assertTrue(asked.size() > 20, () -> "pings of Sluice: " + asked);
        assertTrue(Collections.disjoint(asked, outcome.pongsAtServer()), () -> "pings of Sluice: " + asked);
        assertTrue(Collections.disjoint(asked, outcome.pongsAtPlugins()), () -> "pings of Sluice: " + asked);
        assertTrue(Collections.disjoint(asked, outcome.pingsAtPlugins()), () -> "pings of Sluice: " + asked);
    }

    @Test
    void pingsOfTheServerItself_areSeenByAllAndAnswered() {
        assertEquals(SERVER_PINGS, withoutForged(outcome.pongsAtServer()));
        assertEquals(twice(SERVER_PINGS), withoutForged(outcome.pongsAtPlugins()));
        assertEquals(twice(SERVER_PINGS), outcome.pingsAtPlugins());
    }

    @Test
    void markers_whileChunksCome_areAboutATenthOfASecondApart() {
        JsonObject record = record(NEAR);
        List<Double> gaps = gaps(pings(NEAR, firstChunkMillis(record), lastChunkMillis(record)));
        double seconds = (lastChunkMillis(record) - firstChunkMillis(record)) / 1000;
        assertTrue(seconds > 2, () -> "chunks came for " + seconds + " s");
        assertTrue(gaps.size() > 6 * seconds, () -> gaps.size() + " in " + seconds + " s: " + gaps);
        assertTrue(median(gaps) > 80 && median(gaps) < 160, () -> "ms between markers: " + gaps);
    }

    /** A server writes something about once a second even then; each time may be asked about. */
    @Test
    void markers_onAnIdleLink_areAboutASecondApart() {
        List<Ping> all = pings(NEAR, 0, Double.MAX_VALUE);
        List<Double> gaps = gaps(all.subList(all.size() - MarkersScenario.QUIET_PINGS + OTHERS_LEAVE, all.size()));
        double seconds = gaps.stream().mapToDouble(gap -> gap / 1000).sum();
        assertTrue(gaps.size() < 3.5 * seconds, () -> "ms between markers: " + gaps);
        assertTrue(gaps.stream().allMatch(gap -> gap < 2_000), () -> "ms between markers: " + gaps);
    }

    @Test
    void link_ofAClientNearby_isSeenByTheTransport() {
        StatsSample last = underLoad(NEAR).getLast();
        assertEquals(TRANSPORT, last.trusted());
        assertTrue(last.rttMillis() > 0 && last.rttMillis() < DISTANCE_MILLIS, last::toString);
        String line = linkLine(NEAR);
        assertTrue(line.contains(" by " + TRANSPORT + " ") && line.contains("RTT "), line);
    }

    @Test
    void link_ofAClientBehindARelay_isSeenByItsAnswers() {
        StatsSample last = underLoad(FAR).getLast();
        assertEquals("markers", last.trusted());
        assertTrue(last.rttMillis() >= DISTANCE_MILLIS && last.rttMillis() < 3 * DISTANCE_MILLIS, last::toString);
        String line = linkLine(FAR);
        assertTrue(line.contains(" by markers "), line);
        assertEquals(Epoll.isAvailable(), line.contains("behind a proxy"), line);
    }

    /** An answer to a ping that has not arrived yet would bring it nearer. */
    @Test
    void link_ofAForger_isNoNearerThanItIs() {
        List<StatsSample> samples = underLoad(FORGER);
        assertEquals("markers", samples.getLast().trusted());
        assertAll(samples.stream()
                .filter(sample -> sample.trusted().equals("markers"))
                .map(sample -> () -> assertTrue(sample.rttMillis() >= DISTANCE_MILLIS, sample::toString)));
    }

    @Test
    void clients_whateverTheyAnswer_keepTheirConnectionAndGetTheirChunks() {
        assertAll(List.of(NEAR, FAR, SILENT, FORGER).stream().map(name -> () -> {
            JsonObject record = record(name);
            assertTrue(record.get("problem").isJsonNull(), () -> name + ": " + record.get("problem"));
            assertEquals(CHUNKS, record.get("chunkCount").getAsInt(), name);
        }));
    }

    @Test
    void client_thatAnswersNothing_waitsNoLongerForItsChunks() {
        assertTrue(record(SILENT).get("serverPings").getAsJsonArray().size() > 15, "it was asked");
        double answering = loadingMillis(NEAR);
        double silent = loadingMillis(SILENT);
        assertTrue(silent < 3 * answering, () -> silent + " ms, and " + answering + " ms with answers");
    }

    @Test
    void budget_whateverIsAnswered_staysWithinTheCeiling() {
        assertAll(outcome.series().entrySet().stream().map(client -> () -> {
            assertTrue(client.getValue().size() > 20, client::toString);
            long most = client.getValue().stream()
                    .mapToLong(StatsSample::budgetBytesPerSecond)
                    .max()
                    .orElseThrow();
            assertTrue(most <= CEILING_BYTES_PER_SECOND, () -> client.getKey() + " had " + most + " B/s");
        }));
    }

    @Test
    void wire_ofAForger_staysWithinTheCeiling() {
        double rate = record(FORGER).get("loadingBytesPerSecond").getAsDouble();
        assertTrue(rate < 1.1 * CEILING_BYTES_PER_SECOND, () -> rate + " B/s");
    }

    private record Ping(int id, double millis) {}

    private static JsonObject record(String name) {
        return outcome.record(name);
    }

    private static List<Ping> pings(String name, double fromMillis, double toMillis) {
        return StreamSupport.stream(record(name).getAsJsonArray("serverPings").spliterator(), false)
                .map(ping -> ping.getAsJsonObject())
                .map(ping ->
                        new Ping(ping.get("id").getAsInt(), ping.get("millis").getAsDouble()))
                .filter(ping -> ping.millis() >= fromMillis && ping.millis() <= toMillis)
                .toList();
    }

    private static List<Double> gaps(List<Ping> pings) {
        List<Double> times = pings.stream()
                .filter(ping -> MarkerIds.isOurs(ping.id()))
                .map(Ping::millis)
                .toList();
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            gaps.add(times.get(i) - times.get(i - 1));
        }
        return gaps;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double firstChunkMillis(JsonObject record) {
        return record.get("startMillis").getAsDouble()
                + record.get("firstChunkMillis").getAsDouble();
    }

    private static double lastChunkMillis(JsonObject record) {
        return record.get("startMillis").getAsDouble()
                + record.get("lastChunkMillis").getAsDouble();
    }

    private static double loadingMillis(String name) {
        return lastChunkMillis(record(name)) - firstChunkMillis(record(name));
    }

    /** What the plugin said while the client's chunks came; never empty. */
    private static List<StatsSample> underLoad(String name) {
        double end = lastChunkMillis(record(name));
        List<StatsSample> samples = outcome.series(name).stream()
                .filter(sample -> sample.atMillis() <= end)
                .toList();
        assertTrue(samples.size() > 10, () -> name + ": " + samples);
        return samples;
    }

    /** What {@code /netstats} said of a player's link. */
    private static String linkLine(String name) {
        List<String> chat = StreamSupport.stream(
                        record(NEAR).getAsJsonArray("chat").spliterator(), false)
                .map(line -> line.getAsString())
                .toList();
        int head = -1;
        for (int i = 0; i < chat.size(); i++) {
            head = chat.get(i).startsWith(name + ": ") ? i : head;
        }
        assertTrue(head >= 0 && head + 1 < chat.size(), chat::toString);
        return chat.get(head + 1);
    }

    /** Forged are only ids of Sluice's range. */
    private static List<Integer> withoutForged(List<Integer> ids) {
        return ids.stream()
                .filter(id -> !MarkerIds.isOurs(id) || SERVER_PINGS.contains(id))
                .toList();
    }

    private static List<Integer> twice(List<Integer> ids) {
        return ids.stream().flatMap(id -> List.of(id, id).stream()).toList();
    }
}
