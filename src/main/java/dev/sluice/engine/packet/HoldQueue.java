package dev.sluice.engine.packet;

import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.ReadyTargets;
import dev.sluice.engine.priority.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is held for one client: by age, by class and target, and along each ordering key. It knows order and nothing of
 * budgets. In the long run it allocates nothing but for what has many keys. Confined to the client's thread.
 */
final class HoldQueue implements KeyQueue.Unblocked, Deferral.Redate {

    private final HeldPool pool = new HeldPool();
    private final ClassBacklog[] byClass = new ClassBacklog[MessagePriority.values().length];

    private final KeyQueues keys;
    private final List<HeldMessage> woken = new ArrayList<>();
    private final Lingering lingering = new Lingering();
    private final ClientChunks chunks;
    private final ClientEntities entities;
    private final Deferral deferral;
    private final ReadyTargets readyTargets;
    private Predicate<String> mayDrop;
    private final AgeOrder byAge = new AgeOrder();
    private int size;
    private long bytes;

    /** The places of held messages in queues of keys. */
    private int entries;

    private long nextSequence;
    private long nowNanos;

    HoldQueue(ClientWorld world, ReadyTargets readyTargets, HoldRules rules) {
        this.chunks = world.chunks();
        this.entities = world.entities();
        this.keys = new KeyQueues(entities);
        this.mayDrop = rules.mayDrop();
        this.readyTargets = readyTargets;
        this.deferral = new Deferral(readyTargets, rules);
        for (MessagePriority messageClass : MessagePriority.values()) {
            byClass[messageClass.ordinal()] = new ClassBacklog(messageClass);
        }
    }

    /** Changes what is held from now on. */
    void reconfigure(HoldRules rules) {
        mayDrop = rules.mayDrop();
        deferral.reconfigure(rules);
    }

    int size() {
        return size;
    }

    long bytes() {
        return bytes;
    }

    /** The places of held messages in queues of keys. */
    int entries() {
        return entries;
    }

    /** The time of the last change. */
    long nowNanos() {
        return nowNanos;
    }

    /** About how much heap this takes, the held packets included. */
    long heapBytes() {
        ClassBacklog chunkData = backlog(MessagePriority.CHUNK_DATA);
        int targets = 0;
        for (ClassBacklog backlog : byClass) {
            targets += backlog.listed();
        }
        return HeldHeap.estimate(size, entries, keys.pooled(), targets, chunkData.listed(), bytes, chunkData.bytes);
    }

    ClassBacklog backlog(MessagePriority messageClass) {
        return byClass[messageClass.ordinal()];
    }

    @Nullable
    KeyQueue key(long key) {
        return keys.find(key);
    }

    AgeOrder byAge() {
        return byAge;
    }

    /** Makes messages that have left usable again. Only while nobody walks over messages. */
    void recycle() {
        pool.recycle();
    }

    /**
     * Holds a message behind everything that it must not overtake.
     *
     * @param riders the ids of those whom it may let off what they ride
     */
    void add(
            Message message,
            Object packet,
            @Nullable Object receipt,
            long sizeBytes,
            long atNanos,
            List<Integer> riders) {
        nowNanos = atNanos;
        ClassBacklog backlog = backlog(message.type().priority());
        HeldTarget target = targetOf(message, backlog);
        HeldMessage held = pool.take(message, packet, target);
        held.hold(nextSequence++, atNanos, message, packet, receipt);
        held.sizeBytes = sizeBytes;
        boolean unknownTerrain = message.target() instanceof Target.ChunkTarget chunk
                && isOnlyIn(chunk, message)
                && !chunks.mayShow(chunk)
                && isChunkDataHeld(chunk);
        for (int i = 0; i < message.keyCount(); i++) {
            long key = message.key(i);
            if (key == OrderingKey.EDITS && unknownTerrain) {
                // Not the player's own edit: the client does not have the chunk yet (H25).
                continue;
            }
            keys.of(key).append(held.addEntry(), message.isExclusive(i));
        }
        if (message.type().role() == LifecycleRole.ENTITY_REMOVE) {
            keys.addUnnamed(held);
        }
        keys.addRiders(held, riders);
        entries += held.entryCount();
        size++;
        bytes += sizeBytes;
        held.droppable = message.type().kind() == DeliveryKind.EPHEMERAL
                && mayDrop.test(message.type().name());
        byAge.add(held);
        addToTarget(held, target, backlog);
        if (held.isReady() && lingering.must(message, atNanos)) {
            lingering.add(held, atNanos);
        }
        if (held.isReady()) {
            wake(held, target, backlog);
        } else {
            deferral.startIfNothingUndatedStandsBefore(held, atNanos, this);
        }
    }

    /** Whether a message names no other chunk, as a bundle does that has edits of several. */
    private static boolean isOnlyIn(Target.ChunkTarget chunk, Message message) {
        long own = OrderingKey.chunk(chunk.chunkX(), chunk.chunkZ());
        for (int i = 0; i < message.keyCount(); i++) {
            if (OrderingKey.isChunk(message.key(i)) && message.key(i) != own) {
                return false;
            }
        }
        return true;
    }

    private void addToTarget(HeldMessage held, HeldTarget of, ClassBacklog backlog) {
        backlog.bytes += held.sizeBytes;
        of.add(held);
        if (held.isState()) {
            return;
        }
        for (int i = 0; held.isFact() && i < held.entryCount(); i++) {
            countFacts(held.entry(i).queue, 1, of);
        }
        if (of.isReady()) {
            readyTargets.changed(of);
        }
    }

