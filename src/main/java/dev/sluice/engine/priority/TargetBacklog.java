package dev.sluice.engine.priority;

/**
 * What the prioritizer may know of the held messages of one class for one target, and what it notes of it itself. The
 * notes are void while nothing of the target could go. Confined to the client's thread.
 */
public abstract class TargetBacklog {

    static final int NOWHERE = -1;

    /** Its place among the targets of its lane that could go. */
    int slot = NOWHERE;

    /** The bytes that it was sent since it came to its turn. */
    int turnBytes;

    /** The row of the entity in {@link EntityMemory}; {@link EntityMemory#NO_ROW} for other targets. */
    protected int entityRow = EntityMemory.NO_ROW;

    public abstract Target target();

    public abstract MessagePriority messageClass();

    /**
     * The estimated wire bytes that could go now, one message after the other; counting stops at the limit. 0: every
     * message waits for one of another target.
     */
    public abstract long readyBytes(long limitBytes);

    /** The {@link Component#mask bits} of the state that is held. */
    public abstract int componentMask();

    /** The sequence number of the oldest message. */
    public abstract long oldestSequence();

    /** Whether nothing but state is held, which an update interval may withhold. */
    public abstract boolean isStateOnly();

    /** Whether what comes next takes the target from the client, which costs next to nothing. */
    public abstract boolean isRemovalNext();
}
