package dev.sluice.overlay;

import dev.sluice.engine.adapt.RateReason;
import dev.sluice.engine.stats.BandwidthStats;
import net.kyori.adventure.text.Component;

/** The overlay's one line. */
public final class NetstatsLine {

    private static final Component SEPARATOR = Component.text(" · ", Colours.LABEL);

    private NetstatsLine() {}

    /**
     * Renders {@code Budget: 64 KB/s, used: 41 KB/s · RTT 142 ms · every 2nd tick · 12 deferred}, with {@code 64 KB/s (auto)}
     * if the budget follows the link. Any thread.
     *
     * @return the line; 1 KB is 1 000 bytes
     */
    public static Component render(BandwidthStats stats) {
        long used = stats.currentBytesPerSecond();
        long budget = stats.budgetBytesPerSecond();
        int deferred = stats.messagesDeferredThisTick();
        return Component.text("Budget: ", Colours.LABEL)
                .append(Component.text(Units.rate(budget) + (isAutomatic(stats) ? " (auto)" : ""), Colours.VALUE))
                .append(Component.text(", used: ", Colours.LABEL))
                .append(Component.text(Units.rate(used), Colours.used(used, budget)))
                .append(SEPARATOR)
                .append(Component.text("RTT ", Colours.LABEL))
                .append(Component.text(Units.millis(stats.rttMillis()), Colours.rtt(stats.rttMillis())))
                .append(SEPARATOR)
                .append(Component.text(
                        EntityLine.brief(stats), Colours.interval(stats.adaptiveInterval(), stats.pressure())))
                .append(SEPARATOR)
                .append(Component.text(deferred + " deferred", Colours.waiting(deferred)));
    }

    private static boolean isAutomatic(BandwidthStats stats) {
        return stats.link().reason() != RateReason.FIXED;
    }

    /** What the overlay shows a player whose connection Sluice does not manage. Any thread. */
    public static Component unmanaged() {
        return Component.text("Sluice does not manage this connection: no budget applies", Colours.LABEL);
    }
}
