package dev.sluice.overlay;

import dev.sluice.engine.adapt.LinkEstimate;
import dev.sluice.engine.adapt.RateReason;
import dev.sluice.engine.port.LinkReading;
import dev.sluice.engine.stats.BandwidthStats;
import java.util.ArrayList;
import java.util.List;

/** What is known of a player's link and what was decided from it, in words. */
final class LinkLine {

    /** The rate that is gone by follows in steps of less than that. */
    private static final double LIMITED = 0.98;

    private LinkLine() {}

    /**
     * Such as {@code Link: finds 118 KB/s (growing) by tcp_info · path carries 112 KB/s · RTT 42 ms, 38 without queue ·
     * queue 9 ms}.
     */
    static List<String> parts(BandwidthStats stats) {
        LinkEstimate link = stats.link();
        List<String> parts = new ArrayList<>();
        parts.add("Link: " + rate(link));
        if (stats.budgetBytesPerSecond() < LIMITED * link.rateBytesPerSecond()) {
            parts.add("the server's limit leaves " + Units.rate(stats.budgetBytesPerSecond()));
        }
        if (!Double.isNaN(link.capacityBytesPerSecond())) {
            parts.add("path carries " + Units.rate(Math.round(link.capacityBytesPerSecond())));
        }
        if (!Double.isNaN(link.rttMillis())) {
            String base =
                    Double.isNaN(link.minRttMillis()) ? "" : ", " + Math.round(link.minRttMillis()) + " without queue";
            parts.add("RTT " + Units.millis(link.rttMillis()) + base);
        }
        if (!Double.isNaN(link.queueMillis())) {
            parts.add("queue " + Units.millis(link.queueMillis()));
        }
        if (link.proxied()) {
            parts.add("behind a proxy");
        }
        addTransport(link.transport(), parts);
        return parts;
    }

    /** What the rate does not follow from, but who reads it may want to compare. */
    private static void addTransport(LinkReading transport, List<String> parts) {
        if (!Double.isNaN(transport.deliveryBytesPerSecond())) {
            String least = transport.applicationLimited() ? "at least " : "";
            parts.add("kernel measures " + least + Units.rate(Math.round(transport.deliveryBytesPerSecond())));
        }
        if (transport.retransmits() > 0) {
            parts.add(transport.retransmits() + (transport.retransmits() == 1 ? " segment" : " segments")
                    + " sent again");
        }
    }

    private static String rate(LinkEstimate link) {
        String by = " by " + link.trusted();
        if (link.reason() == RateReason.FIXED) {
            return "fixed at " + Units.rate(link.rateBytesPerSecond()) + ", seen" + by;
        }
        return "finds " + Units.rate(link.rateBytesPerSecond()) + " (" + words(link.reason()) + ")" + by;
    }

    private static String words(RateReason reason) {
        return switch (reason) {
            case FIXED -> "fixed";
            case START -> "nothing seen yet";
            case PING -> "by the ping alone";
            case SEARCHING -> "searching";
            case GROWING -> "growing";
            case HOLDING -> "holding";
            case DRAINING -> "draining the queue";
            case MEASURING -> "measuring the empty path";
            case SHARING -> "sharing with others";
            case STALLED -> "nothing arrives";
        };
    }
}
