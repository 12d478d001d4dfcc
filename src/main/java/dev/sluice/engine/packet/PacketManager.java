package dev.sluice.engine.packet;

import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.port.PacketComposer;
import dev.sluice.engine.port.PacketSink;
import dev.sluice.engine.priority.EntityMemory;
import dev.sluice.engine.priority.HeldPicture;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.ReadyTargets;
import dev.sluice.engine.priority.ReplicationRequests;
import dev.sluice.engine.priority.TargetBacklog;
import dev.sluice.engine.stats.SessionCounters;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Holds one client's packets, keeps them in order along their keys, merges state, and releases what is asked for as long
 * as there is credit (seed 000's packetization side). It decides no priority. Confined to the client's thread; a packet
 * that is offered while another is being written (from a handler further down) is held like any other.
 */
public final class PacketManager {

    /** Hears what became of requests, so that priorities can react (seed 000). */
    public interface RequestOutcome {
        /** These wire bytes went out for the present request. */
        void sent(ReplicationRequests present, long bytes);

        /** No credit was left for the present request. */
        void dropped(ReplicationRequests present);
    }

    private final ClientChunks chunks = new ClientChunks();
    private final ClientEntities entities;
    private final HoldQueue queue;
    private final Outlet outlet;
    private final StateMerger merger;
    private final Cancellation cancellation;
    private final Photographer photographer;
    private final SessionCounters counters;

    /** How many calls are on the stack: writing calls back. */
    private int depth;

    public PacketManager(
            TokenBucket bucket,
            PacketSink sink,
            PacketComposer composer,
            SessionCounters counters,
            ReadyTargets readyTargets,
            long maxDeferralNanos,
            long tickNanos,
            WriteListener listener) {
        this.entities = new ClientEntities(readyTargets.memory());
        this.queue = new HoldQueue(chunks, entities, readyTargets, maxDeferralNanos, tickNanos);
        this.outlet = new Outlet(queue, bucket, sink, composer, counters, chunks, entities, listener);
        this.merger = new StateMerger(queue, outlet::merged);
        this.photographer = new Photographer(queue, readyTargets);
        this.cancellation = new Cancellation(queue, outlet, chunks);
        this.counters = counters;
    }

    /**
     * Changes how long a message waits before it is overdue, and which ephemeral packets may be dropped, by the name of
     * their type; what is held stays as it is.
     */
    public void reconfigure(long maxDeferralNanos, long tickNanos, Predicate<String> mayDrop) {
        queue.reconfigure(maxDeferralNanos, tickNanos, mayDrop);
    }

    public int heldMessages() {
        return queue.size();
    }

    /** The estimated wire bytes of all that is held. */
    public long heldBytes() {
        return queue.bytes();
    }

    /** About how much heap holding takes, the held packets included: see {@link HeldHeap}. */
    public long heldHeapBytes() {
        return queue.heapBytes();
    }

    /** The target of the message of a class that could go and has the earliest deadline; null if there is none. */
    public @Nullable TargetBacklog earliestDue(MessagePriority messageClass) {
        HeldMessage earliest = queue.backlog(messageClass).ready.earliest();
        return earliest == null ? null : earliest.target;
    }

    /** For how long that message has been overdue, in nanoseconds; 0 or less if it is not. */
    public long overdueNanos(MessagePriority messageClass, long nowNanos) {
        HeldMessage earliest = queue.backlog(messageClass).ready.earliest();
        return earliest == null || !earliest.dated ? 0 : nowNanos - earliest.deadlineNanos;
    }

    /** Whether this very packet is held. */
    public boolean holds(Object packet) {
        return queue.holds(packet);
    }

    /** The row in which an entity is remembered; {@link EntityMemory#NO_ROW} if the engine never heard of it. */
    public int entityRow(int entityId) {
        return entities.row(entityId);
    }

    /** How many of the chunks at most one chunk away from this one, itself included, are missing on the client. */
    public int missingInRing(int chunkX, int chunkZ) {
        int missing = 0;
        for (int x = chunkX - 1; x <= chunkX + 1; x++) {
            for (int z = chunkZ - 1; z <= chunkZ + 1; z++) {
                missing += chunks.has(x, z) ? 0 : 1;
            }
        }
        return missing;
    }

    /**
     * Takes a picture of what is held.
     *
     * @param chunkX the chunk around which chunks are wanted first
     */
    public void picture(HeldPicture into, long nowNanos, int chunkX, int chunkZ) {
        photographer.take(into, nowNanos, chunkX, chunkZ);
    }

    /** The chunk on which the client's view is centred; null while it is unknown. */
    public Observation.@Nullable ViewCentre viewCentre() {
        return chunks.centre();
    }

    /** Follows what an offered message tells of the world, whatever becomes of it. */
    public void observe(Message message, long nowNanos) {
        offered(message);
        Observation observation = message.observation();
        if (observation == null) {
            return;
        }
        switch (observation) {
            case Observation.EntitySpawned spawned -> entities.spawned(spawned);
            case Observation.ViewCentre centre -> {
                chunks.centreOn(centre);
                dropOutOfView(nowNanos);
            }
            case Observation.ViewRadius radius -> {
                chunks.radius(radius.chunks());
                dropOutOfView(nowNanos);
            }
            case Observation.Teleported teleported -> {}
            case Observation.Struck struck -> {}
        }
    }

    /** Follows what an offered message says of entity state, whatever becomes of it. */
    private void offered(Message message) {
        if (message.state() != null) {
            entities.offered(message);
        }
    }

    /** An observed message passes: for the score of its entity it was sent in this tick. */
    public void sentNow(Message message) {
        entities.sentNow(message);
    }

    /** Follows a plain message that passes without having been observed. */
    public void passesUnseen(Message message) {
        if (message.state() instanceof StateUpdate.Move move && move.hasPosition()) {
            entities.movedAndSent(move);
        } else {
            offered(message);
            entities.sentNow(message);
        }
    }

    private void dropOutOfView(long nowNanos) {
        begin();
        try {
            cancellation.dropOutOfView(nowNanos);
        } finally {
            end();
        }
    }

    /** Whether the client already has what the message says, and nothing held will change that. */
    public boolean isKnown(Message message) {
        return entities.knows(message) && queue.key(message.key(0)) == null;
    }

    /** Lets go of a packet that says what the client already knows. */
    public void suppress(Object packet, @Nullable Object receipt) {
        outlet.suppress(packet, receipt);
    }

    /** Holds a message, merges it into what is held, or finds that the client needs it no longer. */
    public Decision hold(Message message, Object packet, @Nullable Object receipt, long nowNanos) {
        begin();
        try {
            LifecycleRole role = message.type().role();
            if ((role == LifecycleRole.CHUNK_UNLOAD && cancellation.unload(message.target(), nowNanos))
                    || (role == LifecycleRole.ENTITY_REMOVE && cancellation.remove(message, nowNanos))) {
                outlet.cancel(packet, receipt);
                return Decision.ABSORB;
            }
            long sizeBytes = outlet.estimate(message);
            if (merger.absorb(message, packet, receipt, sizeBytes, nowNanos)) {
                return Decision.ABSORB;
            }
            queue.add(message, packet, receipt, sizeBytes, nowNanos);
            counters.deferred++;
            return Decision.HOLD;
        } finally {
            end();
        }
    }

    /** The entities of a removal are gone for the server; their ids may be used again. */
    public void forgetEntities(Message removal) {
        for (int i = 0; i < removal.keyCount(); i++) {
            if (OrderingKey.isEntity(removal.key(i))) {
                entities.removed(OrderingKey.entityId(removal.key(i)));
            }
        }
    }

    /** Releases whatever the message must not overtake, oldest first, regardless of credit. */
    public void takeAlong(Message message, long nowNanos) {
        if (queue.size() > 0) {
            takeAlong(queue.predecessors(message), nowNanos);
        }
    }

    /**
     * Releases whatever an edit must not overtake, regardless of credit; unless that and the edit are more than so many
     * bytes, or the data of the edit's own chunk is held: then nothing is released, and the edit has to wait.
     *
     * @return the bytes that all of it is expected to take, 0 if the edit has to wait
     */
    public long takeAlongWithin(long maxBytes, Message edit, long nowNanos) {
        if (queue.isChunkDataHeld(edit.target())) {
            return 0;
        }
        long bytes = outlet.estimate(edit);
        List<HeldMessage> before = queue.predecessors(edit);
        for (HeldMessage held : before) {
            bytes += held.sizeBytes;
        }
        if (bytes > maxBytes) {
            return 0;
        }
        takeAlong(before, nowNanos);
        return Math.max(1, bytes);
    }

    private void takeAlong(List<HeldMessage> before, long nowNanos) {
        begin();
        try {
            for (HeldMessage held : before) {
                if (!held.gone) {
                    outlet.charge(held, nowNanos);
                    counters.takenAlong++;
                }
            }
        } finally {
            end();
        }
    }

    /** Counts a message that passed without being held. Budgeted ones take credit, the others are charged. */
    public void passed(@Nullable Message message, long wireBytes, boolean budgeted) {
        outlet.passed(message, wireBytes, budgeted);
    }

    /**
     * Releases the requests in their order while there is credit, and reports what became of each (seed 000's {@code
     * write_packets}). The last message may take the credit into debt. Returns the wire bytes written; nothing is
     * flushed.
     */
    public long writePackets(ReplicationRequests requests, long nowNanos, RequestOutcome outcome) {
        begin();
        try {
            long total = 0;
            while (requests.next()) {
                if (!outlet.hasCredit()) {
                    outcome.dropped(requests);
                    break;
                }
                long bytes = writeOne(requests, nowNanos);
                outcome.sent(requests, bytes);
                total += bytes;
            }
            return total;
        } finally {
            end();
        }
    }

    /** One message a request: so the classes' shares are kept to a message. */
    private long writeOne(ReplicationRequests requests, long nowNanos) {
        if (!(requests.backlog() instanceof HeldTarget target)) {
            throw new IllegalStateException("expected a target of this queue, found " + requests.backlog());
        }
        HeldMessage next = target.firstReady();
        if (next == null) {
            throw new IllegalStateException("expected a message that could go, found none for " + target.target());
        }
        return Math.max(1, outlet.spend(next, nowNanos));
    }

    /** Drops ephemeral messages that were held before a moment: nobody wants to hear them now. */
    public void dropStale(long heldBeforeNanos, long nowNanos) {
        begin();
        try {
            HeldMessage oldest = queue.oldestEphemeral();
            while (oldest != null && oldest.heldNanos - heldBeforeNanos < 0) {
                outlet.drop(oldest, nowNanos);
                oldest = queue.oldestEphemeral();
            }
        } finally {
            end();
        }
    }

    /** Releases the oldest messages regardless of credit until at most so much is held. */
    public void releaseDownTo(long maxBytes, int maxMessages, long nowNanos) {
        begin();
        try {
            HeldMessage oldest = queue.oldest();
            while (oldest != null && (queue.bytes() > maxBytes || queue.size() > maxMessages)) {
                outlet.charge(oldest, nowNanos);
                oldest = queue.oldest();
            }
        } finally {
            end();
        }
    }

    /**
     * Releases everything in order, regardless of credit. A packet that cannot be written costs no other one its way
     * out.
     *
     * @throws RuntimeException the first failure, once nothing is held
     */
    public void releaseAll(long nowNanos) {
        begin();
        try {
            RuntimeException failure = null;
            for (HeldMessage oldest = queue.oldest(); oldest != null; oldest = queue.oldest()) {
                try {
                    outlet.charge(oldest, nowNanos);
                } catch (RuntimeException e) {
                    failure = failure == null ? e : failure;
                }
            }
            if (failure != null) {
                throw failure;
            }
        } finally {
            end();
        }
    }

    /**
     * Ends a world epoch (H10): what belongs to the world that the client forgets is dropped, everything else, and what
     * takes chunks or entities from the client, is released in order.
     */
    public void endWorld(long nowNanos) {
        begin();
        try {
            for (HeldMessage held : queue.snapshot()) {
                if (!held.gone && Cancellation.isOfTheWorld(held.message)) {
                    outlet.drop(held, nowNanos);
                }
            }
            releaseAll(nowNanos);
        } finally {
            end();
        }
        chunks.newWorld();
        entities.forgetAll();
    }

    /** Lets go of everything: the connection is gone. */
    public void abandonAll(long nowNanos) {
        begin();
        try {
            for (HeldMessage oldest = queue.oldest(); oldest != null; oldest = queue.oldest()) {
                outlet.abandon(oldest, nowNanos);
            }
        } finally {
            end();
        }
    }

    private void begin() {
        depth++;
    }

    /** What has left is used again once nobody walks over it, and at once, while the processor still has it at hand. */
    private void end() {
        if (--depth == 0) {
            queue.recycle();
        }
    }
}
