package dev.sluice.overlay;

import dev.sluice.engine.adapt.LinkEstimate;
import dev.sluice.engine.adapt.RateReason;
import dev.sluice.engine.port.LinkReading;
import dev.sluice.engine.priority.LinkPressure;
import dev.sluice.engine.stats.BandwidthStats;
import dev.sluice.engine.stats.QueueTimes;
import java.util.UUID;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.TextComponent;

/** Statistics to be shown, and what is shown without its colours. */
final class Shown {

    private Shown() {}

    static BandwidthStats automatic(long budget, LinkPressure pressure) {
        return automatic(budget, pressure, LinkReading.NOTHING);
    }

    static BandwidthStats automatic(long budget, LinkPressure pressure, LinkReading reading) {
        LinkEstimate link =
                new LinkEstimate(RateReason.GROWING, "tcp_info", 118_000, 112_000, 42, 38, 9, false, reading);
        return stats(budget, 41_000, 42, 1, 0, pressure, link);
    }

    /** Of a player for whom nothing waits any more. */
    static BandwidthStats idle() {
        LinkEstimate link = automatic(118_000, LinkPressure.FREE).link();
        return stats(118_000, 0, 42, 1, 0, LinkPressure.FREE, link, 0);
    }

    static BandwidthStats stats(long budget, long used, double rttMillis, int interval, int deferred) {
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

    static BandwidthStats stats(
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
                5,
                QueueTimes.NONE,
                pressure,
                link,
                heldMessages == 0 ? 0 : 60_000);
    }

    static String plain(Component component) {
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
}
