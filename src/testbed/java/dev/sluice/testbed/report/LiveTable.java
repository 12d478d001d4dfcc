package dev.sluice.testbed.report;

import dev.sluice.engine.stats.BandwidthStats;
import java.util.List;
import java.util.Locale;

/** The table of the terminal, as text. */
public final class LiveTable {
    private static final String HEADER = String.format(
            Locale.ROOT,
            "%-16s %8s %11s %11s %7s %9s %9s %9s %7s %10s",
            "client",
            "RTT",
            "budget",
            "used",
            "held",
            "deferred",
            "merged",
            "dropped",
            "chunks",
            "sent");

    private LiveTable() {}

    /** One line for the header and one for each client that is online. */
    public static List<String> lines(List<ClientReport> clients) {
        List<String> lines = new java.util.ArrayList<>();
        lines.add(HEADER);
        clients.stream().filter(ClientReport::online).map(LiveTable::line).forEach(lines::add);
        return List.copyOf(lines);
    }

    private static String line(ClientReport client) {
        BandwidthStats sluice = client.sluice();
        String counted = sluice == null
                ? String.format(
                        Locale.ROOT,
                        "%8s %11s %11s %7s %9s %9s %9s",
                        client.rttMillis() + " ms",
                        "-",
                        "-",
                        "-",
                        "-",
                        "-",
                        "-")
                : String.format(
                        Locale.ROOT,
                        "%8s %11s %11s %7d %9d %9d %9d",
                        Double.isNaN(sluice.rttMillis()) ? "?" : Math.round(sluice.rttMillis()) + " ms",
                        kilobytes(sluice.budgetBytesPerSecond()) + "/s",
                        kilobytes(sluice.currentBytesPerSecond()) + "/s",
                        sluice.heldMessages(),
                        sluice.deferred(),
                        sluice.merged(),
                        sluice.dropped());
        return String.format(
                Locale.ROOT,
                "%-16s %s %7d %10s",
                client.name(),
                counted,
                client.chunks(),
                kilobytes(client.wireBytes()));
    }

    private static String kilobytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f KB", bytes / 1000.0);
    }
}
