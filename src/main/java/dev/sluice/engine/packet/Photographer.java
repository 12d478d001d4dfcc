package dev.sluice.engine.packet;

import dev.sluice.engine.priority.HeldPicture;
import dev.sluice.engine.priority.ReadyTargets;
import dev.sluice.engine.priority.Target;

/** Takes pictures of what is held, for dry runs of the order. Confined to the client's thread. */
final class Photographer {

    private final HoldQueue queue;
    private final ReadyTargets scores;

    Photographer(HoldQueue queue, ReadyTargets scores) {
        this.queue = queue;
        this.scores = scores;
    }

    /**
     * Takes a picture.
     *
     * @param chunkX the chunk around which the client waits for chunks
     */
    void take(HeldPicture into, long nowNanos, int chunkX, int chunkZ) {
        into.clear();
        for (HeldMessage held = queue.byAge().oldest();
                held != null;
                held = queue.byAge().newer(held)) {
            HeldTarget target = held.target;
            if (target == null) {
                continue;
            }
            long due = held.dated ? held.deadlineNanos - nowNanos : HeldPicture.NEVER;
            int item = into.add(target.messageClass(), held.sizeBytes, due);
            for (int i = 0; i < held.entryCount(); i++) {
                addKey(into, held.entry(i));
            }
            if (held.droppable) {
                into.perishable(item);
            }
            if (held.isTerrain()) {
                into.terrain(item);
            }
            switch (target.messageClass()) {
                case NEARBY_ENTITIES -> into.about(item, target.entityRow(), target.isStateOnly());
                case CHUNK_DATA -> {
                    boolean unload = held.message.type().role() == LifecycleRole.CHUNK_UNLOAD;
                    into.score(item, scores.chunkScore(target.target(), unload));
                    if (held.isTerrain() && isInRing(held.message, chunkX, chunkZ)) {
                        into.inRing(item);
                    }
                }
                case PLAYER_STATE, VOXEL_EDITS, CHAT, METADATA -> {}
            }
        }
    }

    private static void addKey(HeldPicture into, KeyEntry entry) {
        KeyQueue along = entry.queue;
        if (along == null) {
            throw new IllegalStateException(
                    "expected a held message to stand in its keys' queues: " + entry.message().message);
        }
        // Messages come from the oldest to the newest here as along each key.
        int before = entry.previous == null ? HeldPicture.NONE : along.lastPictured;
        along.lastPictured = into.key(before, entry.exclusive);
    }

    private static boolean isInRing(Message message, int chunkX, int chunkZ) {
        return message.target() instanceof Target.ChunkTarget(int x, int z)
                && Math.abs(x - chunkX) <= 1
                && Math.abs(z - chunkZ) <= 1;
    }
}
