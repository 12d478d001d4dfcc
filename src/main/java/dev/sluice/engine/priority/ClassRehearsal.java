package dev.sluice.engine.priority;

/**
 * In which order one class would be served: entities by deadline once one is overdue and else by score, chunks by score,
 * everything else by deadline; then the probe, then what had to wait for terrain, whose deadlines are later. Confined to
 * the client's thread.
 */
final class ClassRehearsal {

    /** Stands for the message that would be offered now. */
    static final int PROBE = -2;

    private static final int NONE = HeldPicture.NONE;

    private final HeldPicture held;
    private final RankedItems byDeadline;
    private final RankedItems byScore;
    private final boolean dated;
    private final boolean scored;
    private boolean probing;
    private long probeDueNanos;
    private int late;
    private int lastLate;

    ClassRehearsal(HeldPicture held, MessagePriority messageClass) {
        this.held = held;
        this.byDeadline = new RankedItems(held);
        this.byScore = new RankedItems(held);
        this.dated = messageClass != MessagePriority.CHUNK_DATA;
        this.scored = !dated || messageClass == MessagePriority.NEARBY_ENTITIES;
    }

    void clear() {
        byDeadline.clear();
        byScore.clear();
        probing = false;
        late = NONE;
        lastLate = NONE;
    }

    /** Adds an item that is held, unless it waits for terrain. */
    void add(int item) {
        if (scored) {
            byScore.addByScore(item);
        }
        if (dated) {
            byDeadline.addByDeadline(item);
        }
    }

    /** Adds an item whose terrain has gone. */
    void addLate(int item, long dueNanos) {
        held.due(item, dueNanos);
        held.link(lastLate, item);
        late = late == NONE ? item : late;
        lastLate = item;
    }

    /** From now on the probe waits behind what is held. */
    void probe(long dueNanos) {
        probing = true;
        probeDueNanos = dated ? dueNanos : HeldPicture.NEVER;
    }

    void probeServed() {
        probing = false;
    }

    /** An item was served, and not the probe. */
    void served(int item) {
        held.serve(item);
        if (item == late) {
            late = held.next(item);
            lastLate = late == NONE ? NONE : lastLate;
        }
    }

    /** The item to be served next; {@link HeldPicture#NONE} if there is none. */
    int first(long atNanos) {
        int first = dated ? byDeadline.first(atNanos) : NONE;
        if (scored && (first == NONE || atNanos <= held.dueNanos(first))) {
            first = byScore.first(atNanos);
        }
        return first != NONE ? first : probing ? PROBE : late;
    }

    /** For how long the class has been overdue; 0 or less if it is not. */
    long overdueNanos(long atNanos) {
        int first = dated ? byDeadline.first(atNanos) : NONE;
        if (first == NONE && probing) {
            return atNanos - probeDueNanos;
        }
        first = first == NONE ? late : first;
        return first == NONE ? 0 : atNanos - held.dueNanos(first);
    }
}
