package dev.sluice.engine.stats;

/** The running totals of a session. Confined to the client's thread. */
public final class SessionCounters {

    public long wireBytes;
    public long budgetedBytes;
    public long chargedBytes;
    public long deferred;
    public long merged;
    public long dropped;
    public long suppressed;
    public long takenAlong;
    public int heldAtTickEnd;
}
