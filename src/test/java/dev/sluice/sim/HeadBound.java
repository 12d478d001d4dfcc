package dev.sluice.sim;

import dev.sluice.engine.priority.MessagePriority;
import java.util.Map;

/**
 * For how long a message may be at the head of a class with the share w at most:
 *
 * <pre>  (P·(1 − w)/w + ΣLₖ + D) / r + 2q</pre>
 *
 * where P is the largest message of its class, Lₖ the largest message of each other lane (every other class with a share,
 * and the lane of what is left over, which may carry any), D the largest message of all (the debt that may be open), r the
 * rate and q the time between two passes.
 *
 * @param largest the largest message of each class that sends any, in bytes
 */
record HeadBound(Map<MessagePriority, Integer> largest) {

    /** In seconds. */
    double seconds(
            MessagePriority messageClass,
            Map<MessagePriority, Double> shares,
            double bytesPerSecond,
            double quantumSeconds) {
        double share = shares.getOrDefault(messageClass, 0.0);
        double largestOfAll = 0;
        double others = 0;
        for (Map.Entry<MessagePriority, Integer> each : largest.entrySet()) {
            largestOfAll = Math.max(largestOfAll, each.getValue());
            boolean isOther = each.getKey() != messageClass && shares.containsKey(each.getKey());
            others += isOther ? each.getValue() : 0;
        }
        double own = largest.getOrDefault(messageClass, 0) * (1 - share) / share;
        return (own + others + largestOfAll + largestOfAll) / bytesPerSecond + 2 * quantumSeconds;
    }
}
