package dev.sluice.engine.packet;

import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.port.PacketComposer;
import dev.sluice.engine.port.PacketSink;
import dev.sluice.engine.priority.HeldPicture;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.ReadyTargets;
import dev.sluice.engine.priority.ReplicationRequests;
import dev.sluice.engine.priority.TargetBacklog;
import dev.sluice.engine.stats.SessionCounters;
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
        /** These wire bytes went out for the present request. */
        void sent(ReplicationRequests present, long bytes);

        /** No credit was left for the present request. */
        void dropped(ReplicationRequests present);
    }

    private final ClientWorld world;
    private final HoldQueue queue;
    private final Discards discards;
    private final NestedCalls calls;
    private final Outlet outlet;
    private final Drain drain;
    private final StateMerger merger;
    private final Cancellation cancellation;
    private final Photographer photographer;
    private final SessionCounters counters;

    public PacketManager(
            ClientWorld world,
            TokenBucket bucket,
            PacketSink sink,
            PacketComposer composer,
            SessionCounters counters,
            ReadyTargets readyTargets,
            HoldRules rules,
            WriteListener listener) {
        this.world = world;
        this.queue = new HoldQueue(world, readyTargets, rules);
        this.discards = new Discards(sink);
        this.calls = new NestedCalls(queue, discards);
        this.outlet = new Outlet(queue, bucket, sink, discards, composer, counters, world, listener);
        this.merger = new StateMerger(queue, outlet::merged);
        this.photographer = new Photographer(queue, readyTargets);
        this.cancellation = new Cancellation(queue, outlet, world);
        this.drain = new Drain(queue, outlet, world, calls);
        this.counters = counters;
    }

    /** Changes how packets are held from now on; what is held stays as it is. */
    public void reconfigure(HoldRules rules) {
        queue.reconfigure(rules);
    }

    public int heldMessages() {
        return queue.size();
    }

    /** The estimated wire bytes of all that is held. */
    public long heldBytes() {
        return queue.bytes();
    }

    /** The estimated wire bytes of what is held of a class. */
    public long heldBytes(MessagePriority messageClass) {
        return queue.backlog(messageClass).bytes;
    }

    /** In how many places held messages stand: one for each of their keys. */
    public int heldPlaces() {
        return queue.entries();
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
        return queue.backlog(messageClass).ready.overdueNanos(nowNanos);
    }

    /** Whether this very packet is held. */
    public boolean holds(Object packet) {
        return queue.byAge().holds(packet);
    }

    /**
     * Takes a picture of what is held.
     *
     * @param chunkX the chunk around which chunks are wanted first
     */
    public void picture(HeldPicture into, long nowNanos, int chunkX, int chunkZ) {
        photographer.take(into, nowNanos, chunkX, chunkZ);
    }

    /** Follows what an offered message tells of the world, whatever becomes of it. */
    public void observe(Message message, long nowNanos) {
        if (world.observe(message)) {
            dropOutOfView(nowNanos);
        }
    }

    private void dropOutOfView(long nowNanos) {
        calls.begin();
        try {
            cancellation.dropOutOfView(nowNanos);
        } finally {
            calls.end();
        }
    }

    /** Whether the client already has what the message says, and nothing held will change that. */
    public boolean isKnown(Message message) {
        return world.entities().knows(message) && queue.key(message.key(0)) == null;
    }

    /** Whether a message must be held although nothing held is in its way, and there is room. */
    public boolean mustLinger(Message message, long nowNanos) {
        return queue.mustLinger(message, nowNanos);
    }

    /** Lets go of a packet that says what the client already knows. */
    public void suppress(Object packet, @Nullable Object receipt) {
        calls.begin();
        try {
            outlet.suppress(packet, receipt);
        } finally {
            calls.end();
        }
    }

    /**
     * Merges a plain message into a held one if it can be and that has nothing to do with the time, and follows it. Returns
     * false, with nothing changed, if not.
     */
    public boolean mergeUndated(Message message, Object packet, @Nullable Object receipt) {
        if (queue.size() == 0 || !merger.mayAbsorb(message)) {
            return false;
        }
        calls.begin();
        try {
            boolean merged = merger.absorbUndated(message, packet, receipt, outlet.estimate(message));
            if (merged) {
                world.observe(message);
            }
            return merged;
        } finally {
            calls.end();
        }
    }

    /**
     * Holds a message, merges it into what is held, or finds that the client needs it no longer.
     *
     * @param riders the ids of {@linkplain ClientWorld#riders those whom it may let off} what they ride
     */
    public Decision hold(
            Message message, Object packet, @Nullable Object receipt, long nowNanos, List<Integer> riders) {
        calls.begin();
        try {
            LifecycleRole role = message.type().role();
            Decision decision = place(message, role, packet, receipt, nowNanos, riders);
            if (role == LifecycleRole.ENTITY_REMOVE) {
                world.forgetEntities(message);
            }
            return decision;
        } finally {
            calls.end();
        }
    }

    private Decision place(
            Message message,
            LifecycleRole role,
            Object packet,
            @Nullable Object receipt,
            long nowNanos,
            List<Integer> riders) {
        if ((role == LifecycleRole.CHUNK_UNLOAD && cancellation.unload(message.target(), nowNanos))
                || (role == LifecycleRole.ENTITY_REMOVE && cancellation.remove(message, nowNanos))) {
            outlet.cancel(packet, receipt);
            return Decision.ABSORB;
        }
        long sizeBytes = outlet.estimate(message);
        if (merger.absorb(message, packet, receipt, sizeBytes, nowNanos)) {
            return Decision.ABSORB;
        }
        queue.add(message, packet, receipt, sizeBytes, nowNanos, riders);
        counters.deferred++;
        return Decision.HOLD;
    }

    /** Releases whatever the message must not overtake, oldest first, regardless of credit. */
    public void takeAlong(Message message, long nowNanos) {
        if (queue.size() > 0) {
            takeAlong(Predecessors.of(message, queue), nowNanos);
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
        List<HeldMessage> before = Predecessors.of(edit, queue);
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
        calls.begin();
        try {
            for (HeldMessage held : before) {
                if (!held.gone) {
                    outlet.charge(held, nowNanos);
                    counters.takenAlong++;
                }
            }
        } finally {
            calls.end();
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
        calls.begin();
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
            calls.end();
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

    /** Lets go on what had to wait after what it waited for, if that is over. */
    public void wake(long nowNanos) {
        queue.wakeLingering(nowNanos);
    }

    /** Drops ephemeral messages that were held before a moment: nobody wants to hear them now. */
    public void dropStale(long heldBeforeNanos, long nowNanos) {
        calls.begin();
        try {
            HeldMessage oldest = queue.byAge().oldestEphemeral();
            while (oldest != null && oldest.heldNanos - heldBeforeNanos < 0) {
                outlet.drop(oldest, nowNanos);
                oldest = queue.byAge().oldestEphemeral();
            }
        } finally {
            calls.end();
        }
    }

    /** Releases the oldest messages regardless of credit until at most so much is held. */
    public void releaseDownTo(long maxBytes, int maxMessages, long nowNanos) {
        drain.downTo(maxBytes, maxMessages, nowNanos);
    }

    /**
     * Releases everything in order, regardless of credit. A packet that cannot be written costs no other one its way
     * out. What is held meanwhile goes out behind it. It asks for no time: a clock that fails must not keep anything.
     *
     * @throws RuntimeException the first failure, or an Error, once nothing is held
     */
    public void releaseAll() {
        try {
            drain.all(queue.nowNanos());
        } finally {
            // Not before: what is offered while the last ones are written is still held and merged.
            discards.end();
        }
        throwPostponed();
    }

    /** Whether everything is being released just now, and what is offered from within that must wait for its turn. */
    public boolean isReleasing() {
        return drain.isUnderWay();
    }

    /**
     * Ends a world epoch (H10) with a message that has an effect: what belongs to the world that the client forgets is dropped,
     * everything else, and what takes chunks or entities from the client, is released in order. If the client may keep its level,
     * all is released.
     *
     * @return false, with nothing changed, if the client keeps its level and the server tells nothing of it anew
     */
    public boolean endWorld(Message message, long nowNanos) {
        LevelFate fate = world.levelAfter(message);
        if (fate == LevelFate.KEPT) {
            return false;
        }
        drain.endWorld(message, fate == LevelFate.LOST, nowNanos);
        return true;
    }

    /**
     * Lets go of everything: the connection is gone. It asks for no time either.
     *
     * @throws RuntimeException the first failure, or an Error, once nothing is held
     */
    public void abandonAll() {
        discards.end();
        drain.abandonAll();
        throwPostponed();
    }

    /** Throws what has failed since the last call as packets were let go of that are not needed. */
    public void throwPostponed() {
        discards.throwFailure();
    }
}
