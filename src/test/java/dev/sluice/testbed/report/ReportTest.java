package dev.sluice.testbed.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.sluice.engine.adapt.LinkEstimate;
import dev.sluice.engine.priority.LinkPressure;
import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.engine.stats.QueueTimes;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    private static ClientReport client(String name, boolean online, @Nullable BandwidthStats sluice) {
        return new ClientReport(name, ID, online, 20, 3000, 1500, 7, Map.of("KeepAlivePacket", 1L), sluice);
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
