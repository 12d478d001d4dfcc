package dev.sluice.engine.packet;

import dev.sluice.engine.priority.Target;
import org.jspecify.annotations.Nullable;

/** The chunks that the client may have, and those that it keeps, by what was written to it. Confined to the client's thread. */
final class ClientChunks {

    /** The client keeps so many chunks more around its centre than its view distance (ClientChunkCache). */
    private static final int EXTRA_RADIUS = 3;

    /** The client has no more places than these, with the largest view distance of 32. */
    private static final int MAX_LOADED_BEFORE = (2 * (32 + EXTRA_RADIUS) + 1) * (2 * (32 + EXTRA_RADIUS) + 1);

    private final LongMap<Target.ChunkTarget> loaded = new LongMap<>();

    /**
     * Those of the worlds before: a respawn in the same dimension keeps them, and a dead player's are not unloaded. And those of
     * which the last data got lost or came in a bundle.
     */
    private LongMap<Target.ChunkTarget> loadedBefore = new LongMap<>();

    /** Those from before the session; null if it has begun with the client's world. */
    private @Nullable InheritedChunks inherited;

    /** Whether those are of the world that the client is in. */
    private boolean inheritedHere;

    private Observation.@Nullable ViewCentre centre;
    private int radius = Integer.MAX_VALUE;

    /** A message is about to be written: from now on the client may have its chunk. */
    void writing(Message message) {
        if (message.type().role() == LifecycleRole.CHUNK_LOAD) {
            put(loaded, message.target());
        } else if (!message.parts().isEmpty()) {
            writingBundle(message);
        }
    }

    /** One of the chunks that a bundle names may be what it loads. */
    private void writingBundle(Message bundle) {
        boolean loads = bundle.parts().stream().anyMatch(part -> part.role() == LifecycleRole.CHUNK_LOAD);
        for (int i = 0; loads && i < bundle.keyCount(); i++) {
            long key = bundle.key(i);
            if (OrderingKey.isChunk(key)) {
                put(loadedBefore, new Target.ChunkTarget(OrderingKey.chunkX(key), OrderingKey.chunkZ(key)));
            }
        }
    }

    private static void put(LongMap<Target.ChunkTarget> into, Target target) {
        if (target instanceof Target.ChunkTarget chunk) {
            into.put(chunk.id(), chunk);
        }
    }

    /** Notes what a written message did. */
    void written(Message message) {
        switch (message.type().role()) {
            case CHUNK_LOAD -> put(loaded, message.target());
            case CHUNK_UNLOAD -> unloaded(message.target());
            case ENTITY_REMOVE, NONE -> {}
        }
    }

    private void unloaded(Target target) {
        loaded.remove(target.id());
        loadedBefore.remove(target.id());
        if (inherited != null && target instanceof Target.ChunkTarget chunk) {
            inherited.unloaded(chunk);
        }
    }

    /** What was noted as written was not. The client may have got the chunk before all the same. */
    void lost(Message message) {
        if (message.type().role() == LifecycleRole.CHUNK_LOAD) {
            loaded.remove(message.target().id());
            put(loadedBefore, message.target());
        }
    }

    /** Whether the client may have a chunk, however unlikely that is: from before its session it may have any. */
    boolean mayHave(Target chunk) {
        return inherited != null || wasSent(chunk);
    }

    /** Whether the client shows a chunk, as far as is known, or did before the last world began. */
    boolean mayShow(Target chunk) {
        return wasSent(chunk) || isInherited(chunk);
    }

    private boolean wasSent(Target chunk) {
        return loaded.get(chunk.id()) != null || loadedBefore.get(chunk.id()) != null;
    }

    private boolean isInherited(Target target) {
        return inherited != null && target instanceof Target.ChunkTarget chunk && inherited.has(chunk);
    }

    /** Whether the client has a chunk of this world, as far as is known. */
    boolean has(int chunkX, int chunkZ) {
        Target.ChunkTarget chunk = new Target.ChunkTarget(chunkX, chunkZ);
        return loaded.get(chunk.id()) != null || (inheritedHere && isInherited(chunk));
    }

    /** The client has been in its world for some time: what it was sent before nobody has seen. */
    void inherit(int chunkX, int chunkZ, int viewDistanceChunks) {
        inherited = new InheritedChunks(chunkX, chunkZ, viewDistanceChunks + EXTRA_RADIUS);
        inheritedHere = true;
    }

    /**
     * The client has a new world, which may be the old one.
     *
     * @param elsewhere whether it certainly is not: the client makes a level anew for another dimension (ClientPacketListener)
     */
    void newWorld(boolean elsewhere) {
        if (elsewhere) {
            loadedBefore = new LongMap<>();
            inherited = null;
        } else {
            loaded.forEach(chunk -> put(loadedBefore, chunk));
        }
        loaded.clear();
        inheritedHere = false;
        if (loadedBefore.size() > MAX_LOADED_BEFORE) {
            forgetOutOfView();
        }
        centre = null;
    }

    /**
     * What is out of its view the client shows again when the view comes back, unless it has got another chunk for that place of
     * its array: it has as many places as its view has chunks, so that most of more than those are gone.
     */
    private void forgetOutOfView() {
        LongMap<Target.ChunkTarget> kept = new LongMap<>();
        loadedBefore.forEach(chunk -> {
            if (!isOutOfView(chunk)) {
                put(kept, chunk);
            }
        });
        loadedBefore = kept;
    }

    void centreOn(Observation.ViewCentre newCentre) {
        centre = newCentre;
    }

    void radius(int viewDistanceChunks) {
        radius = Math.max(2, viewDistanceChunks) + EXTRA_RADIUS;
    }

    /** The chunk that the client's view is centred on; null until the server has said so in this world. */
    Observation.@Nullable ViewCentre centre() {
        return centre;
    }

    /** Whether the client would ignore a chunk, as far as centre and radius are known. */
    boolean isOutOfView(Target.ChunkTarget chunk) {
        Observation.ViewCentre at = centre;
        return at != null
                && radius != Integer.MAX_VALUE
                && (Math.abs(chunk.chunkX() - at.chunkX()) > radius || Math.abs(chunk.chunkZ() - at.chunkZ()) > radius);
    }
}
