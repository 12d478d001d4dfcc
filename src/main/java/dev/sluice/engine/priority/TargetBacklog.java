package dev.sluice.engine.priority;

/** What the prioritizer may know of the held messages of one class for one target. Confined to the client's thread. */
public interface TargetBacklog {

    /** The place of what stands in no lane. */
    int NOWHERE = -1;

    /** How many steps {@link #touch} has. */
    int TOUCH_STEPS = 2;

    Target target();

    MessagePriority messageClass();

    /** The row of the entity in {@link EntityMemory}; {@link EntityMemory#NO_ROW} for other targets. */
    int entityRow();

    /** Its place among the targets of its lane that could go, as {@link #slot(int)} has noted it; at first {@link #NOWHERE}. */
    int slot();

    /** Notes its place. The prioritizer's alone. */
    void slot(int newSlot);

    /**
     * Reads some of what serving it will need, and changes nothing: each step what only the step before has made known where to
     * find, so that one step for many targets has the processor fetch for all of them at once.
     *
     * @param step from 0, below {@link #TOUCH_STEPS}
     * @return anything that depends on what was read
     */
    long touch(int step);

    /**
     * The estimated wire bytes that could go now, one message after the other; counting stops at the limit. 0: every
     * message waits for one of another target.
     */
    long readyBytes(long limitBytes);

    /** The {@link Component#mask bits} of the state that is held. */
    int componentMask();

    /** The sequence number of the oldest message. */
    long oldestSequence();

    /** For how long the message that would go next is overdue, in nanoseconds; 0 or less if it is not. */
    long overdueNanos(long nowNanos);

    /** Whether nothing but state is held, of it or along its entity's key, so that an update interval may withhold it. */
    boolean isStateOnly();

    /** Whether what comes next takes the target from the client, which costs next to nothing. */
    boolean isRemovalNext();
}
