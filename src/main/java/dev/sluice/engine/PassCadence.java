package dev.sluice.engine;

/**
 * How far the passes to come are apart, at a constant rate and while something is held.
 *
 * @param quantumNanos the least between two passes, but for that of a tick
 * @param tickNanos the length of a tick, at least 1
 * @param isFollowing whether there is one in each quantum, since the link is being followed or the caller makes them by
 *     itself; else they wait for credit as well, but at most a tick
 * @param keepsOrder whether the order stays from tick to tick; each tick has a pass of its own then
 */
record PassCadence(long quantumNanos, long tickNanos, boolean isFollowing, boolean keepsOrder) {

    /**
     * From one pass to another one to come, in nanoseconds. Passes without credit change nothing, unless they make an order that stays,
     * and of those in a row the last alone counts: so many are left out that a long wait for credit takes a few steps.
     *
     * @param creditNanos until there is credit; 0 or less if there is some
     * @param untilTickNanos until the next tick, for an order that stays
     */
    long nanosUntilPass(long creditNanos, long untilTickNanos) {
        long missingNanos = Math.max(0, creditNanos);
        if (keepsOrder) {
            return nanosUntilPassOrTick(missingNanos, untilTickNanos);
        }
        if (isFollowing) {
            return Math.max(1, Math.ceilDiv(missingNanos, quantumNanos)) * quantumNanos;
        }
        long longestNanos = Math.max(quantumNanos, tickNanos);
        long restNanos = missingNanos % longestNanos;
        return missingNanos - restNanos + (restNanos == 0 && missingNanos > 0 ? 0 : Math.max(quantumNanos, restNanos));
    }

    private long nanosUntilPassOrTick(long missingNanos, long untilTickNanos) {
        // A tick is left at least, with which quanta begin anew.
        if (missingNanos > 2 * tickNanos) {
            return (missingNanos / tickNanos - 1) * tickNanos;
        }
        long dueNanos = Math.min(quantumNanos, untilTickNanos);
        return isFollowing ? dueNanos : Math.max(dueNanos, Math.min(missingNanos, tickNanos));
    }
}
