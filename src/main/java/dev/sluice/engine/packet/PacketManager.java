package dev.sluice.engine.packet;

import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.port.PacketComposer;
import dev.sluice.engine.port.PacketSink;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.ReplicationRequest;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.priority.TargetBacklog;
import dev.sluice.engine.stats.SessionCounters;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds one client's packets, keeps them in order along their keys, merges state, and releases what is asked for as long
 * as there is credit (seed 000's packetization side). It decides no priority. Confined to the client's thread; a packet
 * that is offered while another is being written (from a handler further down) is held like any other.
 */
public final class PacketManager {

    /** Hears what became of requests, so that priorities can react (seed 000). */
    public interface RequestOutcome {
        /** These wire bytes went out for the request. */
        void sent(ReplicationRequest request, long bytes);

        /** No credit was left for the request, or not for all of it. */
        void dropped(ReplicationRequest request);
    }

    private final HoldQueue queue;
    private final StateMerger merger;
    private final SizeEstimates estimates = new SizeEstimates();
    private final TokenBucket bucket;
    private final PacketSink sink;
    private final PacketComposer composer;
    private final SessionCounters counters;
    private final ClientChunks clientChunks = new ClientChunks();

    public PacketManager(
            TokenBucket bucket,
            PacketSink sink,
            PacketComposer composer,
            SessionCounters counters,
            long maxDeferralNanos) {
        this.queue = new HoldQueue(maxDeferralNanos);
        this.merger = new StateMerger(queue);
        this.bucket = bucket;
        this.sink = sink;
        this.composer = composer;
        this.counters = counters;
    }

    /** Changes how long a message waits before it is overdue; what is held keeps its deadline. */
    public void reconfigure(long maxDeferralNanos) {
        queue.reconfigure(maxDeferralNanos);
    }

    public int heldMessages() {
        return queue.size();
    }

    public long heldBytes() {
        return queue.bytes();
    }

    /** What is held of a class, by target. Valid until the next change. */
    public Collection<? extends TargetBacklog> backlog(MessagePriority messageClass) {
        return queue.backlog(messageClass);
    }

    /** Whether this very packet is held. */
    public boolean holds(Object packet) {
        return queue.holds(packet);
    }

    /** Holds a message, merges it into what is held, or finds that the client needs it no longer. */
    public Decision hold(Message message, Object packet, @Nullable Object receipt, long nowNanos) {
        LifecycleRole role = message.type().role();
        if (role == LifecycleRole.CHUNK_UNLOAD && cancelChunk(message.target(), nowNanos)) {
            sink.supersede(packet, receipt);
            counters.dropped++;
            return Decision.ABSORB;
        }
        if (merger.absorb(message, packet, receipt, nowNanos, this::supersedeMerged)) {
            return Decision.ABSORB;
        }
        if (role == LifecycleRole.ENTITY_REMOVE) {
            dropStateOf(message, nowNanos);
        }
        queue.add(message, packet, receipt, estimates.estimate(message), nowNanos);
        counters.deferred++;
        return Decision.HOLD;
    }

    /** Releases whatever the message must not overtake, oldest first, regardless of credit. */
    public void takeAlong(Message message, long nowNanos) {
        for (HeldMessage held : queue.predecessors(message)) {
            if (!held.gone) {
                charge(release(held, nowNanos));
                counters.takenAlong++;
            }
        }
    }

    /** Counts a message that passed without being held. Budgeted ones take credit, the others are charged. */
    public void passed(@Nullable Message message, long wireBytes, boolean budgeted) {
        long bytes = wireBytes;
        if (message != null) {
            clientChunks.written(message);
            if (wireBytes == PacketSink.UNMETERED) {
                bytes = estimates.estimate(message);
            } else {
                estimates.learn(message, wireBytes);
            }
        }
        bytes = Math.max(0, bytes);
        counters.wireBytes += bytes;
        if (budgeted) {
            bucket.spend(bytes);
            counters.releasedHeldBytes += bytes;
        } else {
            charge(bytes);
        }
    }

    /**
     * Releases the requests in their order while there is credit, and reports what became of each (seed 000's {@code
     * write_packets}). The last message may take the credit into debt. Returns the wire bytes written; nothing is
     * flushed.
     */
    public long writePackets(List<ReplicationRequest> requests, long nowNanos, RequestOutcome outcome) {
        long total = 0;
        for (ReplicationRequest request : requests) {
            HeldTarget target = queue.find(request.messageClass(), request.target());
            if (target == null) {
                continue;
            }
            long sent = 0;
            HeldMessage next = target.firstReady();
            while (next != null && bucket.hasCredit() && sent < request.desiredBudgetBytes()) {
                long bytes = release(next, nowNanos);
                bucket.spend(bytes);
                counters.releasedHeldBytes += bytes;
                sent += Math.max(1, bytes);
                next = target.firstReady();
            }
            if (sent > 0) {
                outcome.sent(request, sent);
                total += sent;
            }
            if (next != null && sent < request.desiredBudgetBytes()) {
                outcome.dropped(request);
            }
        }
        return total;
    }

    /** Drops ephemeral messages that were held before a moment: nobody wants to hear them now. */
    public void dropStale(long heldBeforeNanos, long nowNanos) {
        HeldMessage oldest = queue.oldestEphemeral();
        while (oldest != null && oldest.heldNanos - heldBeforeNanos < 0) {
            drop(oldest, nowNanos);
            oldest = queue.oldestEphemeral();
        }
    }

    /**
     * Releases the oldest messages regardless of credit until at most so much is held. Returns how many there were.
     */
    public int releaseDownTo(long maxBytes, int maxMessages, long nowNanos) {
        int released = 0;
        HeldMessage oldest = queue.oldest();
        while (oldest != null && (queue.bytes() > maxBytes || queue.size() > maxMessages)) {
            charge(release(oldest, nowNanos));
            released++;
            oldest = queue.oldest();
        }
        return released;
    }

    /**
     * Releases everything in order, regardless of credit. A packet that cannot be written costs no other one its way
     * out.
     *
     * @throws RuntimeException the first failure, once nothing is held
     */
    public void releaseAll(long nowNanos) {
        RuntimeException failure = null;
        for (HeldMessage oldest = queue.oldest(); oldest != null; oldest = queue.oldest()) {
            try {
                charge(release(oldest, nowNanos));
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * Ends a world epoch (H10): what belongs to the world that the client forgets is dropped, everything else, and what
     * takes chunks or entities from the client, is released in order.
     */
    public void endWorld(long nowNanos) {
        for (HeldMessage held : queue.snapshot()) {
            LifecycleRole role = held.message.type().role();
            boolean ofTheWorld = !(held.message.target() instanceof Target.StreamTarget)
                    && role != LifecycleRole.CHUNK_UNLOAD
                    && role != LifecycleRole.ENTITY_REMOVE;
            if (ofTheWorld) {
                drop(held, nowNanos);
            }
        }
        releaseAll(nowNanos);
        clientChunks.newWorld();
    }

    /** Lets go of everything: the connection is gone. */
    public void abandonAll(long nowNanos) {
        for (HeldMessage oldest = queue.oldest(); oldest != null; oldest = queue.oldest()) {
            queue.remove(oldest, nowNanos);
            sink.abandon(oldest.packet, oldest.receipt);
        }
    }

    private long release(HeldMessage held, long nowNanos) {
        queue.remove(held, nowNanos);
        Object packet = held.packet;
        if (held.merged && held.state instanceof StateUpdate.Move move) {
            packet = composer.compose(move);
        }
        long bytes = sink.write(packet, held.receipt);
        clientChunks.written(held.message);
        if (bytes == PacketSink.UNMETERED) {
            bytes = held.sizeBytes;
        } else {
            estimates.learn(held.message, bytes);
        }
        counters.wireBytes += bytes;
        return bytes;
    }

    private void charge(long bytes) {
        bucket.charge(bytes);
        counters.chargedBytes += bytes;
    }

    private void drop(HeldMessage held, long nowNanos) {
        queue.remove(held, nowNanos);
        sink.supersede(held.packet, held.receipt);
        counters.dropped++;
    }

    private void supersedeMerged(Object packet, @Nullable Object receipt) {
        sink.supersede(packet, receipt);
        counters.merged++;
    }

    /**
     * An unload whose chunk is still held cancels it and what followed (H8). Returns whether the client has never seen
     * the chunk, so that the unload is not needed either.
     */
    private boolean cancelChunk(Target target, long nowNanos) {
        HeldTarget chunk = queue.find(MessagePriority.CHUNK_DATA, target);
        if (chunk == null || !chunk.holds(LifecycleRole.CHUNK_LOAD)) {
            return false;
        }
        for (HeldMessage held : queue.snapshot()) {
            if (held.message.target().equals(target)) {
                drop(held, nowNanos);
            }
        }
        return !clientChunks.mayHave(target);
    }

    /** State of an entity that is about to be removed is not worth a byte; facts stay in order. */
    private void dropStateOf(Message removal, long nowNanos) {
        for (Message.Key key : removal.keys()) {
            KeyQueue keyQueue = queue.key(key.key());
            KeyQueue.Entry entry = keyQueue == null ? null : keyQueue.last();
            while (entry != null) {
                KeyQueue.Entry before = entry.previous;
                HeldMessage held = entry.message;
                if (held.isState() && held.keyEntries.size() == 1) {
                    drop(held, nowNanos);
                }
                entry = before;
            }
        }
    }
}
