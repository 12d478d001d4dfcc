package dev.sluice.engine.packet;

import dev.sluice.engine.packet.StateUpdate.Absolute;
import dev.sluice.engine.packet.StateUpdate.Indexed;
import dev.sluice.engine.packet.StateUpdate.Move;
import dev.sluice.engine.packet.StateUpdate.Partial;
import dev.sluice.engine.packet.StateUpdate.Place;
import dev.sluice.engine.priority.Component;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges a new entity state into what is held of the same component, so that an entity has at most a few held updates
 * however long it waits. A merged message keeps its place and its deadline. Confined to the client's thread.
 */
final class StateMerger {

    private final HoldQueue queue;
    private final Superseded superseded;

    /** What became of a merge. */
    interface Superseded {
        /** A packet is no longer needed; its message stays, with newer content, or is gone. */
        void superseded(Object packet, @Nullable Object receipt);
    }

    StateMerger(HoldQueue queue, Superseded superseded) {
        this.queue = queue;
        this.superseded = superseded;
    }

    /** Tries to put a state message into one that is held. Returns false if it must stand for itself. */
    boolean absorb(Message message, Object packet, @Nullable Object receipt, long sizeBytes, long nowNanos) {
        StateUpdate update = message.state();
        if (update == null || message.keyCount() != 1) {
            return false;
        }
        KeyQueue keyQueue = queue.key(message.key(0));
        if (keyQueue == null) {
            return false;
        }
        HeldMessage held = lastOf(update.component(), keyQueue.last());
        if (held == null || held.message.type().priority() != message.type().priority()) {
            return false;
        }
        switch (update) {
            case Partial partial -> {
                return false;
            }
            case Absolute absolute -> replace(held, message, packet, receipt, sizeBytes, nowNanos);
            case Place place -> replace(held, message, packet, receipt, sizeBytes, nowNanos);
            case Indexed indexed -> {
                return union(held, indexed, packet, receipt, sizeBytes);
            }
            case Move move -> {
                return add(held, move, packet, receipt, sizeBytes);
            }
        }
        return true;
    }

    /** The newest held update of a component, as long as nothing but state stands behind it: components commute. */
    private static @Nullable HeldMessage lastOf(Component component, @Nullable KeyEntry last) {
        for (KeyEntry entry = last; entry != null; entry = entry.previous) {
            StateUpdate state = entry.message().state;
            if (state == null || entry.message().entryCount() != 1) {
                return null;
            }
            if (state.component() == component) {
                return entry.message();
            }
        }
        return null;
    }

    private static @Nullable HeldMessage before(HeldMessage held, Component component) {
        return lastOf(component, held.entry(0).previous);
    }

    /** A whole value supersedes every older update of its component back to the last fact. */
    private void replace(
            HeldMessage held, Message message, Object packet, @Nullable Object receipt, long sizeBytes, long nowNanos) {
        StateUpdate update = message.state();
        Object oldPacket = held.packet;
        Object oldReceipt = held.receipt;
        held.message = message;
        held.packet = packet;
        held.receipt = receipt;
        held.state = update;
        held.merged = false;
        queue.resize(held, sizeBytes);
        superseded.superseded(oldPacket, oldReceipt);
        HeldMessage older = update == null || held.gone ? null : before(held, update.component());
        while (older != null) {
            HeldMessage next = before(older, older.state == null ? Component.POSITION : older.state.component());
            if (older.dated && held.dated && older.deadlineNanos - held.deadlineNanos < 0) {
                queue.redate(held, older.deadlineNanos);
            }
            queue.remove(older, nowNanos);
            superseded.superseded(older.packet, older.receipt);
            older = next;
        }
    }

    /** The newer values win, the others stay. */
    private boolean union(HeldMessage held, Indexed newer, Object packet, @Nullable Object receipt, long sizeBytes) {
        if (!(held.state instanceof Indexed older) || older.idempotent() != newer.idempotent()) {
            return false;
        }
        Map<Object, Object> values = new LinkedHashMap<>(older.values());
        values.putAll(newer.values());
        held.state = new Indexed(newer.entityId(), newer.component(), values, newer.idempotent());
        held.merged = true;
        queue.resize(held, Math.max(held.sizeBytes, sizeBytes));
        superseded.superseded(packet, receipt);
        return true;
    }

    /**
     * Adds a move to the newest held one that can take it. Moves that cancel each other stay two, since one packet cannot
     * say that (see {@link HeldMessage#canAdd}); which of them takes a further one does not matter, sums commute.
     */
    private boolean add(HeldMessage newest, Move move, Object packet, @Nullable Object receipt, long sizeBytes) {
        HeldMessage into = newest;
        while (into != null && into.state instanceof Move held) {
            startSum(into, held);
            if (into.canAdd(move)) {
                into.addPosition(move);
                into.merged = true;
                // Rotation and ground are the newest's, and the newest is what the client applies last.
                if (newest.state instanceof Move last) {
                    startSum(newest, last);
                    newest.follow(move);
                    newest.merged = true;
                }
                queue.resize(newest, Math.max(newest.sizeBytes, sizeBytes));
                superseded.superseded(packet, receipt);
                return true;
            }
            into = before(into, Component.POSITION);
        }
        return false;
    }

    private static void startSum(HeldMessage held, Move move) {
        if (!held.merged) {
            held.startSum(move);
        }
    }
}
