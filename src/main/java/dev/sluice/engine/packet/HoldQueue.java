package dev.sluice.engine.packet;

import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is held for one client: by age, by class and target, and along each ordering key. It knows order and nothing of
 * budgets. Confined to the client's thread.
 */
final class HoldQueue {

    private final LinkedHashSet<HeldMessage> byAge = new LinkedHashSet<>();
    private final LinkedHashSet<HeldMessage> ephemerals = new LinkedHashSet<>();
    private final Map<MessagePriority, Map<Target, HeldTarget>> byClass = new EnumMap<>(MessagePriority.class);
    private final Map<Long, KeyQueue> byKey = new HashMap<>();
    private long maxDeferralNanos;
    private long nextSequence;
    private long bytes;

    HoldQueue(long maxDeferralNanos) {
        this.maxDeferralNanos = maxDeferralNanos;
        for (MessagePriority messageClass : MessagePriority.values()) {
            byClass.put(messageClass, new LinkedHashMap<>());
        }
    }

    void reconfigure(long newMaxDeferralNanos) {
        maxDeferralNanos = newMaxDeferralNanos;
    }

    int size() {
        return byAge.size();
    }

    long bytes() {
        return bytes;
    }

    Collection<HeldTarget> backlog(MessagePriority messageClass) {
        return targets(messageClass).values();
    }

    @Nullable
    HeldTarget find(MessagePriority messageClass, Target target) {
        return targets(messageClass).get(target);
    }

    @Nullable
    KeyQueue key(long key) {
        return byKey.get(key);
    }

    @Nullable
    HeldMessage oldest() {
        return byAge.isEmpty() ? null : byAge.getFirst();
    }

    @Nullable
    HeldMessage oldestEphemeral() {
        return ephemerals.isEmpty() ? null : ephemerals.getFirst();
    }

    @SuppressWarnings("ReferenceEquality") // packets are records that compare by value (H3)
    boolean holds(Object packet) {
        for (HeldMessage held : byAge) {
            if (held.packet == packet) {
                return true;
            }
        }
        return false;
    }

    List<HeldMessage> snapshot() {
        return new ArrayList<>(byAge);
    }

    /** Holds a message behind everything that it must not overtake. */
    void add(Message message, Object packet, @Nullable Object receipt, long sizeBytes, long nowNanos) {
        HeldMessage held = new HeldMessage(nextSequence++, nowNanos, message, packet, receipt, sizeBytes);
        boolean waitsWithoutDeadline = false;
        boolean terrainHeld = message.target() instanceof Target.ChunkTarget(int x, int z) && isChunkDataHeld(x, z);
        for (Message.Key key : message.keys()) {
            if (key.key() == OrderingKey.EDITS && terrainHeld) {
                // Not the player's own edit: the client does not have the chunk yet (H25).
                continue;
            }
            KeyQueue queue = byKey.computeIfAbsent(key.key(), k -> new KeyQueue());
            KeyQueue.Entry predecessor = queue.last();
            waitsWithoutDeadline |= predecessor != null
                    && queue.blocks(key.mode())
                    && predecessor.message.deadlineNanos == HeldMessage.NO_DEADLINE;
            queue.append(key.key(), held, key.mode());
        }
        if (!waitsWithoutDeadline) {
            startDeferral(held, nowNanos);
        }
        byAge.add(held);
        bytes += sizeBytes;
        if (message.type().kind() == DeliveryKind.EPHEMERAL) {
            ephemerals.add(held);
        }
        targets(message.type().priority())
                .computeIfAbsent(
                        message.target(),
                        target -> new HeldTarget(target, message.type().priority()))
                .add(held);
    }

    /** Takes a message out, wherever it stands. */
    void remove(HeldMessage held, long nowNanos) {
        if (held.gone) {
            throw new IllegalStateException("expected a held message, found one already taken: " + held.message);
        }
        held.gone = true;
        byAge.remove(held);
        ephemerals.remove(held);
        bytes -= held.sizeBytes;
        Map<Target, HeldTarget> targets = targets(held.message.type().priority());
        HeldTarget target = targets.get(held.message.target());
        if (target != null) {
            target.remove(held);
            if (target.isEmpty()) {
                targets.remove(held.message.target());
            }
        }
        List<HeldMessage> unblocked = new ArrayList<>(2);
        for (KeyQueue.Entry entry : held.keyEntries) {
            entry.queue.remove(entry, unblocked);
            if (entry.queue.isEmpty()) {
                byKey.remove(entry.key);
            }
        }
        for (HeldMessage ready : unblocked) {
            if (ready.deadlineNanos == HeldMessage.NO_DEADLINE) {
                startDeferral(ready, nowNanos);
            }
        }
    }

    /**
     * Everything that must go before the message, the oldest first: what shares a key with it, and in turn what these
     * wait for.
     */
    List<HeldMessage> predecessors(Message message) {
        Set<HeldMessage> found = new LinkedHashSet<>();
        List<HeldMessage> open = new ArrayList<>();
        for (Message.Key key : message.keys()) {
            KeyQueue queue = byKey.get(key.key());
            if (queue != null) {
                collect(queue.last(), key.mode() == KeyMode.EXCLUSIVE, found, open);
            }
        }
        while (!open.isEmpty()) {
            for (KeyQueue.Entry entry : open.removeLast().keyEntries) {
                collect(entry.previous, entry.exclusive, found, open);
            }
        }
        List<HeldMessage> ordered = new ArrayList<>(found);
        ordered.sort((a, b) -> Long.compare(a.sequence, b.sequence));
        return ordered;
    }

    private static void collect(
            KeyQueue.@Nullable Entry last, boolean exclusive, Set<HeldMessage> found, List<HeldMessage> open) {
        for (KeyQueue.Entry entry = last; entry != null; entry = entry.previous) {
            if ((exclusive || entry.exclusive) && found.add(entry.message)) {
                open.add(entry.message);
            }
        }
    }

    /** Whether a chunk's data is held, so that the client does not have what is about to change. */
    boolean isChunkDataHeld(int x, int z) {
        HeldTarget chunk = find(MessagePriority.CHUNK_DATA, new Target.ChunkTarget(x, z));
        return chunk != null && chunk.holds(LifecycleRole.CHUNK_LOAD);
    }

    private void startDeferral(HeldMessage held, long nowNanos) {
        // Terrain may wait for ever (seed 002); everything else is overdue some day.
        if (held.message.type().priority() != MessagePriority.CHUNK_DATA) {
            held.deadlineNanos = nowNanos + maxDeferralNanos;
        }
    }

    private Map<Target, HeldTarget> targets(MessagePriority messageClass) {
        Map<Target, HeldTarget> targets = byClass.get(messageClass);
        if (targets == null) {
            throw new IllegalStateException("expected every class to have a map, found none for " + messageClass);
        }
        return targets;
    }
}
