package dev.sluice.engine.priority;

import java.util.Map;

/**
 * Fair queueing over the six classes and one more lane for what their shares leave over: the lane whose next slice would
 * finish first in virtual time is served (self-clocked fair queueing, Golestani 1994, with start tags after Goyal, Vin,
 * Cheng 1996). A lane that was idle starts at the present virtual time: it saves up nothing, and its first small message
 * goes before the backlog of a lane that was just served. Confined to the client's thread.
 */
final class FairShares {

    /** The lane of what is left over. */
    static final int LEFTOVER = MessagePriority.values().length;

    /** What the left-over lane gets at least, so that overdue messages always move. */
    private static final double MIN_LEFTOVER = 0.05;

    private final double[] weights = new double[LEFTOVER + 1];

    /** Where each backlogged lane's next slice starts in virtual time; kept while it is idle. */
    private final double[] start = new double[LEFTOVER + 1];

    private final boolean[] backlogged = new boolean[LEFTOVER + 1];
    private double virtualTime;

    FairShares(Map<MessagePriority, Double> shares) {
        reconfigure(shares);
    }

    private FairShares(FairShares other) {
        System.arraycopy(other.weights, 0, weights, 0, weights.length);
        System.arraycopy(other.start, 0, start, 0, start.length);
        System.arraycopy(other.backlogged, 0, backlogged, 0, backlogged.length);
        virtualTime = other.virtualTime;
    }

    void reconfigure(Map<MessagePriority, Double> shares) {
        double sum = 0;
        for (MessagePriority messageClass : MessagePriority.values()) {
            double weight = shares.getOrDefault(messageClass, 0.0);
            weights[messageClass.ordinal()] = weight;
            sum += weight;
        }
        weights[LEFTOVER] = Math.max(MIN_LEFTOVER, 1 - sum);
    }

    FairShares copy() {
        return new FairShares(this);
    }

    /** Says whether a lane has something to send. Newly backlogged lanes start now. */
    void backlogged(int lane, boolean has) {
        if (has && !backlogged[lane]) {
            start[lane] = Math.max(virtualTime, start[lane]);
        }
        backlogged[lane] = has;
    }

    /** The virtual time at which bytes of a lane would be finished; infinite for a lane without a share. */
    double finishOf(int lane, long bytes) {
        return weights[lane] <= 0 ? Double.POSITIVE_INFINITY : start[lane] + bytes / weights[lane];
    }

    /** Books bytes on a lane. */
    void serve(int lane, long bytes) {
        if (weights[lane] > 0) {
            virtualTime = Math.max(virtualTime, start[lane]);
            start[lane] += bytes / weights[lane];
        }
    }
}
