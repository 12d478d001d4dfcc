package dev.sluice.oracle;

import java.util.Arrays;

/** Knows what the client has from before: the entities whose ids are used again, and what a respawn in the same world has left. */
final class Remains {

    /** Entities that nobody has removed since their spawn was offered. */
    private final boolean[] spawned = new boolean[Places.ENTITIES];

    /** Those of them that were spawned before a respawn, and have reached the client. */
    private final boolean[] left = new boolean[Places.ENTITIES];

    /** Whether the newest spawn of an id takes the place of another entity, and of one that was left. */
    private final boolean[] succeeds = new boolean[Places.ENTITIES];

    private final boolean[] succeedsLeft = new boolean[Places.ENTITIES];

    private final boolean[] loaded = new boolean[Places.CHUNKS];
    private final boolean[] leftChunks = new boolean[Places.CHUNKS];

    /** A spawn is offered. */
    void spawned(int id) {
        succeeds[id] = spawned[id];
        succeedsLeft[id] = left[id];
        spawned[id] = true;
        left[id] = false;
    }

    void removed(int id) {
        spawned[id] = false;
        left[id] = false;
        succeeds[id] = false;
        succeedsLeft[id] = false;
    }

    void loaded(int chunk) {
        loaded[chunk] = true;
    }

    void unloaded(int chunk) {
        loaded[chunk] = false;
        leftChunks[chunk] = false;
    }

    /** The player respawns in the same world; the spawns and chunks of which some are held never reach the client. */
    void respawned(int[] heldSpawns, int[] heldChunks) {
        for (int id = 0; id < spawned.length; id++) {
            left[id] |= spawned[id] && heldSpawns[id] == 0;
            spawned[id] = left[id];
        }
        for (int chunk = 0; chunk < loaded.length; chunk++) {
            leftChunks[chunk] |= loaded[chunk] && heldChunks[chunk] == 0;
        }
        Arrays.fill(loaded, false);
    }

    /** The client forgets everything. */
    void newWorld() {
        Arrays.fill(spawned, false);
        Arrays.fill(left, false);
        Arrays.fill(loaded, false);
        Arrays.fill(leftChunks, false);
    }

    boolean isSpawned(int id) {
        return spawned[id];
    }

    boolean isAnySpawned(int[] of) {
        for (int id = 0; id < of.length; id++) {
            if (of[id] > 0 && spawned[id]) {
                return true;
            }
        }
        return false;
    }

    boolean isSuccessor(int id) {
        return succeeds[id];
    }

    boolean isSuccessorOfLeft(int id) {
        return succeedsLeft[id];
    }

    boolean isLeft(int chunk) {
        return leftChunks[chunk];
    }
}
