package dev.sluice.sim.link;

import java.util.List;

/**
 * What a link will do; known in advance, so that a simulation is a function of its inputs.
 *
 * @param bytesPerSecond the rate from the start on, at least 1
 * @param rttNanos the round-trip time of an idle link, at least 0
 * @param bufferBytes how much the bottleneck queues, at least 1; what does not fit waits in the sender's socket
 * @param steps changes of the rate, in any order
 * @param stalls times in which nothing gets through, in any order
 */
public record LinkPlan(long bytesPerSecond, long rttNanos, long bufferBytes, List<Step> steps, List<Stall> stalls) {

    /** From a time on the rate is another one, at least 1 byte a second. */
    public record Step(long atNanos, long bytesPerSecond) {
        public Step {
            if (atNanos < 0 || bytesPerSecond < 1) {
                throw new IllegalArgumentException("expected a time from 0 on and a rate of at least 1, found "
                        + atNanos + " ns, " + bytesPerSecond + " B/s");
            }
        }
    }

    /** From a time on nothing gets through for so long. */
    public record Stall(long atNanos, long nanos) {
        public Stall {
            if (atNanos < 0 || nanos < 0) {
                throw new IllegalArgumentException(
                        "expected times of at least 0, found " + atNanos + " ns, " + nanos + " ns");
            }
        }
    }

    public LinkPlan {
        if (bytesPerSecond < 1 || rttNanos < 0 || bufferBytes < 1) {
            throw new IllegalArgumentException("expected a rate, a round-trip time and a buffer, found "
                    + bytesPerSecond + " B/s, " + rttNanos + " ns, " + bufferBytes + " B");
        }
        steps = List.copyOf(steps);
        stalls = List.copyOf(stalls);
    }

    /** A link that never changes. */
    public static LinkPlan steady(long bytesPerSecond, long rttNanos, long bufferBytes) {
        return new LinkPlan(bytesPerSecond, rttNanos, bufferBytes, List.of(), List.of());
    }
}
