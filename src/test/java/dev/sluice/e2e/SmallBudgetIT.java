package dev.sluice.e2e;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A small budget slows the world down and takes nothing from it: the same scenario without the plugin shows both. */
final class SmallBudgetIT {
    private static final Path FOLDER = Project.ROOT.resolve("target/e2e");
    private static final Pattern OVERLAY = Pattern.compile(
            "Budget: ([\\d.]+ [kKM]?B/s), used: [\\d.]+ [kKM]?B/s"
                    + " · RTT ([\\d.]+ ms|\\D+) · (at most )?every (tick|2nd tick|3rd tick|4th tick)(, far ones less)? · \\d+ deferred");
    private static final Pattern LINE = Pattern.compile("\\bline (\\d+)\\b");

    /** Two ticks' worth of credit, one dense chunk, and what is never held: a second's upper bound. */
    private static final long SLACK_BYTES = 60_000;

    private static Scenario.Outcome throttled;
    private static Scenario.Outcome free;

    @BeforeAll
    static void playBoth() throws IOException, InterruptedException {
        throttled = Scenario.play(true, Files.createDirectories(FOLDER.resolve("plugin-on")));
        free = Scenario.play(false, Files.createDirectories(FOLDER.resolve("plugin-off")));
    }

    @Test
    void everyClient_atTheEnd_sawNothingOutOfOrder() {
        assertAll(clients()
                .map(client -> () -> assertAll(
                        () -> assertEquals("", text(client, "problem")),
                        () -> assertEquals(List.of(), texts(client.getAsJsonObject("orphans"), "first")),
                        () -> assertEquals(List.of(), texts(client, "undecoded")),
                        () -> assertTrue(
                                client.get("chatStampsInOrder").getAsBoolean(), "stamped chat lines in order"))));
    }

    @Test
    void throttledClients_chunks_areThoseOfAnUnthrottledOne() {
        JsonElement expected = free.bea().get("chunks");
        assertEquals(Scenario.CHUNKS, expected.getAsJsonObject().size());
        assertEquals(expected, throttled.ada().get("chunks"));
        assertEquals(expected, throttled.bea().get("chunks"));
    }

    @Test
    void chunkPackets_mixedWorld_areSmallAndLarge() {
        JsonObject bytes = throttled.ada().getAsJsonObject("chunkWireBytes");
        assertTrue(bytes.get("min").getAsLong() < 5_000, () -> "smallest chunk: " + bytes);
        assertTrue(bytes.get("max").getAsLong() > 15_000, () -> "largest chunk: " + bytes);
    }

    @Test
    void throttledClients_creatures_areToTheBitThoseOfAnUnthrottledOne() {
        Map<String, JsonElement> expected = creatures(free.bea());
        assertEquals(41, expected.size(), "40 creatures and the stamp entity");
        assertEquals(expected, creatures(throttled.ada()));
        assertEquals(expected, creatures(throttled.bea()));
        assertEquals(expected, creatures(free.ada()));
    }

    @Test
    void chat_whileChunksStream_arrivesOnceAndInOrder() {
        List<Integer> expected =
                IntStream.rangeClosed(1, Scenario.CHAT_LINES).boxed().toList();
        assertAll(clients().map(client -> () -> assertEquals(expected, spokenLines(client))));
    }

    @Test
    void overlay_afterNetstats_showsTheBudget() {
        List<String> lines = texts(throttled.ada(), "actionBars");
        List<Matcher> matchers =
                lines.stream().map(OVERLAY::matcher).filter(Matcher::matches).toList();
        assertEquals(lines.size(), matchers.size(), () -> "every line of the overlay: " + lines);
        assertTrue(lines.size() >= 3, () -> "at least three lines of the overlay: " + lines);
        assertEquals("100 KB/s", matchers.getFirst().group(1));
        assertTrue(
                lines.stream().anyMatch(line -> !line.endsWith(" 0 deferred")), () -> "something deferred: " + lines);
        assertEquals(List.of(), texts(throttled.bea(), "actionBars"));
    }

