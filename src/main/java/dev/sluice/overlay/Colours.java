package dev.sluice.overlay;

import dev.sluice.engine.priority.LinkPressure;
import net.kyori.adventure.text.format.NamedTextColor;

/** What a colour says: green is as it should be, yellow is at work, red is felt by the player. */
final class Colours {

    static final NamedTextColor LABEL = NamedTextColor.GRAY;
    static final NamedTextColor VALUE = NamedTextColor.WHITE;

    /** From this part of the budget on, packets begin to wait. */
    private static final double NEAR_BUDGET = 0.8;

    private static final double NOTICEABLE_RTT_MILLIS = 150;
    private static final double SLOW_RTT_MILLIS = 300;

    private Colours() {}

    /** Green well below the budget, yellow near it, red beyond it: what is never held takes more than the budget. */
    static NamedTextColor used(long bytesPerSecond, long budgetBytesPerSecond) {
        if (bytesPerSecond > budgetBytesPerSecond) {
            return NamedTextColor.RED;
        }
        return bytesPerSecond >= NEAR_BUDGET * budgetBytesPerSecond ? NamedTextColor.YELLOW : NamedTextColor.GREEN;
    }

    /** Green up to 150 ms, yellow up to 300 ms, red above; grey while unknown. */
    static NamedTextColor rtt(double millis) {
        if (Double.isNaN(millis)) {
            return LABEL;
        }
        if (millis > SLOW_RTT_MILLIS) {
            return NamedTextColor.RED;
        }
        return millis > NOTICEABLE_RTT_MILLIS ? NamedTextColor.YELLOW : NamedTextColor.GREEN;
    }

    /** Green when every entity is updated each tick, yellow every 2nd or 3rd or if some do not fit, red less often. */
    static NamedTextColor interval(int ticks, LinkPressure pressure) {
        if (ticks > 3) {
            return NamedTextColor.RED;
        }
        return ticks > 1 || pressure == LinkPressure.CONGESTED ? NamedTextColor.YELLOW : NamedTextColor.GREEN;
    }

    /** Green when nothing waits, yellow when something does. */
    static NamedTextColor waiting(long messages) {
        return messages == 0 ? NamedTextColor.GREEN : NamedTextColor.YELLOW;
    }
}
