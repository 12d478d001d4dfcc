package dev.sluice.engine;

import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.packet.PacketManager;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.PrioritizationManager;
import dev.sluice.engine.stats.QueueTimes;
import java.util.EnumMap;
import java.util.Map;

/**
 * Predicts how long each class's backlog takes: the backlogs drain side by side by their shares, as in generalized
 * processor sharing (Parekh and Gallager, 1993), and when one is empty the others share anew. Confined to the client's
 * thread.
 */
final class QueueTimeEstimate {

    private static final MessagePriority[] CLASSES = MessagePriority.values();

    private final PacketManager packets;
    private final PrioritizationManager priorities;
    private final TokenBucket bucket;
    private final double[] remaining = new double[CLASSES.length];

    QueueTimeEstimate(PacketManager packets, PrioritizationManager priorities, TokenBucket bucket) {
        this.packets = packets;
        this.priorities = priorities;
        this.bucket = bucket;
    }

    QueueTimes now() {
        if (packets.heldMessages() == 0 && bucket.hasCredit()) {
            return QueueTimes.NONE;
        }
        Map<MessagePriority, Double> millis = new EnumMap<>(MessagePriority.class);
        int backlogged = 0;
        for (MessagePriority messageClass : CLASSES) {
            remaining[messageClass.ordinal()] = packets.heldBytes(messageClass);
            if (remaining[messageClass.ordinal()] > 0) {
                backlogged |= 1 << messageClass.ordinal();
            } else {
                millis.put(messageClass, millisUntil(0));
            }
        }
        double served = 0;
        while (backlogged != 0) {
            served += drainUntilOneIsEmpty(backlogged);
            for (MessagePriority messageClass : CLASSES) {
                int bit = 1 << messageClass.ordinal();
                if ((backlogged & bit) != 0 && remaining[messageClass.ordinal()] < 0.5) {
                    backlogged &= ~bit;
                    millis.put(messageClass, millisUntil(served));
                }
            }
        }
        return new QueueTimes(millis);
    }

    /** Returns the bytes of all classes that go meanwhile. */
    private double drainUntilOneIsEmpty(int backlogged) {
        double bytes = Double.POSITIVE_INFINITY;
        for (MessagePriority messageClass : CLASSES) {
            double share = priorities.shareAmong(messageClass, backlogged);
            if (share > 0) {
                bytes = Math.min(bytes, remaining[messageClass.ordinal()] / share);
            }
        }
        for (MessagePriority messageClass : CLASSES) {
            remaining[messageClass.ordinal()] -= bytes * priorities.shareAmong(messageClass, backlogged);
        }
        return bytes;
    }

    private double millisUntil(double bytes) {
        return bucket.nanosUntilEarned(bytes) / 1e6;
    }
}
