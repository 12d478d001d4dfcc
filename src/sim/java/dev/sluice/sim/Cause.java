package dev.sluice.sim;

/** Why a packet was written. */
public enum Cause {
    /** The budget released it: it was held. */
    RELEASED,
    /** It was never held, but the budget paid for it. */
    AT_ONCE,
    /** It is never held. */
    IMMEDIATE,
    /** An edit beside what the player did: something is held, and it is not. */
    ANSWER,
    /** An immediate one or an answer that must not overtake it took it along. */
    TAKEN_ALONG,
    /** A cap on what is held released it. */
    CAP;

    /** Whether the budget was asked. */
    public boolean isBudgeted() {
        return this == RELEASED || this == AT_ONCE;
    }
}
