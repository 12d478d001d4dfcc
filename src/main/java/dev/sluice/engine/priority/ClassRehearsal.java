package dev.sluice.engine.priority;

/**
 * In which order one class would be served: entities by deadline once one is overdue and else by score, chunks by score,
 * everything else by deadline; a probe that stands for the message that would be offered now goes after what is as urgent. Confined
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
            return;
        }
        byDeadline.addByDeadline(item);
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

    /** The item to be served next; {@link HeldPicture#NONE} if there is none. */
    int first(long atNanos) {
        if (!isChunks) {
            int earliest = earliest();
            if (!isEntities || (earliest != NONE && atNanos > dueNanos(earliest))) {
                return earliest;
            }
        }
        int first = isChunks ? chunks.first() : entities.first();
        return first == NONE && probing ? PROBE : first;
    }

    /** For how long the class has been overdue; 0 or less if it is not. */
    long overdueNanos(long atNanos) {
        int first = isChunks ? NONE : earliest();
        return first == NONE ? 0 : atNanos - dueNanos(first);
    }

    /** What has the earliest deadline of what could go. */
    private int earliest() {
        int earliest = byDeadline.first();
        return probing && (earliest == NONE || held.dueNanos(earliest) > probeDueNanos) ? PROBE : earliest;
    }

    private long dueNanos(int item) {
        return item == PROBE ? probeDueNanos : held.dueNanos(item);
    }
}
