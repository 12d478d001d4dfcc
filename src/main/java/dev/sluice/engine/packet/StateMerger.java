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
 * Merges a new entity state into what is held of the same component, so that an entity mostly has a few held updates
 * however long it waits. But of moves of more than 4 blocks in one direction, half of what a packet can say, no two add up:
 * any number of them waits, so that only the newest updates are looked through. What finds nothing there stands for itself.
 * A merged message keeps its place and its deadline. Confined to the client's thread.
 */
final class StateMerger {

    /** So many of the newest held moves are asked to take a further one. */
    private static final int MAX_SUMS = 4;

    /** So many held updates at a time are looked through for one of the same component. */
    private static final int MAX_OTHERS = 16;

    private final HoldQueue queue;
    private final Superseded superseded;

    /** What became of a merge. */
    interface Superseded {
        /** A packet is no longer needed; its message stays, with newer content, or is gone. Must not call back. */
        void superseded(Object packet, @Nullable Object receipt);
    }

    StateMerger(HoldQueue queue, Superseded superseded) {
        this.queue = queue;
        this.superseded = superseded;
    }

    /** Whether anything is held that a message could be put into; if so, it may still have to stand for itself. */
    boolean mayAbsorb(Message message) {
        return message.state() != null && message.keyCount() == 1 && queue.key(message.key(0)) != null;
    }

    /** Tries to put a state message into one that is held. Returns false if it must stand for itself. */
    boolean absorb(Message message, Object packet, @Nullable Object receipt, long sizeBytes, long nowNanos) {
        StateUpdate update = message.state();
        HeldMessage held = update == null ? null : mergeable(message, update);
        return update != null && held != null && mergeInto(message, update, held, packet, receipt, sizeBytes, nowNanos);
    }

    /** The same, but only if it has nothing to do with the time: no other held message leaves, which could wake further ones. */
    boolean absorbUndated(Message message, Object packet, @Nullable Object receipt, long sizeBytes) {
        StateUpdate update = message.state();
        HeldMessage held = update == null ? null : mergeable(message, update);
        return update != null
                && held != null
                && (update instanceof Move || before(held, update.component()) == null)
                && mergeInto(message, update, held, packet, receipt, sizeBytes, 0);
    }

    /** The newest held update of a message's component, if that may go into it; null if not. */
    private @Nullable HeldMessage mergeable(Message message, StateUpdate update) {
        KeyQueue keyQueue = message.keyCount() == 1 ? queue.key(message.key(0)) : null;
        HeldMessage held = keyQueue == null ? null : lastOf(update.component(), keyQueue.last());
        return held == null || held.message.type().priority() != message.type().priority() ? null : held;
    }

    private boolean mergeInto(
            Message message,
            StateUpdate update,
            HeldMessage held,
            Object packet,
            @Nullable Object receipt,
            long sizeBytes,
            long nowNanos) {
        // Most are moves, and an instanceof costs a tenth of a switch over types.
        if (update instanceof Move move) {
            return add(held, move, packet, receipt, sizeBytes);
        }
        return switch (update) {
            case Partial partial -> false;
            case Absolute absolute -> replace(held, message, packet, receipt, sizeBytes, nowNanos);
            case Place place -> replace(held, message, packet, receipt, sizeBytes, nowNanos);
            case Indexed indexed -> union(held, indexed, packet, receipt, sizeBytes);
            case Move move -> add(held, move, packet, receipt, sizeBytes);
        };
    }

    /**
     * The newest held update of a component, as long as few others and no fact stand behind it: components commute, and what is only
     * seen or heard of an entity does so with them. Equipment is a fact of which the newest takes further values.
     */
    private static @Nullable HeldMessage lastOf(Component component, @Nullable KeyEntry last) {
        KeyEntry entry = last;
        for (int passed = 0; passed <= MAX_OTHERS && entry != null; passed++, entry = entry.previous) {
            HeldMessage held = entry.message();
            StateUpdate state = held.state;
            if (state != null && state.component() == component) {
                return held.entryCount() == 1 ? held : null;
            }
            if (held.isFact() || (state != null && held.entryCount() != 1)) {
                return null;
            }
        }
        return null;
    }

    private static @Nullable HeldMessage before(HeldMessage held, Component component) {
        return lastOf(component, held.entry(0).previous);
    }

    /** A whole value supersedes the older updates of its component back to the last fact. */
    private boolean replace(
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
        HeldMessage older = olderOf(held, update);
        while (older != null) {
            if (older.dated && held.dated && older.deadlineNanos - held.deadlineNanos < 0) {
                queue.advance(held, older.deadlineNanos);
            }
            queue.remove(older, nowNanos);
            superseded.superseded(older.packet, older.receipt);
            // From where it stood, so that nothing is looked through once more.
            older = olderOf(older, update);
        }
        return true;
    }

    /** What an update supersedes before a held one. */
    private static @Nullable HeldMessage olderOf(HeldMessage held, @Nullable StateUpdate update) {
        return update == null ? null : before(held, update.component());
    }

    /** The newer values win, the others stay. */
    private boolean union(HeldMessage held, Indexed newer, Object packet, @Nullable Object receipt, long sizeBytes) {
        if (!(held.state instanceof Indexed older)
                || older.idempotent() != newer.idempotent()
                || older.flag() != newer.flag()) {
            return false;
        }
        Map<Object, Object> values = new LinkedHashMap<>(older.values());
        values.putAll(newer.values());
        held.state = new Indexed(newer.entityId(), newer.component(), values, newer.idempotent(), newer.flag());
        held.merged = true;
        // Values that replace others take about the place of those.
        int added = values.size() - older.values().size();
        long grown =
                held.sizeBytes + sizeBytes * added / Math.max(1, newer.values().size());
        queue.resize(held, Math.max(grown, sizeBytes));
        superseded.superseded(packet, receipt);
        return true;
    }

    /**
     * Adds a move to the newest held one that can take it, of the newest few. Moves that cancel each other stay two, since one
     * packet cannot say that (see {@link HeldMessage#canAdd}); which of them takes a further one does not matter, sums commute.
     */
    private boolean add(HeldMessage newest, Move move, Object packet, @Nullable Object receipt, long sizeBytes) {
        HeldMessage into = newest;
        for (int tried = 0; tried < MAX_SUMS && into != null && into.state instanceof Move held; tried++) {
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