    /** So many more facts of a target stand in a queue: an interval may withhold an entity that they name no longer, or again. */
    private void countFacts(@Nullable KeyQueue queue, int more, HeldTarget of) {
        if (queue instanceof ClientEntity named && named.addFacts(more) && named != of && named.isReady()) {
            readyTargets.changed(named);
        }
    }

    /** An entity is its own target, for what is of its class and ordered along its key. */
    private HeldTarget targetOf(Message message, ClassBacklog backlog) {
        if (!(message.target() instanceof Target.EntityTarget(int entityId))) {
            return backlog.target(message.target(), null);
        }
        if (message.type().priority() != MessagePriority.NEARBY_ENTITIES) {
            return backlog.target(message.target(), entities.named(entityId));
        }
        return message.hasKey(OrderingKey.entity(entityId))
                ? entities.named(entityId)
                : backlog.target(message.target(), null);
    }

    /** {@inheritDoc} It wakes once what blocked it has left all its queues. */
    @Override
    public void unblocked(HeldMessage held) {
        woken.add(held);
    }

    /** Whether a message must wait although nothing held is in its way. */
    boolean mustLinger(Message message, long atNanos) {
        return lingering.must(message, atNanos);
    }

    /** Wakes what had to wait on after nothing blocked it any more, if that is over. */
    void wakeLingering(long atNanos) {
        for (HeldMessage held = lingering.next(atNanos); held != null; held = lingering.next(atNanos)) {
            nowNanos = atNanos;
            wake(held);
        }
    }

    /** Starts a message's deferral clock, and lets its target be served. */
    private void wake(HeldMessage held) {
        HeldTarget target = held.target;
        if (target == null) {
            throw new IllegalStateException("expected a held message to have a target, found none: " + held.message);
        }
        wake(held, target, backlog(target.messageClass()));
    }

    private void wake(HeldMessage held, HeldTarget target, ClassBacklog backlog) {
        if (!held.dated) {
            deferral.start(held, nowNanos, this);
        }
        held.awake = true;
        backlog.ready.add(held);
        if (target.oneMoreReady()) {
            readyTargets.ready(target);
        }
    }

    /** {@inheritDoc} */
    @Override
    public void redate(HeldMessage held, long deadlineNanos) {
        ReadyQueue ready = backlog(held.message.type().priority()).ready;
        if (held.awake) {
            ready.remove(held);
        }
        held.deadlineNanos = deadlineNanos;
        held.ageList = 0;
        if (held.awake) {
            ready.add(held);
        }
    }

    /** Gives a message an earlier deadline, and with it all that must go before. */
    void advance(HeldMessage held, long deadlineNanos) {
        redate(held, deadlineNanos);
        deferral.inherit(held, this);
    }

    /** Takes a message out, wherever it stands. It stays readable until the next {@link #recycle}. */
    void remove(HeldMessage held, long atNanos) {
        HeldTarget target = held.target;
        if (held.gone || target == null) {
            throw new IllegalStateException("expected a held message, found one already taken: " + held.message);
        }
        nowNanos = atNanos;
        boolean wasReady = held.awake;
        held.awake = false;
        held.gone = true;
        size--;
        bytes -= held.sizeBytes;
        entries -= held.entryCount();
        byAge.remove(held);
        ClassBacklog backlog = backlog(target.messageClass());
        backlog.bytes -= held.sizeBytes;
        if (wasReady) {
            backlog.ready.remove(held);
        }
        target.remove(held);
        boolean isFact = held.isFact();
        ClientEntity entity = target.entity();
        for (int i = 0; i < held.entryCount(); i++) {
            KeyQueue queue = held.entry(i).queue;
            if (queue == null) {
                throw new IllegalStateException(
                        "expected a held message to stand in its keys' queues: " + held.message);
            }
            queue.remove(held.entry(i), this);
            if (isFact) {
                countFacts(queue, -1, target);
            }
            if (queue.isEmpty() && queue != entity) {
                keys.emptied(queue);
            }
        }
        if (!held.dated) {
            deferral.left(held, nowNanos, this);
        }
        lingering.left(held, nowNanos);
        // First what waited for it: a target that goes on keeps its turn.
        for (int i = 0; i < woken.size(); i++) {
            HeldMessage next = woken.get(i);
            if (lingering.must(next.message, nowNanos)) {
                lingering.add(next, nowNanos);
            } else {
                wake(next);
            }
        }
        woken.clear();
        if (wasReady && target.oneLessReady()) {
            readyTargets.notReady(target);
        } else if (target.isReady()) {
            readyTargets.changed(target);
        }
        if (target instanceof ListedTarget listed && listed.isEmpty()) {
            backlog.drop(listed);
        }
        if (entity != null && entity.isRemoved()) {
            entities.emptied(entity);
        }
        pool.leave(held);
    }

    /** A held message has become larger or smaller. */
    void resize(HeldMessage held, long sizeBytes) {
        bytes += sizeBytes - held.sizeBytes;
        backlog(held.message.type().priority()).bytes += sizeBytes - held.sizeBytes;
        held.sizeBytes = sizeBytes;
    }

    /** Whether a chunk's data is held, so that the client does not have what is about to change. */
    boolean isChunkDataHeld(Target chunk) {
        ListedTarget held = backlog(MessagePriority.CHUNK_DATA).find(chunk);
        return held != null && held.holds(LifecycleRole.CHUNK_LOAD);
    }

    /** Shows every chunk of which something of the chunk class is held. The queue must not change meanwhile. */
    void forEachChunk(Consumer<? super ListedTarget> action) {
        backlog(MessagePriority.CHUNK_DATA).forEach(action);
    }
}
