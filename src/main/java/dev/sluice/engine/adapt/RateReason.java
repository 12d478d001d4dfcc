package dev.sluice.engine.adapt;

/** Why the budget is what it is. */
public enum RateReason {
    /** It was configured. */
    FIXED,
    /** Nothing is known of the link yet. */
    START,
    /** The server's own ping is all that is known. */
    PING,
    /** No queue was seen yet: the rate is half more than what the path delivers, and grows with that as long as it is used. */
    SEARCHING,
    /** The queue is shorter than its target: the rate grows. */
    GROWING,
    /** The queue is about as long as it should be. */
    HOLDING,
    /** The queue is longer than its target: the rate is below what the path delivers. */
    DRAINING,
    /** The rate is lowered for a moment, to see the path without a queue. */
    MEASURING,
    /** The queue stays although less is sent than delivered: it is not Sluice's own. */
    SHARING,
    /** Nothing arrives. */
    STALLED
}
