package dev.sluice.engine;

/**
 * Whether entity updates themselves do not fit: some that no interval withholds have waited at the end of every pass for
 * a while. A world that loads beside them is not that: their share carries them, and a large chunk's debt ends sooner.
 * Confined to the client's thread.
 */
final class EntityCongestion {

    /** So many ticks without a moment in which none waited. */
    private static final int WAITING_TICKS = 6;

    /** How long the state stays, in ticks, so that intervals do not come and go. */
    private static final int HOLD_TICKS = 20;

    private long noneWaitedTick;
    private long congestedTick;
    private boolean congested;

    /** Follows the end of a pass or of a tick. */
    void observe(long tick, boolean entityWaits) {
        if (!entityWaits) {
            noneWaitedTick = tick;
        } else if (tick - noneWaitedTick >= WAITING_TICKS) {
            congested = true;
            congestedTick = tick;
        }
        if (congested && tick - congestedTick > HOLD_TICKS) {
            congested = false;
        }
    }

    boolean isCongested() {
        return congested;
    }
}
