package dev.sluice.engine.priority;

/**
 * What deserves the client's credit, in order (seed 000's list of requests): a cursor, since what goes next depends on
 * the bytes that the one before really took. Valid until the next gathering; nothing is allocated. Confined to the
 * client's thread.
 */
public interface ReplicationRequests {

    /** Moves to the next request; false if nothing held may go. What was sent for the one before must be reported first. */
    boolean next();

    /** The held messages that the request is about. */
    TargetBacklog backlog();

    /** The present request as a value of its own. */
    ReplicationRequest request();

    /** The estimated wire bytes that the request wants now, at least 1. */
    long desiredBudgetBytes();
}
