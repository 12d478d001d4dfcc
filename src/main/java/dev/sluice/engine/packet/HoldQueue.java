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
 * budgets. In the long run it allocates nothing. Confined to the client's thread.
 */
final class HoldQueue implements KeyQueue.Unblocked, Deferral.Redate {

    /** More empty queues and targets than this are left to the garbage collector. */
    private static final int MAX_FREE = 1_024;

    private final HeldPool pool = new HeldPool();
    private final ClassBacklog[] byClass = new ClassBacklog[MessagePriority.values().length];

    /** All keys but those of entities, which have their queues with them. */
    private final LongMap<KeyQueue.Pooled> byKey = new LongMap<>();

    private final List<KeyQueue.Pooled> freeKeys = new ArrayList<>();
    private final List<HeldMessage> woken = new ArrayList<>();
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
        return HeldHeap.estimate(
                size, pool.free(), entries, byKey.size(), targets, chunkData.listed(), bytes, chunkData.bytes);
    }

    ClassBacklog backlog(MessagePriority messageClass) {
        return byClass[messageClass.ordinal()];
    }

    @Nullable
    KeyQueue key(long key) {
        KeyQueue queue = OrderingKey.isEntity(key) ? entities.queue(key) : byKey.get(key);
        return queue == null || queue.isEmpty() ? null : queue;
    }

    AgeOrder byAge() {
        return byAge;
    }

    /** Makes messages that have left usable again. Only while nobody walks over messages. */
    void recycle() {
        pool.recycle();
    }

    /** Holds a message behind everything that it must not overtake. */
    void add(Message message, Object packet, @Nullable Object receipt, long sizeBytes, long atNanos) {
        nowNanos = atNanos;
        ClassBacklog backlog = backlog(message.type().priority());
        HeldTarget target = targetOf(message, backlog);
        HeldMessage held = pool.take(message, packet, target);
        held.hold(nextSequence++, atNanos, message, packet, receipt);
        held.sizeBytes = sizeBytes;
        boolean unknownTerrain = message.target() instanceof Target.ChunkTarget
                && !chunks.mayHave(message.target())
                && isChunkDataHeld(message.target());
        for (int i = 0; i < message.keyCount(); i++) {
            long key = message.key(i);
            if (key == OrderingKey.EDITS && unknownTerrain) {
                // Not the player's own edit: the client does not have the chunk yet (H25).
                continue;
            }
            queueOf(key).append(held.addEntry(), message.isExclusive(i));
        }
        if (message.type().role() == LifecycleRole.ENTITY_REMOVE) {
            standBeforeSuccessors(held, message);
        }
        entries += held.entryCount();
        size++;
        bytes += sizeBytes;
        held.droppable = message.type().kind() == DeliveryKind.EPHEMERAL
                && mayDrop.test(message.type().name());
        byAge.add(held);
        addToTarget(held, target, backlog);
        if (held.isReady()) {
            wake(held, target, backlog);
        } else {
            deferral.startIfNothingUndatedStandsBefore(held, atNanos, this);
        }
    }

    /**
     * A removal names ids alone; but a client ignores the spawn of an entity that has the UUID of one that it still has, so that
     * the next one of each UUID stays behind it.
     */
    private void standBeforeSuccessors(HeldMessage removal, Message message) {
        for (int i = 0; i < message.keyCount(); i++) {
            long key = message.key(i);
            long profile = OrderingKey.isEntity(key) ? entities.profile(OrderingKey.entityId(key)) : OrderingKey.NONE;
            if (profile != OrderingKey.NONE) {
                KeyQueue successors = queueOf(profile);
                KeyEntry last = successors.last();
                if (last == null || last.message() != removal) {
                    successors.append(removal.addEntry(), true);
                }
            }
        }
    }

    private KeyQueue queueOf(long key) {
        if (OrderingKey.isEntity(key)) {
            return entities.named(OrderingKey.entityId(key));
        }
        KeyQueue.Pooled queue = byKey.get(key);
        if (queue == null) {
            queue = freeKeys.isEmpty() ? new KeyQueue.Pooled() : freeKeys.removeLast();
            queue.reuse(key);
            byKey.put(key, queue);
        }
        return queue;
    }

    private void addToTarget(HeldMessage held, HeldTarget of, ClassBacklog backlog) {
        backlog.bytes += held.sizeBytes;
        of.add(held);
        if (of.isReady() && !held.isState()) {
            readyTargets.changed(of);
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
        if (!held.dated) {
            deferral.leaves(held, nowNanos, this);
        }
        ClientEntity entity = target.entity();
        for (int i = 0; i < held.entryCount(); i++) {
            KeyQueue queue = held.entry(i).queue;
            if (queue == null) {
                throw new IllegalStateException(
                        "expected a held message to stand in its keys' queues: " + held.message);
            }
            queue.remove(held.entry(i), this);
            if (queue.isEmpty() && queue != entity) {
                emptied(queue);
            }
        }
        // First what waited for it: a target that goes on keeps its turn.
        for (int i = 0; i < woken.size(); i++) {
            wake(woken.get(i));
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

    private void emptied(KeyQueue queue) {
        // Not a switch: one over types costs ten times an instanceof.
        if (queue instanceof ClientEntity entity) {
            entities.emptied(entity);
        } else if (queue instanceof KeyQueue.Pooled pooled) {
            byKey.remove(pooled.key);
            if (freeKeys.size() < MAX_FREE) {
                freeKeys.add(pooled);
            }
        }
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
