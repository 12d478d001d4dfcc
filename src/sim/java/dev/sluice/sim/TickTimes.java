package dev.sluice.sim;

import dev.sluice.sim.link.LinkPlan;
import java.util.List;

/** When the server's ticks run: evenly, except that a hitch holds them up and they are made up for afterwards. */
final class TickTimes {

    private static final long TICK_NANOS = 50_000_000L;

    /** What a tick takes at least when it is late. */
    private static final long SHORTEST_TICK_NANOS = 2_000_000L;

    private final List<LinkPlan.Stall> hitches;
    private long dueNanos;
    private long nanos;

    TickTimes(long firstNanos, List<LinkPlan.Stall> hitches) {
        this.hitches = hitches;
        this.dueNanos = firstNanos;
        this.nanos = afterHitches(firstNanos);
    }

    /** When the next tick runs. */
    long nanos() {
        return nanos;
    }

    /** The next tick has run. */
    void advance() {
        dueNanos += TICK_NANOS;
        nanos = afterHitches(Math.max(dueNanos, nanos + SHORTEST_TICK_NANOS));
    }

    private long afterHitches(long wanted) {
        long time = wanted;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (LinkPlan.Stall hitch : hitches) {
                if (hitch.atNanos() <= time && time < hitch.atNanos() + hitch.nanos()) {
                    time = hitch.atNanos() + hitch.nanos();
                    moved = true;
                }
            }
        }
        return time;
    }
}
