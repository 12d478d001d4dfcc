package dev.sluice.engine.packet;

import dev.sluice.engine.packet.StateUpdate.Absolute;
import dev.sluice.engine.packet.StateUpdate.Move;
import dev.sluice.engine.packet.StateUpdate.Partial;
import dev.sluice.engine.priority.Component;
import org.jspecify.annotations.Nullable;

/**
 * Merges a new entity state into what is held of the same component, so that an entity has at most a few held updates
 * however long it waits. A merged message keeps its place and its deadline.
 */
final class StateMerger {

    private final HoldQueue queue;

    StateMerger(HoldQueue queue) {
        this.queue = queue;
    }

    /** What became of a merge. */
    interface Superseded {
        /** A packet is no longer needed; its message stays, with newer content, or is gone. */
        void superseded(Object packet, @Nullable Object receipt);
    }

    /** Tries to put a state message into one that is held. Returns false if it must stand for itself. */
    boolean absorb(Message message, Object packet, @Nullable Object receipt, long nowNanos, Superseded superseded) {
        StateUpdate update = message.state();
        if (update == null || message.keys().size() != 1) {
            return false;
        }
        KeyQueue keyQueue = queue.key(message.keys().getFirst().key());
        if (keyQueue == null) {
            return false;
        }
        HeldMessage held = lastOf(update.component(), keyQueue.last());
        if (held == null || held.message.type().priority() != message.type().priority()) {
            return false;
        }
        return switch (update) {
            case Partial partial -> false;
            case StateUpdate.Indexed indexed -> false;
            case Absolute absolute -> replaceOlder(held, message, packet, receipt, nowNanos, superseded);
            case StateUpdate.Place place -> replaceOlder(held, message, packet, receipt, nowNanos, superseded);
            case Move move -> {
                Move sum = held.state instanceof Move older ? add(older, move) : null;
                if (sum == null) {
                    yield false;
                }
                // The newer packet is let go: the sum is composed from the update when it is released.
                superseded.superseded(packet, receipt);
                held.state = sum;
                held.merged = true;
                yield true;
            }
        };
    }

    private boolean replaceOlder(
            HeldMessage held,
            Message message,
            Object packet,
            @Nullable Object receipt,
            long nowNanos,
            Superseded superseded) {
        dropOlder(held, nowNanos, superseded);
        superseded.superseded(held.packet, held.receipt);
        replace(held, message, packet, receipt);
        return true;
    }

    /** The newest held update of a component, as long as nothing but state stands behind it: components commute. */
    private static @Nullable HeldMessage lastOf(Component component, KeyQueue.@Nullable Entry last) {
        for (KeyQueue.Entry entry = last; entry != null; entry = entry.previous) {
            HeldMessage held = entry.message;
            StateUpdate state = held.state;
            if (state == null || held.keyEntries.size() != 1) {
                return null;
            }
            if (state.component() == component) {
                return held;
            }
        }
        return null;
    }

    /** An absolute value supersedes every older update of its component back to the last fact. */
    private void dropOlder(HeldMessage newest, long nowNanos, Superseded superseded) {
        StateUpdate state = newest.state;
        if (state == null) {
            return;
        }
        HeldMessage older = lastOf(state.component(), newest.keyEntries.getFirst().previous);
        while (older != null) {
            KeyQueue.Entry before = older.keyEntries.getFirst().previous;
            queue.remove(older, nowNanos);
            superseded.superseded(older.packet, older.receipt);
            older = lastOf(state.component(), before);
        }
    }

    private void replace(HeldMessage held, Message message, Object packet, @Nullable Object receipt) {
        held.message = message;
        held.packet = packet;
        held.receipt = receipt;
        held.state = message.state();
        held.merged = false;
    }

    /**
     * The move that does what both do, or null if there is none: the sum overflows a short, or it is zero where the
     * parts are not. The client rounds a coordinate to 1/4096 block with the first delta that is not zero, so that a
     * zero sum would leave a coordinate unrounded that two moves round.
     */
    static @Nullable Move add(Move older, Move newer) {
        if (!addable(older.deltaX(), newer.deltaX())
                || !addable(older.deltaY(), newer.deltaY())
                || !addable(older.deltaZ(), newer.deltaZ())) {
            return null;
        }
        return new Move(
                newer.entityId(),
                (short) (older.deltaX() + newer.deltaX()),
                (short) (older.deltaY() + newer.deltaY()),
                (short) (older.deltaZ() + newer.deltaZ()),
                newer.hasRotation() ? newer.yaw() : older.yaw(),
                newer.hasRotation() ? newer.pitch() : older.pitch(),
                newer.onGround(),
                older.hasPosition() || newer.hasPosition(),
                older.hasRotation() || newer.hasRotation());
    }

    private static boolean addable(short older, short newer) {
        int sum = older + newer;
        return sum == (short) sum && (sum != 0 || (older == 0 && newer == 0));
    }
}
