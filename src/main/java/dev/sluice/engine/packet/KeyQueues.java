package dev.sluice.engine.packet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queues of all keys along which something is held. Confined to the client's thread. */
final class KeyQueues {

    /** More empty ones than this are left to the garbage collector. */
    private static final int MAX_FREE = 1_024;

    /** All but those of entities, which have their queues with them. */
    private final LongMap<KeyQueue.Pooled> byKey = new LongMap<>();

    private final List<KeyQueue.Pooled> free = new ArrayList<>();
    private final ClientEntities entities;

    KeyQueues(ClientEntities entities) {
        this.entities = entities;
    }

    /** The queue of a key; null if nothing is held along it. */
    @Nullable
    KeyQueue find(long key) {
        KeyQueue queue = OrderingKey.isEntity(key) ? entities.queue(key) : byKey.get(key);
        return queue == null || queue.isEmpty() ? null : queue;
    }

    /** The queue of a key, empty if nothing is held along it. */
    KeyQueue of(long key) {
        if (OrderingKey.isEntity(key)) {
            return entities.named(OrderingKey.entityId(key));
        }
        KeyQueue.Pooled queue = byKey.get(key);
        if (queue == null) {
            queue = free.isEmpty() ? new KeyQueue.Pooled() : free.removeLast();
            queue.reuse(key);
            byKey.put(key, queue);
        }
        return queue;
    }

    /**
     * Puts a removal behind and before all that concerns its entities' UUIDs and who has cast them out, neither of which it names: a
     * client ignores the spawn of an entity that has the UUID of one that it still has, and with a bobber forgets the next one of its
     * owner.
     */
    void addUnnamed(HeldMessage removal) {
        for (int i = 0; i < removal.message.keyCount(); i++) {
            long key = removal.message.key(i);
            if (OrderingKey.isEntity(key)) {
                int entityId = OrderingKey.entityId(key);
                own(entities.profile(entityId), removal);
                own(entities.angler(entityId), removal);
            }
        }
    }

    /**
     * Puts what may let riders go behind and before all that concerns them, as it does not name them: while a client has an entity
     * ride, it is where its vehicle is, whatever its place is said to be.
     */
    void addRiders(HeldMessage held, List<Integer> riders) {
        for (int i = 0; i < riders.size(); i++) {
            own(OrderingKey.entity(riders.get(i)), held);
        }
    }

    /** Has a message that is being held own a key that it does not have, or has; nothing happens with none. */
    private void own(long key, HeldMessage held) {
        if (key == OrderingKey.NONE) {
            return;
        }
        KeyQueue queue = of(key);
        KeyEntry last = queue.last();
        if (last == null || last.message() != held) {
            queue.append(held.addEntry(), true);
        }
    }

    /** Nothing is held along a queue any more. */
    void emptied(KeyQueue queue) {
        // Not a switch: one over types costs ten times an instanceof.
        if (queue instanceof ClientEntity entity) {
            entities.emptied(entity);
        } else if (queue instanceof KeyQueue.Pooled pooled) {
            byKey.remove(pooled.key);
            if (free.size() < MAX_FREE) {
                free.add(pooled);
            }
        }
    }

    /** How many queues there are beside those of entities. */
    int pooled() {
        return byKey.size();
    }
}
