package dev.sluice.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.priority.LinkPressure;
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
                Shown.plain(NetstatsLine.render(Shown.stats(64_000, 41_000, 142, 2, 12))));
    }

    @Test
    void render_defaultBudget_is125KilobytesASecond() {
        assertEquals(
                "Budget: 125 KB/s, used: 0 KB/s · RTT – · every tick · 0 deferred",
                Shown.plain(NetstatsLine.render(Shown.stats(125_000, 0, Double.NaN, 1, 0))));
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
    @CsvSource({"1,FREE,green", "1,FULL,green", "1,CONGESTED,yellow", "2,FREE,yellow", "3,FREE,yellow", "4,FULL,red"})
    void interval_ticks_isColoured(int ticks, LinkPressure pressure, String colour) {
        assertEquals(NamedTextColor.NAMES.value(colour), Colours.interval(ticks, pressure));
    }

    @Test
    void render_automaticBudget_saysSo() {
        assertEquals(
                "Budget: 118 KB/s (auto), used: 41 KB/s · RTT 42 ms · every tick · 0 deferred",
                Shown.plain(NetstatsLine.render(Shown.automatic(118_000, LinkPressure.FREE))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"FULL|every tick, far ones less", "CONGESTED|at most every tick"})
    void render_linkThatIsNotFree_saysWhatItDoesToEntities(LinkPressure pressure, String expected) {
        String line = Shown.plain(NetstatsLine.render(Shown.automatic(118_000, pressure)));

        assertTrue(line.endsWith(" · " + expected + " · 0 deferred"), line);
    }

    @Test
    void render_valueInTheLine_hasItsColour() {
        Component line = NetstatsLine.render(Shown.stats(64_000, 70_000, 400, 4, 3));

        assertEquals(NamedTextColor.RED, colourOf(line, "70 KB/s"));
        assertEquals(NamedTextColor.RED, colourOf(line, "400 ms"));
        assertEquals(NamedTextColor.RED, colourOf(line, "every 4th tick"));
        assertEquals(NamedTextColor.YELLOW, colourOf(line, "3 deferred"));
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