    @Test
    void overlay_onceAllIsDelivered_showsNothingDeferred() {
        String last = texts(throttled.ada(), "actionBars").getLast();
        assertTrue(last.endsWith(" 0 deferred"), () -> "the last line of the overlay: " + last);
    }

    @Test
    void wire_whileLoading_keepsTheBudgetAndUsesIt() {
        assertAll(Stream.of(throttled.ada(), throttled.bea()).map(client -> () -> {
            double rate = client.get("loadingBytesPerSecond").getAsDouble();
            assertTrue(rate <= 1.1 * Scenario.BUDGET_BYTES_PER_SECOND, () -> "too fast: " + rate + " B/s");
            assertTrue(rate >= 0.75 * Scenario.BUDGET_BYTES_PER_SECOND, () -> "too slow: " + rate + " B/s");
        }));
        assertAll(serversView(throttled)
                .map(client -> () -> assertAll(
                        () -> assertTrue(keepsBudget(client), () -> "a second above the budget: " + client),
                        () -> assertTrue(sluice(client, "deferred") > 0, () -> "nothing was held: " + client),
                        () -> assertTrue(sluice(client, "merged") > 0, () -> "nothing was merged: " + client),
                        () -> assertTrue(sluice(client, "budgetedBytes") > 500_000, () -> "held bytes: " + client),
                        () -> assertEquals(0, sluice(client, "heldMessages"), () -> "still held: " + client))));
    }

    @Test
    void withoutThePlugin_sameScenario_exceedsTheBudgetAndHasNoOverlay() {
        assertAll(serversView(free).map(client -> () -> {
            assertFalse(keepsBudget(client), () -> "every second within the budget: " + client);
            assertTrue(client.get("sluice").isJsonNull(), () -> "the plugin counted: " + client);
        }));
        assertAll(Stream.of(free.ada(), free.bea()).map(client -> () -> {
            double rate = client.get("loadingBytesPerSecond").getAsDouble();
            assertTrue(rate > 2 * Scenario.BUDGET_BYTES_PER_SECOND, () -> "slow without the plugin: " + rate + " B/s");
            assertEquals(List.of(), texts(client, "actionBars"));
        }));
    }

    private static Stream<JsonObject> clients() {
        return Stream.of(throttled.ada(), throttled.bea(), free.ada(), free.bea());
    }

    private static Stream<JsonObject> serversView(Scenario.Outcome outcome) {
        return elements(outcome.server().getAsJsonArray("clients")).map(JsonElement::getAsJsonObject);
    }

    private static boolean keepsBudget(JsonObject client) {
        return client.get("maxBytesPerSecond").getAsLong() <= Scenario.BUDGET_BYTES_PER_SECOND + SLACK_BYTES;
    }

    private static long sluice(JsonObject client, String counter) {
        return client.getAsJsonObject("sluice").get(counter).getAsLong();
    }

    /** Without velocity: that of the stamp entity is a time, and the others' is a hint that the client wears down. */
    private static Map<String, JsonElement> creatures(JsonObject client) {
        Map<String, JsonElement> creatures = new TreeMap<>();
        client.getAsJsonObject("entities").asMap().forEach((id, entity) -> {
            JsonObject state = entity.getAsJsonObject().deepCopy();
            if (state.get("creature").getAsBoolean()) {
                state.remove("velocity");
                state.remove("uuid");
                creatures.put(id, state);
            }
        });
        return creatures;
    }

    private static List<Integer> spokenLines(JsonObject client) {
        return texts(client, "chat").stream()
                .map(LINE::matcher)
                .filter(Matcher::find)
                .map(matcher -> Integer.valueOf(matcher.group(1)))
                .toList();
    }

    private static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value.isJsonNull() ? "" : value.getAsString();
    }

    private static List<String> texts(JsonObject object, String name) {
        return elements(object.getAsJsonArray(name))
                .map(JsonElement::getAsString)
                .toList();
    }

    private static Stream<JsonElement> elements(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
