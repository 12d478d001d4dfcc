package dev.sluice.engine.priority;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Orders what is held for one client (seed 000): within a class what is overdue by deadline, then by score; between the
 * classes by {@link FairShares}, and what the shares leave over to overdue messages of any class, then strictly by
 * class. Its boosts live on whatever becomes of a pass. Confined to the client's thread.
 */
public final class PrioritizationManager {

    /** The largest slice of a target that is asked for at once, in bytes: about one segment on the wire. */
    static final long SLICE_BYTES = 1_400;

    private static final MessagePriority[] CLASSES = MessagePriority.values();

    private final FairShares shares;
    private final EntityPriorities entities = new EntityPriorities();

    public PrioritizationManager(Map<MessagePriority, Double> shares) {
        this.shares = new FairShares(shares);
    }

    /** Changes the classes' guaranteed shares, as fractions of the budget. */
    public void reconfigure(Map<MessagePriority, Double> newShares) {
        shares.reconfigure(newShares);
    }

    /**
     * One target that has something to send.
     *
     * @param overdueNanos for how long it has been overdue, 0 if it is not
     */
    private record Candidate(TargetBacklog backlog, double score, long overdueNanos) {}

    /** The ordered candidates of one class; {@code pendingBytes} is what the first still wants. */
    private static final class ClassQueue {
        final Deque<Candidate> candidates;
        long pendingBytes;

        ClassQueue(List<Candidate> ordered) {
            candidates = new ArrayDeque<>(ordered);
            loadFirst();
        }

        void loadFirst() {
            Candidate first = candidates.peekFirst();
            pendingBytes = first == null ? 0 : first.backlog().readyBytes(Long.MAX_VALUE);
        }

        long nextSliceBytes() {
            return Math.min(pendingBytes, SLICE_BYTES);
        }
    }

    /**
     * Returns what deserves the client's credit now, the first first: a little more than fits, so that what did not fit
     * is reported. Empty when nothing held may go.
     */
    public List<ReplicationRequest> gather(ClientView client, long tick) {
        Map<MessagePriority, ClassQueue> queues = new EnumMap<>(MessagePriority.class);
        for (MessagePriority messageClass : CLASSES) {
            List<Candidate> ordered = candidates(client, messageClass, tick);
            if (!ordered.isEmpty()) {
                queues.put(messageClass, new ClassQueue(ordered));
            }
            shares.backlogged(messageClass.ordinal(), !ordered.isEmpty());
        }
        shares.backlogged(FairShares.LEFTOVER, !queues.isEmpty());
        List<ReplicationRequest> requests = new ArrayList<>();
        FairShares plan = shares.copy();
        double wanted = 0;
        while (!queues.isEmpty() && wanted <= client.creditBytes() + SLICE_BYTES) {
            MessagePriority guaranteed = smallestFinish(queues, plan);
            MessagePriority leftover = leftoverClass(queues);
            boolean byShare = guaranteed != null
                    && plan.finishOf(
                                    guaranteed.ordinal(),
                                    queueOf(queues, guaranteed).nextSliceBytes())
                            <= plan.finishOf(
                                    FairShares.LEFTOVER,
                                    queueOf(queues, leftover).nextSliceBytes());
            MessagePriority chosen = byShare && guaranteed != null ? guaranteed : leftover;
            ClassQueue queue = queueOf(queues, chosen);
            Candidate candidate = queue.candidates.getFirst();
            long slice = queue.nextSliceBytes();
            requests.add(new ReplicationRequest(
                    candidate.backlog().target(),
                    candidate.backlog().componentMask(),
                    candidate.score(),
                    slice,
                    chosen,
                    byShare));
            plan.serve(byShare ? chosen.ordinal() : FairShares.LEFTOVER, slice);
            wanted += slice;
            queue.pendingBytes -= slice;
            if (queue.pendingBytes <= 0) {
                queue.candidates.removeFirst();
                queue.loadFirst();
                if (queue.candidates.isEmpty()) {
                    queues.remove(chosen);
                }
            }
        }
        return requests;
    }

