package dev.sluice.engine.priority;

/**
 * In which order one class would be served: entities, and light and the like of chunks, by deadline once one is overdue, and
 * else by score, everything else by deadline; a probe that stands for the message that would be offered now goes after what is as urgent. Confined
 * to the client's thread.
 */
final class ClassRehearsal {

    /** Stands for the message that would be offered now. */
    static final int PROBE = -2;

    private static final int NONE = HeldPicture.NONE;

    private final HeldPicture held;
    private final RankedItems byDeadline;
    private final RankedItems chunks;
    private final RankedEntities entities;
    private final boolean isChunks;
    private final boolean isEntities;
    private boolean probing;
    private long probeDueNanos;

    ClassRehearsal(HeldPicture held, MessagePriority messageClass) {
        this.held = held;
        this.byDeadline = new RankedItems(held);
        this.chunks = new RankedItems(held);
        this.entities = new RankedEntities(held);
        this.isChunks = messageClass == MessagePriority.CHUNK_DATA;
        this.isEntities = messageClass == MessagePriority.NEARBY_ENTITIES;
    }

    /** Begins anew in a tick. */
    void clear(int tick) {
        byDeadline.clear();
        chunks.clear();
        entities.clear(tick);
        probing = false;
    }

    /** Moves to a tick. */
    void moveTo(int tick) {
        entities.moveTo(tick);
    }

    /** Adds an item that could go. */
    void add(int item, EntityRelevance relevance) {
        if (isChunks) {
            chunks.addByScore(item);
        }
        if (held.dueNanos(item) != HeldPicture.NEVER) {
            byDeadline.addByDeadline(item);
        }
        if (isEntities) {
            entities.add(item, relevance);
        }
    }

    /** From now on the probe waits. */
    void probe(long dueNanos) {
        probing = true;
        probeDueNanos = dueNanos;
    }

    void probeServed() {
        probing = false;
    }

    /** There is no budget left for an item. */
    void leftOut(int item) {
        if (isEntities && item != PROBE) {
            entities.leftOut(item);
        }
    }

    /**
     * The item to be served next; {@link HeldPicture#NONE} if there is none.
     *
     * @param ringFirst whether the chunks around the player go before what is overdue
     */
    int first(long atNanos, boolean ringFirst) {
        int earliest = earliest();
        boolean overdue = earliest != NONE && atNanos > dueNanos(earliest);
        if (isChunks) {
            return firstChunk(overdue ? earliest : NONE, ringFirst);
        }
        if (overdue || !isEntities) {
            return earliest;
        }
        int first = entities.first();
        return first == NONE && probing ? PROBE : first;
    }

    private int firstChunk(int overdue, boolean ringFirst) {
        int first = chunks.first();
        if (overdue != NONE && (first == NONE || held.score(first) < ChunkScorer.leastBeforeOverdue(ringFirst))) {
            return overdue;
        }
        return first == NONE && probing ? PROBE : first;
    }

    /** For how long the class has been overdue; 0 or less if it is not. */
    long overdueNanos(long atNanos) {
        int first = earliest();
        return first == NONE ? 0 : atNanos - dueNanos(first);
    }

    /** What has the earliest deadline of what could go; the probe of chunks is one, which has none. */
    private int earliest() {
        int earliest = byDeadline.first();
        boolean probed = probing && !isChunks && (earliest == NONE || held.dueNanos(earliest) > probeDueNanos);
        return probed ? PROBE : earliest;
    }

    private long dueNanos(int item) {
        return item == PROBE ? probeDueNanos : held.dueNanos(item);
    }
}
