package dev.sluice.engine.packet;

import org.jspecify.annotations.Nullable;

/**
 * Messages that have left, to be used again, those of state by the entity that they were about, so that holding allocates
 * nothing in the long run but for what has many keys. One that has left keeps its {@link HeldMessage#gone} mark until
 * {@link #recycle}, since whoever walks over it may be called back meanwhile. Confined to the client's thread.
 */
final class HeldPool {

    /** More is left to the garbage collector: after a flood a player must not keep its memory. */
    private static final int MAX_FREE = 1_024;

    /** What stood in more queues is left as well: a removal of thousands has an entry, and keeps a key, for each. */
    private static final int MAX_ENTRIES = 9;

    private @Nullable HeldMessage free;
    private int freeCount;
    private @Nullable HeldMessage left;

    /** A message to hold a packet of a target in. Entities keep one for their state, which comes again and again. */
    HeldMessage take(Message message, Object packet, HeldTarget target) {
        HeldMessage own = message.state() != null && target instanceof ClientEntity entity ? entity.takeSpare() : null;
        return own == null ? take(message, packet) : own;
    }

    private HeldMessage take(Message message, Object packet) {
        HeldMessage taken = free;
        if (taken == null) {
            return new HeldMessage(message, packet);
        }
        free = taken.nextInPool;
        taken.nextInPool = null;
        freeCount--;
        return taken;
    }

    /** Takes a message that has left; it is as it was until the next {@link #recycle}. */
    void leave(HeldMessage message) {
        message.nextInPool = left;
        left = message;
    }

    /** Makes what has left usable again. Only while nobody walks over messages. */
    void recycle() {
        HeldMessage message = left;
        left = null;
        while (message != null) {
            HeldMessage next = message.nextInPool;
            boolean kept = message.message.state() != null
                    && message.target instanceof ClientEntity entity
                    && entity.keepSpare(message);
            message.forget();
            if (!kept && freeCount < MAX_FREE && message.entryCount() <= MAX_ENTRIES) {
                message.nextInPool = free;
                free = message;
                freeCount++;
            }
            message = next;
        }
    }
}