    /** Books what a request was really sent. */
    public void onSent(ReplicationRequest request, long bytes, long tick) {
        shares.serve(request.guaranteed() ? request.messageClass().ordinal() : FairShares.LEFTOVER, bytes);
        if (request.target() instanceof Target.EntityTarget(int entityId)) {
            entities.sent(entityId, tick);
        }
    }

    /** Reacts to a request for which there was no budget left: an entity comes sooner in the next pass. */
    public void onDropped(ReplicationRequest request, long tick) {
        if (request.target() instanceof Target.EntityTarget(int entityId)) {
            entities.boost(entityId, tick);
        }
    }

    /** Forgets an entity that the client no longer has. */
    public void forget(int entityId) {
        entities.forget(entityId);
    }

    /** Forgets every entity: the client has a new world. */
    public void forgetAll() {
        entities.forgetAll();
    }

    private List<Candidate> candidates(ClientView client, MessagePriority messageClass, long tick) {
        List<Candidate> ordered = new ArrayList<>();
        for (TargetBacklog backlog : client.backlog(messageClass)) {
            if (isWithheld(client, backlog, tick) || backlog.readyBytes(1) == 0) {
                continue;
            }
            ordered.add(new Candidate(backlog, score(client, backlog, tick), overdueNanos(client, backlog)));
        }
        ordered.sort(Comparator.comparingLong(Candidate::overdueNanos)
                .thenComparingDouble(Candidate::score)
                .reversed()
                .thenComparingLong(candidate -> candidate.backlog().oldestSequence()));
        return ordered;
    }

    /** The update interval withholds an entity's state outside its ticks, and after one update within them. */
    private boolean isWithheld(ClientView client, TargetBacklog backlog, long tick) {
        return client.entityUpdateInterval() > 1
                && backlog.target() instanceof Target.EntityTarget(int entityId)
                && backlog.isStateOnly()
                && (!client.isUpdateDue(entityId, tick) || entities.wasSentIn(entityId, tick));
    }

    private double score(ClientView client, TargetBacklog backlog, long tick) {
        return switch (backlog.target()) {
            case Target.EntityTarget(int entityId) -> entities.score(entityId, tick);
            case Target.ChunkTarget(int x, int z) -> -client.viewpoint().chunkDistanceSquared(x, z);
            case Target.StreamTarget stream -> 0;
        };
    }

    private static @Nullable MessagePriority smallestFinish(Map<MessagePriority, ClassQueue> queues, FairShares plan) {
        MessagePriority best = null;
        double bestFinish = Double.POSITIVE_INFINITY;
        for (Map.Entry<MessagePriority, ClassQueue> entry : queues.entrySet()) {
            double finish =
                    plan.finishOf(entry.getKey().ordinal(), entry.getValue().nextSliceBytes());
            if (finish < bestFinish) {
                best = entry.getKey();
                bestFinish = finish;
            }
        }
        return best;
    }

    private static MessagePriority leftoverClass(Map<MessagePriority, ClassQueue> queues) {
        MessagePriority best = queues.keySet().iterator().next();
        long bestOverdue = 0;
        for (Map.Entry<MessagePriority, ClassQueue> entry : queues.entrySet()) {
            long overdue = entry.getValue().candidates.getFirst().overdueNanos();
            if (overdue > bestOverdue) {
                best = entry.getKey();
                bestOverdue = overdue;
            }
        }
        return best;
    }

    private static long overdueNanos(ClientView client, TargetBacklog backlog) {
        long deadline = backlog.earliestDeadlineNanos();
        return deadline == TargetBacklog.NO_DEADLINE ? 0 : Math.max(0, client.nowNanos() - deadline);
    }

    private static ClassQueue queueOf(Map<MessagePriority, ClassQueue> queues, MessagePriority messageClass) {
        ClassQueue queue = queues.get(messageClass);
        if (queue == null) {
            throw new IllegalStateException("expected " + messageClass + " to be backlogged");
        }
        return queue;
    }
}
