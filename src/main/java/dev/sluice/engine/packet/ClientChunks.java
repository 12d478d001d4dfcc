package dev.sluice.engine.packet;

import dev.sluice.engine.priority.Target;
import java.util.HashSet;
import java.util.Set;

/** The chunks that the client may have, by what was written to it. Confined to the client's thread. */
final class ClientChunks {

    private Set<Target> loaded = new HashSet<>();

    /** Those of the world before: a respawn in the same dimension keeps them. */
    private Set<Target> loadedBefore = new HashSet<>();

    /** Notes what a written message did. */
    void written(Message message) {
        switch (message.type().role()) {
            case CHUNK_LOAD -> loaded.add(message.target());
            case CHUNK_UNLOAD -> {
                loaded.remove(message.target());
                loadedBefore.remove(message.target());
            }
            case ENTITY_REMOVE, NONE -> {}
        }
    }

    /** Whether the client may have a chunk. */
    boolean mayHave(Target chunk) {
        return loaded.contains(chunk) || loadedBefore.contains(chunk);
    }

    /** The client has a new world, which may be the old one. */
    void newWorld() {
        loadedBefore = loaded;
        loaded = new HashSet<>();
    }
}
