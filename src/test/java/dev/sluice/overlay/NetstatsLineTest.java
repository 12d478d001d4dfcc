package dev.sluice.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.adapt.LinkEstimate;
import dev.sluice.engine.adapt.RateReason;
import dev.sluice.engine.port.LinkReading;
import dev.sluice.engine.priority.LinkPressure;
import dev.sluice.engine.schedule.NetworkProfiles;
import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.engine.stats.QueueTimes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.TextComponent;
import net.kyori.adventure.text.format.NamedTextColor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
    @CsvSource({"1,FREE,green", "1,FULL,green", "1,CONGESTED,yellow", "2,FREE,yellow", "3,FREE,yellow", "4,FULL,red"})
    void interval_ticks_isColoured(int ticks, LinkPressure pressure, String colour) {
        assertEquals(NamedTextColor.NAMES.value(colour), Colours.interval(ticks, pressure));
    }

    @Test
    void render_automaticBudget_saysSo() {
        assertEquals(
                "Budget: 118 KB/s (auto), used: 41 KB/s · RTT 42 ms · every tick · 0 deferred",
                plain(NetstatsLine.render(automatic(118_000, LinkPressure.FREE))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"FULL|every tick, far ones less", "CONGESTED|at most every tick"})
    void render_linkThatIsNotFree_saysWhatItDoesToEntities(LinkPressure pressure, String expected) {
        String line = plain(NetstatsLine.render(automatic(118_000, pressure)));

        assertTrue(line.endsWith(" · " + expected + " · 0 deferred"), line);
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
        assertEquals(
                List.of(
                        "Ada: Budget: 64 KB/s, used: 41 KB/s · RTT 142 ms · every 2nd tick · 12 deferred",
                        "  Link: fixed at 64 KB/s, seen by ping · RTT 142 ms",
                        "  profile sandbox (by world), hybrid clock · entities every 2nd tick",
                        "  average 40 KB/s · peak 63 KB/s · sent 2000 KB · of it past the budget 500 KB",
                        "  held now 7 (9 KB, about 60 KB of memory) · deferred 100 · merged 20 · dropped 3 · taken along 4"),
                report(stats(64_000, 41_000, 142, 2, 12), Optional.empty()));
    }

    @Test
    void report_automaticBudget_saysWhatWasDecidedAndWhy() {
        assertEquals(
                "  Link: finds 118 KB/s (growing) by tcp_info · path carries 112 KB/s · RTT 42 ms, 38 without queue ·"
                        + " queue 9 ms",
                report(automatic(118_000, LinkPressure.FREE), Optional.empty()).get(1));
    }

    @Test
    void report_budgetBelowWhatTheLinkCarries_namesTheLimit() {
        assertEquals(
                "  Link: finds 118 KB/s (growing) by tcp_info · the server's limit leaves 60 KB/s · path carries 112 KB/s ·"
                        + " RTT 42 ms, 38 without queue · queue 9 ms",
                report(automatic(60_000, LinkPressure.FREE), Optional.empty()).get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "1400000, true, 0, ' · kernel measures at least 1400 KB/s'",
        "115000, false, 1, ' · kernel measures 115 KB/s · 1 segment sent again'",
        "NaN, false, 12, ' · 12 segments sent again'",
        "NaN, false, -1, ''"
    })
    void report_transportTells_addsWhatItMeasures(
            double bytesPerSecond, boolean applicationLimited, long retransmits, String expected) {
        LinkReading reading = new LinkReading(42, 38, 9_000, bytesPerSecond, applicationLimited, 0, 0, retransmits);
        String line = report(automatic(118_000, LinkPressure.FREE, reading), Optional.empty())
                .get(1);

        assertTrue(line.endsWith("queue 9 ms" + expected), line);
    }

    @ParameterizedTest
    @EnumSource(RateReason.class)
    void report_anyReason_isSaid(RateReason reason) {
        LinkEstimate link = new LinkEstimate(
                reason, "markers", 99_000, Double.NaN, Double.NaN, Double.NaN, 9, true, LinkReading.NOTHING);
        String line = report(stats(99_000, 0, 1, 1, 0, LinkPressure.FREE, link), Optional.empty())
                .get(1);

        assertTrue(line.matches("  Link: (finds|fixed at) 99 KB/s.* by markers · queue 9 ms · behind a proxy"), line);
    }

    @Test
    void report_fullLink_saysHowOftenEntitiesAreUpdatedWhere() {
        assertEquals(
                "  profile sandbox (by world), hybrid clock · entities every tick when close, as something waits; others"
                        + " every 4th tick up to 24 blocks, every 6th tick up to 64, every 10th tick beyond",
                report(automatic(118_000, LinkPressure.FULL), Optional.empty()).get(2));
        assertEquals(
                "  profile sandbox (by world), hybrid clock · entities every 4th tick up to 24 blocks, every 6th tick up"
                        + " to 64, every 10th tick beyond, as their updates do not fit",
                report(automatic(118_000, LinkPressure.CONGESTED), Optional.empty())
                        .get(2));
    }

    @Test
    void report_fullLinkAndShorterIntervals_saysTheOnesThatHold() {
        String line = NetstatsReport.render(
                        "Ada",
                        automatic(118_000, LinkPressure.FULL),
                        new ProfileView(NetworkProfiles.CO_OP, "by default"),
                        Optional.empty())
                .stream()
                .map(NetstatsLineTest::plain)
                .toList()
                .get(2);
        assertTrue(
                line.endsWith("every 3rd tick up to 32 blocks, every 3rd tick up to 64, every 4th tick beyond"), line);
    }

    /** It is raised step by step, long after the last one has gone. */
    @Test
    void report_loweredViewDistanceAndNothingHeld_saysWhatWas() {
        List<String> lines = report(idle(), Optional.of(new ViewLimit(7, 10)));

        assertEquals("  chunks are sent up to 7 away, 10 without Sluice: too many waited", lines.get(3));
        assertTrue(lines.get(5).startsWith("  held now 0 ("), lines::toString);
    }

    private static List<String> report(BandwidthStats stats, Optional<ViewLimit> view) {
        return NetstatsReport.render("Ada", stats, new ProfileView(NetworkProfiles.SANDBOX, "by world"), view).stream()
                .map(NetstatsLineTest::plain)
                .toList();
    }

    private static BandwidthStats automatic(long budget, LinkPressure pressure) {
        return automatic(budget, pressure, LinkReading.NOTHING);
    }

    private static BandwidthStats automatic(long budget, LinkPressure pressure, LinkReading reading) {
        LinkEstimate link =
                new LinkEstimate(RateReason.GROWING, "tcp_info", 118_000, 112_000, 42, 38, 9, false, reading);
        return stats(budget, 41_000, 42, 1, 0, pressure, link);
    }

    /** Of a player for whom nothing waits any more. */
    private static BandwidthStats idle() {
        LinkEstimate link = automatic(118_000, LinkPressure.FREE).link();
        return stats(118_000, 0, 42, 1, 0, LinkPressure.FREE, link, 0);
    }

    private static BandwidthStats stats(long budget, long used, double rttMillis, int interval, int deferred) {
        LinkEstimate link = new LinkEstimate(
                RateReason.FIXED,
                "ping",
                budget,
                Double.NaN,
                rttMillis,
                Double.NaN,
                Double.NaN,
                false,
                LinkReading.NOTHING);
        return stats(budget, used, rttMillis, interval, deferred, LinkPressure.FREE, link);
    }

    private static BandwidthStats stats(
            long budget,
            long used,
            double rttMillis,
            int interval,
            int deferred,
            LinkPressure pressure,
            LinkEstimate link) {
        return stats(budget, used, rttMillis, interval, deferred, pressure, link, 7);
    }

    private static BandwidthStats stats(
            long budget,
            long used,
            double rttMillis,
            int interval,
            int deferred,
            LinkPressure pressure,
            LinkEstimate link,
            int heldMessages) {
        return new BandwidthStats(
                new UUID(0, 1),
                used,
                63_000,
                40_000,
                deferred,
                interval,
                budget,
                rttMillis,
                heldMessages,
                heldMessages == 0 ? 0 : 9_000,
                2_000_000,
                1_500_000,
                500_000,
                100,
                20,
                3,
                4,
                0,
                QueueTimes.NONE,
                pressure,
                link,
                heldMessages == 0 ? 0 : 60_000);
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
