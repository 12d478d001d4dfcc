package dev.sluice.engine.priority;

import java.util.EnumMap;
import java.util.Map;

/**
 * Start-time fair queueing (Goyal, Vin, Cheng 1996) over the six classes and one more lane for what their shares leave
 * over. A class that was idle starts at the present virtual time: it saves up nothing, and its first message goes
 * before the backlog of a class with a message just served. Confined to the client's thread.
 */
final class FairShares {

    /** The lane of what is left over. */
    static final int LEFTOVER = MessagePriority.values().length;

    /** What the left-over lane gets at least, so that overdue messages always move. */
    private static final double MIN_LEFTOVER = 0.05;

    private final double[] weights = new double[LEFTOVER + 1];
    private final double[] finish = new double[LEFTOVER + 1];
    private double virtualTime;

    FairShares(Map<MessagePriority, Double> shares) {
        reconfigure(shares);
    }

    private FairShares(FairShares other) {
        System.arraycopy(other.weights, 0, weights, 0, weights.length);
        System.arraycopy(other.finish, 0, finish, 0, finish.length);
        virtualTime = other.virtualTime;
    }

    void reconfigure(Map<MessagePriority, Double> shares) {
        Map<MessagePriority, Double> all = new EnumMap<>(MessagePriority.class);
        all.putAll(shares);
        double sum = 0;
        for (MessagePriority messageClass : MessagePriority.values()) {
            double weight = all.getOrDefault(messageClass, 0.0);
            weights[messageClass.ordinal()] = weight;
            sum += weight;
        }
        weights[LEFTOVER] = Math.max(MIN_LEFTOVER, 1 - sum);
    }

    FairShares copy() {
        return new FairShares(this);
    }

    /** The virtual time at which bytes of a lane would be finished; infinite for a lane without a share. */
    double finishOf(int lane, long bytes) {
        return weights[lane] <= 0
                ? Double.POSITIVE_INFINITY
                : Math.max(virtualTime, finish[lane]) + bytes / weights[lane];
    }

    /** Books bytes on a lane. */
    void serve(int lane, long bytes) {
        if (weights[lane] <= 0) {
            return;
        }
        double start = Math.max(virtualTime, finish[lane]);
        finish[lane] = start + bytes / weights[lane];
        virtualTime = start;
    }
}
