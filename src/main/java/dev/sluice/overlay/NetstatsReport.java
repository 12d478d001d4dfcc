package dev.sluice.overlay;

import dev.sluice.engine.budget.ClientBandwidthTracker;
import dev.sluice.engine.stats.BandwidthStats;
import java.util.ArrayList;
import java.util.List;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.format.NamedTextColor;

/** A player's statistics as chat lines, for an administrator. */
public final class NetstatsReport {

    private static final int TICKS_PER_SECOND = 20;
    private static final int HISTORY_SECONDS = ClientBandwidthTracker.MAX_HISTORY / TICKS_PER_SECOND;

    private NetstatsReport() {}

    /**
     * Renders the overlay's line, what is known of the link, what the client confirms, the profile, the last half a minute's
     * rates, and the totals since the player joined or Sluice was enabled. Any thread.
     */
    public static List<Component> render(String playerName, BandwidthStats stats, ConnectionView connection) {
        ProfileView profile = connection.profile();
        List<Component> lines = new ArrayList<>();
        lines.add(Component.text(playerName, Colours.VALUE)
                .append(Component.text(": ", Colours.LABEL))
                .append(NetstatsLine.render(stats)));
        lines.add(line(LinkLine.parts(stats)));
        lines.add(line(DeliveryLine.parts(connection.delivery())));
        lines.add(line(List.of(profile.inWords(), EntityLine.full(stats, profile.profile()))));
        connection
                .viewLimit()
                .ifPresent(limit -> lines.add(line(List.of("chunks are sent up to " + limit.chunks() + " away, "
                        + limit.withoutSluice() + " without Sluice: too many waited"))));
        lines.add(line(List.of(
                "average " + Units.rate(Math.round(stats.averageBytesPerSecond())) + ", peak "
                        + Units.rate(stats.peakBytesPerSecond()) + " of the last " + HISTORY_SECONDS + " s",
                "sent " + Units.bytes(stats.wireBytes()),
                "of it past the budget " + Units.bytes(stats.chargedBytes()))));
        lines.add(line(List.of(
                "held now " + stats.heldMessages() + " (" + Units.bytes(stats.heldBytes()) + ", about "
                        + Units.bytes(stats.heldHeapBytes()) + " of memory)",
                "deferred " + stats.deferred(),
                "merged " + stats.merged(),
                "dropped " + stats.dropped(),
                "taken along " + stats.takenAlong(),
                "known already " + stats.suppressed())));
        return List.copyOf(lines);
    }

    private static Component line(List<String> parts) {
        return Component.text("  " + String.join(" · ", parts), NamedTextColor.GRAY);
    }
}
