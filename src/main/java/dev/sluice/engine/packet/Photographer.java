package dev.sluice.engine.packet;

import dev.sluice.engine.priority.HeldPicture;
import dev.sluice.engine.priority.MessagePriority;
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
        for (HeldMessage held = queue.byAge().oldest(); held != null; held = held.newer) {
            HeldTarget target = held.target;
            if (target == null) {
                continue;
            }
            int item = into.add(target.messageClass(), scores.score(target), held.sizeBytes);
            held.item = item;
            if (held.dated) {
                into.due(item, held.deadlineNanos - nowNanos);
                if (held.droppable) {
                    into.perishable(item);
                }
            } else if (!isTerrain(held)) {
                int terrain = terrainBefore(held, into);
                if (terrain != HeldPicture.NONE) {
                    into.behind(item, terrain);
                }
            } else if (isInRing(held.message, chunkX, chunkZ)) {
                into.inRing(item);
            }
        }
    }

    /** A message without a deadline waits for terrain, or stands behind one that does. */
    private static int terrainBefore(HeldMessage held, HeldPicture into) {
        for (int i = 0; i < held.entryCount(); i++) {
            KeyEntry before = held.entry(i).previous;
            if (before != null && !before.message().dated) {
                HeldMessage message = before.message();
                int terrain = isTerrain(message) ? message.item : into.terrainBefore(message.item);
                if (terrain != HeldPicture.NONE) {
                    return terrain;
                }
            }
        }
        return HeldPicture.NONE;
    }

    private static boolean isTerrain(HeldMessage held) {
        return held.message.type().priority() == MessagePriority.CHUNK_DATA;
    }

    private static boolean isInRing(Message message, int chunkX, int chunkZ) {
        return message.type().role() == LifecycleRole.CHUNK_LOAD
                && message.target() instanceof Target.ChunkTarget(int x, int z)
                && Math.abs(x - chunkX) <= 1
                && Math.abs(z - chunkZ) <= 1;
    }
}
