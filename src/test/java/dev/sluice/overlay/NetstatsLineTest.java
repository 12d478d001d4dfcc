package dev.sluice.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.adapt.LinkEstimate;
import dev.sluice.engine.priority.LinkPressure;
import dev.sluice.engine.schedule.ClockPolicy;
import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.engine.stats.QueueTimes;
import java.util.List;
import java.util.UUID;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.TextComponent;
import net.kyori.adventure.text.format.NamedTextColor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetstatsLineTest {

    @Test
    void render_seedDemo_readsAsInTheSeed() {
        assertEquals(
                "Budget: 64 KB/s, used: 41 KB/s · RTT 142 ms · every 2nd tick · 12 deferred",
                plain(NetstatsLine.render(stats(64_000, 41_000, 142, 2, 12))));
    }

    @Test
    void render_defaultBudget_is125KilobytesASecond() {
        assertEquals(
                "Budget: 125 KB/s, used: 0 KB/s · RTT – · every tick · 0 deferred",
                plain(NetstatsLine.render(stats(125_000, 0, Double.NaN, 1, 0))));
    }

    @ParameterizedTest
    @CsvSource({"1,every tick", "2,every 2nd tick", "3,every 3rd tick", "4,every 4th tick"})
    void interval_ticks_isOrdinal(int ticks, String expected) {
        assertEquals(expected, Units.interval(ticks));
    }

    @ParameterizedTest
    @CsvSource({"0,0 KB", "1,<1 KB", "999,<1 KB", "1499,1 KB", "1500,2 KB", "9999000,9999 KB", "12500000,12.5 MB"})
    void bytes_amount_isInDecimalUnits(long bytes, String expected) {
        assertEquals(expected, Units.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({"79,green", "80,yellow", "100,yellow", "101,red"})
    void used_partOfBudget_isColoured(long used, String colour) {
        assertEquals(NamedTextColor.NAMES.value(colour), Colours.used(used, 100));
    }

    @ParameterizedTest
    @CsvSource({"150,green", "150.1,yellow", "300,yellow", "301,red", "NaN,gray"})
    void rtt_millis_isColoured(double millis, String colour) {
        assertEquals(NamedTextColor.NAMES.value(colour), Colours.rtt(millis));
    }

    @ParameterizedTest
    @CsvSource({"1,green", "2,yellow", "3,yellow", "4,red"})
    void interval_ticks_isColoured(int ticks, String colour) {
        assertEquals(NamedTextColor.NAMES.value(colour), Colours.interval(ticks));
    }

    @Test
    void render_valueInTheLine_hasItsColour() {
        Component line = NetstatsLine.render(stats(64_000, 70_000, 400, 4, 3));

        assertEquals(NamedTextColor.RED, colourOf(line, "70 KB/s"));
        assertEquals(NamedTextColor.RED, colourOf(line, "400 ms"));
        assertEquals(NamedTextColor.RED, colourOf(line, "every 4th tick"));
        assertEquals(NamedTextColor.YELLOW, colourOf(line, "3 deferred"));
    }

    @Test
    void report_stats_namesPlayerAndTotals() {
        List<String> lines = NetstatsReport.render(
                        "Ada",
                        stats(64_000, 41_000, 142, 2, 12),
                        new ProfileView("action", ClockPolicy.HYBRID, "by world"))
                .stream()
                .map(NetstatsLineTest::plain)
                .toList();

        assertEquals(
                List.of(
                        "Ada: Budget: 64 KB/s, used: 41 KB/s · RTT 142 ms · every 2nd tick · 12 deferred",
                        "  profile action (by world), hybrid clock",
                        "  average 40 KB/s · peak 63 KB/s · sent 2000 KB · of it past the budget 500 KB",
                        "  held now 7 (9 KB, about 60 KB of memory) · deferred 100 · merged 20 · dropped 3 · taken along 4"),
                lines);
    }

    private static BandwidthStats stats(long budget, long used, double rttMillis, int interval, int deferred) {
        return new BandwidthStats(
                new UUID(0, 1),
                used,
                63_000,
                40_000,
                deferred,
                interval,
                budget,
                rttMillis,
                7,
                9_000,
                2_000_000,
                1_500_000,
                500_000,
                100,
                20,
                3,
                4,
                0,
                QueueTimes.NONE,
                LinkPressure.FREE,
                LinkEstimate.UNKNOWN,
                60_000);
    }

    private static String plain(Component component) {
        StringBuilder text = new StringBuilder();
        append(component, text);
        return text.toString();
    }

    private static void append(Component component, StringBuilder to) {
        if (component instanceof TextComponent text) {
            to.append(text.content());
        }
        component.children().forEach(child -> append(child, to));
    }

    private static @Nullable Object colourOf(Component line, String content) {
        return line.children().stream()
                .filter(child ->
                        child instanceof TextComponent text && text.content().equals(content))
                .findFirst()
                .orElseThrow()
                .color();
    }
}
