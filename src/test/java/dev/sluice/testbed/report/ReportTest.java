package dev.sluice.testbed.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.sluice.engine.adapt.LinkEstimate;
import dev.sluice.engine.priority.LinkPressure;
import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.engine.stats.QueueTimes;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ReportTest {
    private static final UUID ID = new UUID(1, 2);

    @Test
    void json_unknownRoundTripTime_isNullOnOneLine() {
        String json = ReportJson.of(true, 2.5, List.of(client("Ann", true, stats(Double.NaN))));

        assertEquals(1, json.lines().count());
        JsonObject ann = JsonParser.parseString(json)
                .getAsJsonObject()
                .getAsJsonArray("clients")
                .get(0)
                .getAsJsonObject();
        assertTrue(ann.getAsJsonObject("sluice").get("rttMillis").isJsonNull());
        assertEquals(2048, ann.getAsJsonObject("sluice").get("wireBytes").getAsLong());
        assertEquals(8192, ann.getAsJsonObject("sluice").get("heldHeapBytes").getAsLong());
        assertEquals(3000, ann.get("wireBytes").getAsLong());
    }

    @Test
    void json_withoutPlugin_saysSo() {
        JsonObject report = JsonParser.parseString(ReportJson.of(false, 1, List.of(client("Ann", true, null))))
                .getAsJsonObject();

        assertFalse(report.get("plugin").getAsBoolean());
        assertTrue(report.getAsJsonArray("clients")
                .get(0)
                .getAsJsonObject()
                .get("sluice")
                .isJsonNull());
    }

    @Test
    void table_clientsThatLeft_areNotShown() {
        List<String> lines = LiveTable.lines(List.of(client("Ann", true, stats(142)), client("Bob", false, stats(3))));

        assertEquals(2, lines.size());
        assertTrue(lines.get(1).startsWith("Ann"), lines::toString);
        assertTrue(lines.get(1).contains("142 ms"), lines::toString);
        assertTrue(lines.get(1).contains("125.0 KB/s"), lines::toString);
    }

    @Test
    void table_columns_alignWithAndWithoutPlugin() {
        List<String> lines = LiveTable.lines(List.of(client("Ann", true, stats(1)), client("Bob", true, null)));

        assertEquals(lines.get(0).length(), lines.get(1).length());
        assertEquals(lines.get(0).length(), lines.get(2).length());
    }

    @Test
    void draw_notOnATerminal_writesNoControlCharacters() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TerminalTable table = new TerminalTable(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);

        table.draw(List.of("a", "b"));
        table.draw(List.of("c"));

        assertEquals("a\nb\nc\n", bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void json_samplesOverTime_areInOrderWithTheirTimes() {
        Deque<Double> roundTrips = new ArrayDeque<>(List.of(20.0, 30.0));
        AtomicLong nanos = new AtomicLong(5_000_000);
        try (StatsSeries series =
                new StatsSeries(() -> List.of(stats(roundTrips.remove())), () -> nanos.getAndAdd(100_000_000))) {
            series.sample();
            series.sample();
            String json = ReportJson.of(true, 1, List.of(client("Ann", true, null, series)));

            JsonArray samples = JsonParser.parseString(json)
                    .getAsJsonObject()
                    .getAsJsonArray("clients")
                    .get(0)
                    .getAsJsonObject()
                    .getAsJsonArray("series");
            assertEquals(2, samples.size());
            JsonObject second = samples.get(1).getAsJsonObject();
            assertEquals(105, second.get("atMillis").getAsDouble());
            assertEquals(125_000, second.get("budgetBytesPerSecond").getAsLong());
            assertEquals("START", second.get("reason").getAsString());
            assertTrue(second.get("queueMillis").isJsonNull());
        }
    }

    @Test
    void series_playerThatWasNeverSeen_isEmpty() {
        try (StatsSeries series = new StatsSeries(() -> List.of(stats(1)), System::nanoTime)) {
            series.sample();
            assertEquals(List.of(), series.of(new UUID(3, 4)));
            assertEquals(1, series.of(ID).size());
        }
    }

    private static ClientReport client(String name, boolean online, @Nullable BandwidthStats sluice) {
        try (StatsSeries none = new StatsSeries(List::of, System::nanoTime)) {
            return client(name, online, sluice, none);
        }
    }

    private static ClientReport client(
            String name, boolean online, @Nullable BandwidthStats sluice, StatsSeries series) {
        return new ClientReport(
                name, ID, online, 20, 3000, 1500, 7, Map.of("KeepAlivePacket", 1L), sluice, series.of(ID));
    }

    private static BandwidthStats stats(double rttMillis) {
        return new BandwidthStats(
                ID,
                900,
                1000,
                800.5,
                3,
                1,
                125_000,
                rttMillis,
                2,
                4096,
                2048,
                1024,
                512,
                12,
                5,
                1,
                4,
                6,
                QueueTimes.NONE,
                LinkPressure.FREE,
                LinkEstimate.UNKNOWN,
                8192);
    }
}
