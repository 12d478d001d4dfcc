package dev.sluice.sim.links;

import dev.sluice.sim.link.LinkPlan;

/**
 * A player's link.
 *
 * @param proxied whether a proxy takes what the transport then believes to be delivered
 */
public record AccessLink(LinkPlan plan, boolean proxied) {

    /** When the rate changes, in nanoseconds; {@link Long#MAX_VALUE} if it never does. */
    long stepNanos() {
        return plan.steps().isEmpty() ? Long.MAX_VALUE : plan.steps().getFirst().atNanos();
    }

    /** The rate from the step on, in bytes a second; without a step the only one. */
    long lastRate() {
        return plan.steps().isEmpty()
                ? plan.bytesPerSecond()
                : plan.steps().getFirst().bytesPerSecond();
    }

    /** The rate at a time, in bytes a second. */
    long rateAt(long nanos) {
        return nanos < stepNanos() ? plan.bytesPerSecond() : lastRate();
    }

    /** The fastest that it ever is, in bytes a second. */
    long fastest() {
        return Math.max(plan.bytesPerSecond(), lastRate());
    }
}
