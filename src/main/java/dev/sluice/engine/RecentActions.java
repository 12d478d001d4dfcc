package dev.sluice.engine;

import dev.sluice.engine.packet.EditPlace;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What the player did to blocks of late, and where it was put, so that the server's answer need not wait (H25). A few actions
 * are remembered, the newest ones. An edit is taken for the answer to the newest action near it, and each action makes room
 * for a few small edits, so that a flood of them waits like any other. {@link #note} on any thread, the rest is the client's
 * thread's.
 */
final class RecentActions {

    /** How long edits near an action are taken for its answer: pistons, water and redstone need a second or so. */
    static final long MEMORY_NANOS = 2_000_000_000L;

    /** So many edits of an action go out at once. */
    static final int MAX_EDITS = 16;

    /** So many bytes go out at once for an action, with what its edits take along. */
    static final long MAX_BYTES = 2_048;

    /** How many actions are remembered; a power of two. A player clicks five times a second, and digs twenty. */
    private static final int CAPACITY = 16;

    /** One action; what is left of its room is confined to the client's thread. */
    private static final class Action {
        private final int x;
        private final int y;
        private final int z;
        private final int reach;
        private final long nanos;
        private int editsLeft = MAX_EDITS;
        private long bytesLeft = MAX_BYTES;

        private Action(int x, int y, int z, int reach, long nanos) {
            this.x = x;
            this.y = y;
            this.z = z;
            this.reach = reach;
            this.nanos = nanos;
        }

        private boolean isAnsweredBy(EditPlace edit, long nowNanos) {
            return nowNanos - nanos <= MEMORY_NANOS && edit.isWithin(reach, x, y, z);
        }
    }

    private final AtomicReferenceArray<@Nullable Action> ring = new AtomicReferenceArray<>(CAPACITY);
    private final AtomicInteger count = new AtomicInteger();

    /** Null until the player has done something. */
    private volatile @Nullable Action newest;

    /** The action whose room was asked for last. */
    private @Nullable Action asked;

    /** Remembers an action at a block; edits up to {@code reach} blocks away along each axis may be its answer. */
    void note(int x, int y, int z, int reach, long nowNanos) {
        Action action = new Action(x, y, z, reach, nowNanos);
        ring.set(count.getAndIncrement() & (CAPACITY - 1), action);
        newest = action;
    }

    /** Forgets all: they were in another world. */
    void forget() {
        newest = null;
        for (int i = 0; i < CAPACITY; i++) {
            ring.set(i, null);
        }
    }

    /**
     * How many bytes may go out at once for an edit; 0 if it is no action's answer, or too many were. Asking uses up one
     * of its action's edits, whatever becomes of it: what is refused shall not be looked at over and over.
     */
    long room(EditPlace edit, long nowNanos) {
        Action last = newest;
        if (last == null || nowNanos - last.nanos > MEMORY_NANOS) {
            return 0;
        }
        int next = count.get();
        for (int i = 1; i <= CAPACITY; i++) {
            Action action = ring.get((next - i) & (CAPACITY - 1));
            if (action != null && action.isAnsweredBy(edit, nowNanos)) {
                asked = action;
                return action.editsLeft-- > 0 ? Math.max(0, action.bytesLeft) : 0;
            }
        }
        return 0;
    }

    /** So many bytes went out for the edit that was asked about last. */
    void spent(long bytes) {
        Action action = asked;
        if (action != null) {
            action.bytesLeft -= bytes;
        }
    }
}
