package dev.sluice.engine.packet;

import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the client does not need any more because the server takes its target away: nothing is sent for it. Confined to the
 * client's thread.
 */
final class Cancellation {

    private final HoldQueue queue;
    private final Outlet outlet;
    private final ClientChunks chunks;
    private final ClientEntities entities;

    Cancellation(HoldQueue queue, Outlet outlet, ClientWorld world) {
        this.queue = queue;
        this.outlet = outlet;
        this.chunks = world.chunks();
        this.entities = world.entities();
    }

    /**
     * An unload whose chunk is still held cancels it and what followed (H8). Returns whether the client has never seen
     * the chunk, so that the unload is not needed either.
     */
    boolean unload(Target chunk, long nowNanos) {
        return cancelChunk(chunk, nowNanos) && !chunks.mayHave(chunk);
    }

    /** Chunks that the client would ignore are cancelled (H9). */
    void dropOutOfView(long nowNanos) {
        List<Target> outside = new ArrayList<>();
        queue.forEachChunk(held -> {
            if (held.target() instanceof Target.ChunkTarget chunk && chunks.isOutOfView(chunk)) {
                outside.add(chunk);
            }
        });
        outside.forEach(chunk -> cancelChunk(chunk, nowNanos));
    }

    /** Drops a held chunk with what belongs to it alone; returns whether it was held. */
    private boolean cancelChunk(Target chunk, long nowNanos) {
        if (!queue.isChunkDataHeld(chunk)) {
            return false;
        }
        long key = chunk instanceof Target.ChunkTarget(int x, int z) ? OrderingKey.chunk(x, z) : 0;
        List<HeldMessage> doomed = new ArrayList<>();
        for (MessagePriority messageClass : List.of(MessagePriority.CHUNK_DATA, MessagePriority.VOXEL_EDITS)) {
            ListedTarget held = queue.backlog(messageClass).find(chunk);
            for (HeldMessage each = held == null ? null : held.first(); each != null; each = each.newerInTarget) {
                if (each.message.type().role() != LifecycleRole.CHUNK_UNLOAD && belongsTo(each.message, key)) {
                    doomed.add(each);
                }
            }
        }
        doomed.forEach(each -> outlet.drop(each, nowNanos));
        return true;
    }

    /** Whether a message is about one chunk alone. */
    private static boolean belongsTo(Message message, long chunkKey) {
        for (int i = 0; i < message.keyCount(); i++) {
            long key = message.key(i);
            if (key != chunkKey
                    && key != OrderingKey.EDITS
                    && key != OrderingKey.CHUNK_BATCH
                    && key != OrderingKey.SOUND) {
                return false;
            }
        }
        return true;
    }

    /**
     * A removal cancels what is held of an entity: its state, and if its spawn is held too, everything that is about it
     * alone. Returns whether the client never hears of the entity, so that the removal is not needed either.
     */
    boolean remove(Message removal, long nowNanos) {
        boolean neverSeen = removal.keyCount() > 0;
        for (int i = 0; i < removal.keyCount(); i++) {
            neverSeen &= cancelEntity(removal.key(i), nowNanos);
        }
        return neverSeen;
    }

    private boolean cancelEntity(long key, long nowNanos) {
        KeyQueue keyQueue = queue.key(key);
        KeyEntry last = keyQueue == null ? null : keyQueue.last();
        KeyEntry spawn = spawnBefore(last, key);
        List<HeldMessage> doomed = new ArrayList<>();
        for (KeyEntry entry = last; entry != null; entry = entry.previous) {
            HeldMessage held = entry.message();
            if (spawn == null && held.message.type().role() == LifecycleRole.ENTITY_REMOVE) {
                // That one has cancelled what it could before itself: many removals must not each go through all.
                break;
            }
            if (spawn != null || (held.isState() && held.entryCount() == 1)) {
                doomed.add(held);
            }
            if (entry == spawn) {
                break;
            }
        }
        doomed.forEach(held -> outlet.drop(held, nowNanos));
        return spawn != null && !entities.isReplacing(OrderingKey.entityId(key));
    }

    /**
     * The newest held spawn of an entity, if it and all that followed is about that entity alone: what names others too
     * must find it on the client, and others wait for a spawn that takes their vehicle's place.
     */
    private static @Nullable KeyEntry spawnBefore(@Nullable KeyEntry last, long key) {
        for (KeyEntry entry = last; entry != null; entry = entry.previous) {
            Message message = entry.message().message;
            if (!isAboutOnly(message, key) || entry.message().entryCount() > message.keyCount()) {
                return null;
            }
            Observation told = message.observation();
            if (told != null && told.spawns(OrderingKey.entityId(key))) {
                return entry;
            }
        }
        return null;
    }

    /** Whether a message is about one entity, wherever it stands, whatever its profile and whoever has cast it out. */
    private static boolean isAboutOnly(Message message, long entityKey) {
        for (int i = 0; i < message.keyCount(); i++) {
            long key = message.key(i);
            boolean place = OrderingKey.isAngler(key) || (!message.isExclusive(i) && !OrderingKey.isEntity(key));
            if (key != entityKey && !place) {
                return false;
            }
        }
        return message.type().role() == LifecycleRole.NONE;
    }

    /** Whether the client forgets with its world what a message says (H10). */
    static boolean isOfTheWorld(Message message) {
        LifecycleRole role = message.type().role();
        if (message.target() instanceof Target.StreamTarget
                || role == LifecycleRole.CHUNK_UNLOAD
                || role == LifecycleRole.ENTITY_REMOVE) {
            return false;
        }
        for (int i = 0; i < message.keyCount(); i++) {
            if (message.isExclusive(i) && !OrderingKey.isOfTheWorld(message.key(i))) {
                return false;
            }
        }
        return true;
    }
}
