package dev.sluice.overlay;

import dev.sluice.engine.stats.BandwidthStats;
import java.util.List;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.format.NamedTextColor;

/** A player's statistics as chat lines, for an administrator. */
public final class NetstatsReport {

    private NetstatsReport() {}

    /** Renders the overlay's line, the profile, and the totals since the player joined. Any thread. */
    public static List<Component> render(String playerName, BandwidthStats stats, ProfileView profile) {
        return List.of(
                Component.text(playerName, Colours.VALUE)
                        .append(Component.text(": ", Colours.LABEL))
                        .append(NetstatsLine.render(stats)),
                line(profile.inWords()),
                line(
                        "average " + Units.rate(Math.round(stats.averageBytesPerSecond())),
                        "peak " + Units.rate(stats.peakBytesPerSecond()),
                        "sent " + Units.bytes(stats.wireBytes()),
                        "of it past the budget " + Units.bytes(stats.chargedBytes())),
                line(
                        "held now " + stats.heldMessages() + " (" + Units.bytes(stats.heldBytes()) + ", about "
                                + Units.bytes(stats.heldHeapBytes()) + " of memory)",
                        "deferred " + stats.deferred(),
                        "merged " + stats.merged(),
                        "dropped " + stats.dropped(),
                        "taken along " + stats.takenAlong()));
    }

    private static Component line(String... parts) {
        return Component.text("  " + String.join(" · ", parts), NamedTextColor.GRAY);
    }
}
