package dev.sluice.engine.priority;

import org.jspecify.annotations.Nullable;

/** What the prioritizer sees of a client at one moment. Nothing of transport: only what is held. */
public interface ClientView {

    Viewpoint viewpoint();

    /** The x of the chunk around which chunks are wanted first. */
    int viewChunkX();

    /** The z of that chunk. */
    int viewChunkZ();

    /** The time of this pass, on the ticker's scale. */
    long nowNanos();

    /** The target whose first message that could go has the earliest deadline of its class; null if nothing could go. */
    @Nullable
    TargetBacklog earliestDue(MessagePriority messageClass);

    /** For how long the earliest message of a class has been overdue, in nanoseconds; 0 or less if it is not. */
    long overdueNanos(MessagePriority messageClass);

    /** Whether a class must wait whatever it has: the link stands still. */
    boolean isPaused(MessagePriority messageClass);

    /** Whether entity state must wait and merge: the link stands still. */
    boolean isStatePaused();
}
