package dev.sluice.overlay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.adapt.LinkEstimate;
import dev.sluice.engine.adapt.NetworkHealth;
import dev.sluice.engine.adapt.NetworkHealth.Status;
import dev.sluice.engine.adapt.RateReason;
import dev.sluice.engine.port.LinkReading;
import dev.sluice.engine.priority.LinkPressure;
import dev.sluice.engine.schedule.NetworkProfiles;
import dev.sluice.engine.stats.BandwidthStats;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class NetstatsReportTest {

    private static final ProfileView PROFILE = new ProfileView(NetworkProfiles.SANDBOX, "by world");
    private static final DeliveryView CONFIRMED = delivery(Status.HEALTHY, 12_000, 0, 0, 35, 0);

    @Test
    void report_stats_namesPlayerTotalsAndWhatIsOfTheLastSeconds() {
        assertEquals(
                List.of(
                        "Ada: Budget: 64 KB/s, used: 41 KB/s · RTT 142 ms · every 2nd tick · 12 deferred",
                        "  Link: fixed at 64 KB/s, seen by ping · RTT 142 ms",
                        "  Client: confirms what it is sent, last 35 ms ago · 12 KB on their way",
                        "  profile sandbox (by world), hybrid clock · entities every 2nd tick",
                        "  average 40 KB/s, peak 63 KB/s of the last 30 s · sent 2000 KB · of it past the budget 500 KB",
                        "  held now 7 (9 KB, about 60 KB of memory) · deferred 100 · merged 20 · dropped 3 · taken along 4"
                                + " · known already 5"),
                report(Shown.stats(64_000, 41_000, 142, 2, 12)));
    }

    @Test
    void report_automaticBudget_saysWhatWasDecidedAndWhy() {
        assertEquals(
                "  Link: finds 118 KB/s (growing) by tcp_info · path carries 112 KB/s · RTT 42 ms, 38 without queue ·"
                        + " queue 9 ms",
                report(Shown.automatic(118_000, LinkPressure.FREE)).get(1));
    }

    @Test
    void report_budgetBelowWhatTheLinkCarries_namesTheLimit() {
        assertEquals(
                "  Link: finds 118 KB/s (growing) by tcp_info · the server's limit leaves 60 KB/s · path carries 112 KB/s ·"
                        + " RTT 42 ms, 38 without queue · queue 9 ms",
                report(Shown.automatic(60_000, LinkPressure.FREE)).get(1));
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
        String line =
                report(Shown.automatic(118_000, LinkPressure.FREE, reading)).get(1);

        assertTrue(line.endsWith("queue 9 ms" + expected), line);
    }

    @ParameterizedTest
    @EnumSource(RateReason.class)
    void report_anyReason_isSaid(RateReason reason) {
        LinkEstimate link = new LinkEstimate(
                reason, "markers", 99_000, Double.NaN, Double.NaN, Double.NaN, 9, true, LinkReading.NOTHING);
        String line =
                report(Shown.stats(99_000, 0, 1, 1, 0, LinkPressure.FREE, link)).get(1);

        assertTrue(line.matches("  Link: (finds|fixed at) 99 KB/s.* by markers · queue 9 ms · behind a proxy"), line);
    }

    @Test
    void report_fullLink_saysHowOftenEntitiesAreUpdatedWhere() {
        assertEquals(
                "  profile sandbox (by world), hybrid clock · entities every tick when close, as something waits; others"
                        + " every 4th tick up to 24 blocks, every 6th tick up to 64, every 10th tick beyond",
                report(Shown.automatic(118_000, LinkPressure.FULL)).get(3));
        assertEquals(
                "  profile sandbox (by world), hybrid clock · entities every 4th tick up to 24 blocks, every 6th tick up"
                        + " to 64, every 10th tick beyond, as their updates do not fit",
                report(Shown.automatic(118_000, LinkPressure.CONGESTED)).get(3));
    }

    @Test
    void report_fullLinkAndShorterIntervals_saysTheOnesThatHold() {
        ProfileView profile = new ProfileView(NetworkProfiles.CO_OP, "by default");
        String line = report(
                        Shown.automatic(118_000, LinkPressure.FULL),
                        new ConnectionView(profile, CONFIRMED, Optional.empty()))
                .get(3);
        assertTrue(
                line.endsWith("every 3rd tick up to 32 blocks, every 3rd tick up to 64, every 4th tick beyond"), line);
    }

    /** It is raised step by step, long after the last one has gone. */
    @Test
    void report_loweredViewDistanceAndNothingHeld_saysWhatWas() {
        List<String> lines =
                report(Shown.idle(), new ConnectionView(PROFILE, CONFIRMED, Optional.of(new ViewLimit(7, 10))));

        assertEquals("  chunks are sent up to 7 away, 10 without Sluice: too many waited", lines.get(4));
        assertTrue(lines.get(6).startsWith("  held now 0 ("), lines::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNKNOWN|0|0|0|60000|0|has answered no marker, so that a stall would not be seen",
                "STALLED|48000|1|5|3240|0|stalled, no answer for 3.2 s · 48 KB on their way · 1 reliable message unconfirmed"
                        + " · asked again 5 times",
                "RECOVERING|200|2|0|10|1|answers again, not yet all that was sent during the stall · <1 KB on their way"
                        + " · 2 reliable messages unconfirmed · the server's tick stayed away 1 time"
            })
    void report_whatTheClientConfirms_isSaid(
            Status status,
            long inFlight,
            long unconfirmed,
            long remarks,
            double sinceMillis,
            long substitutions,
            String expected) {
        DeliveryView delivery = delivery(status, inFlight, unconfirmed, remarks, sinceMillis, substitutions);

        assertEquals(
                "  Client: " + expected,
                report(Shown.idle(), new ConnectionView(PROFILE, delivery, Optional.empty()))
                        .get(2));
    }

    /** Health is up to a tick old, and answers may have come meanwhile. */
    @Test
    void deliveryView_clockThatStandsBeforeTheAnswer_isNotNegative() {
        NetworkHealth health = new NetworkHealth(Status.HEALTHY, 2_000_000, 0, 0, 0, 0, 42);

        assertEquals(0, DeliveryView.of(health, 1_000_000, 0).sinceConfirmedMillis());
        assertEquals(3, DeliveryView.of(health, 5_000_000, 0).sinceConfirmedMillis());
    }

    private static DeliveryView delivery(
            Status status, long inFlight, long unconfirmed, long remarks, double sinceMillis, long substitutions) {
        return new DeliveryView(
                new NetworkHealth(status, 0, 0, inFlight, unconfirmed, remarks, 42), sinceMillis, substitutions);
    }

    private static List<String> report(BandwidthStats stats) {
        return report(stats, new ConnectionView(PROFILE, CONFIRMED, Optional.empty()));
    }

    private static List<String> report(BandwidthStats stats, ConnectionView connection) {
        return NetstatsReport.render("Ada", stats, connection).stream()
                .map(Shown::plain)
                .toList();
    }
}
