package dev.sluice.engine.priority;

/** What the prioritizer may know of the held messages of one class for one target. */
public interface TargetBacklog {

    /** A deadline that never comes. */
    long NO_DEADLINE = Long.MAX_VALUE;

    Target target();

    MessagePriority messageClass();

    /**
     * The estimated wire bytes that could go now, one message after the other; counting stops at the limit. 0: every
     * message waits for one of another target.
     */
    long readyBytes(long limitBytes);

    /** The {@link Component#mask bits} of the state that is held. */
    int componentMask();

    /** The sequence number of the oldest message. */
    long oldestSequence();

    /** When the first message that could be sent is overdue, or {@link #NO_DEADLINE}. */
    long earliestDeadlineNanos();

    /** Whether nothing but state is held, which an update interval may withhold. */
    boolean isStateOnly();
}
