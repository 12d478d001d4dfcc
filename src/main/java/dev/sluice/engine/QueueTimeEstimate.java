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
 * processor sharing, and when one is empty the others share anew. Messages lag behind such fluids by at most one message
 * of another class (Parekh and Gallager, 1993), on average by half of one. Confined to the client's thread.
 */
final class QueueTimeEstimate {

    private static final MessagePriority[] CLASSES = MessagePriority.values();

    private final PacketManager packets;
    private final PrioritizationManager priorities;
    private final TokenBucket bucket;
    private final double[] remaining = new double[CLASSES.length];
    private long quantumNanos;
    private final double[] share = new double[CLASSES.length];

    QueueTimeEstimate(PacketManager packets, PrioritizationManager priorities, TokenBucket bucket) {
        this.packets = packets;
        this.priorities = priorities;
        this.bucket = bucket;
    }

    /** The estimates at a time, with so long between two passes. */
    QueueTimes at(long nowNanos, long betweenPassesNanos) {
        quantumNanos = betweenPassesNanos;
        if (packets.heldMessages() == 0 && bucket.hasCredit()) {
            return QueueTimes.NONE;
        }
        Map<MessagePriority, Double> millis = new EnumMap<>(MessagePriority.class);
        int backlogged = 0;
        for (MessagePriority messageClass : CLASSES) {
            remaining[messageClass.ordinal()] = packets.heldBytes(messageClass);
            if (remaining[messageClass.ordinal()] > 0) {
                backlogged |= 1 << messageClass.ordinal();
            }
        }
        for (MessagePriority messageClass : CLASSES) {
            if (remaining[messageClass.ordinal()] <= 0) {
                millis.put(messageClass, millisUntil(lagBytes(messageClass, backlogged)));
            }
        }
        double served = 0;
        double overdueFrom = bytesUntilOverdue(nowNanos);
        while (backlogged != 0) {
            boolean overdue = served >= overdueFrom;
            setShares(backlogged, overdue);
            served += drain(overdue ? Double.POSITIVE_INFINITY : overdueFrom - served);
            for (MessagePriority messageClass : CLASSES) {
                int bit = 1 << messageClass.ordinal();
                if ((backlogged & bit) != 0 && remaining[messageClass.ordinal()] < 0.5) {
                    backlogged &= ~bit;
                    millis.put(messageClass, millisUntil(served + lagBytes(messageClass, backlogged)));
                }
            }
        }
        return new QueueTimes(millis);
    }

    /** After so many bytes something is overdue and takes what the shares leave over. */
    private double bytesUntilOverdue(long nowNanos) {
        long latest = Long.MIN_VALUE;
        for (MessagePriority messageClass : CLASSES) {
            if (packets.hasDeadline(messageClass)) {
                latest = Math.max(latest, packets.overdueNanos(messageClass, nowNanos));
            }
        }
        return latest == Long.MIN_VALUE ? Double.POSITIVE_INFINITY : Math.max(0, bucket.bytesEarnedIn(-latest));
    }

    /**
     * What the shares leave over goes to the most urgent class; once something is overdue, to all that have deadlines by
     * what they hold, since the oldest goes first.
     */
    private void setShares(int backlogged, boolean overdue) {
        double left = 1;
        double dated = 0;
        for (MessagePriority messageClass : CLASSES) {
            share[messageClass.ordinal()] = priorities.guaranteedShareAmong(messageClass, backlogged);
            left -= share[messageClass.ordinal()];
            dated += hasDeadlines(messageClass) ? Math.max(0, remaining[messageClass.ordinal()]) : 0;
        }
        if (overdue && dated > 0.5) {
            for (MessagePriority messageClass : CLASSES) {
                share[messageClass.ordinal()] +=
                        hasDeadlines(messageClass) ? left * Math.max(0, remaining[messageClass.ordinal()]) / dated : 0;
            }
        } else {
            share[Integer.numberOfTrailingZeros(backlogged)] += left;
        }
    }

    private static boolean hasDeadlines(MessagePriority messageClass) {
        return messageClass != MessagePriority.CHUNK_DATA;
    }

    /** Lets the backlogs drain until one is empty; returns the bytes of all that go meanwhile. */
    private double drain(double atMost) {
        double bytes = atMost;
        for (int i = 0; i < share.length; i++) {
            if (share[i] > 0 && remaining[i] > 0) {
                bytes = Math.min(bytes, remaining[i] / share[i]);
            }
        }
        for (int i = 0; i < share.length; i++) {
            remaining[i] -= bytes * share[i];
        }
        return bytes;
    }

    /** Half a message of another class that still has some. */
    private double lagBytes(MessagePriority messageClass, int backlogged) {
        double largest = 0;
        for (MessagePriority other : CLASSES) {
            if (other != messageClass && (backlogged & (1 << other.ordinal())) != 0) {
                largest = Math.max(largest, packets.meanHeldBytes(other));
            }
        }
        return largest / 2;
    }

    /** Credit is spent when the next pass comes, on average half a quantum after it was earned. */
    private double millisUntil(double bytes) {
        double nanos = bucket.nanosUntilEarned(bytes);
        return nanos <= 0 ? 0 : (nanos + 0.5 * quantumNanos) / 1e6;
    }
}
