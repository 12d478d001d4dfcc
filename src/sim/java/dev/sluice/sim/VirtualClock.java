package dev.sluice.sim;

import dev.sluice.engine.port.Ticker;

/** Time that moves only when it is told to. Confined to one player's simulation. */
public final class VirtualClock implements Ticker {

    private long nanos;

    @Override
    public long nanos() {
        return nanos;
    }

    /**
     * Moves on.
     *
     * @throws IllegalArgumentException if that would be back
     */
    public void moveTo(long newNanos) {
        if (newNanos < nanos) {
            throw new IllegalArgumentException("expected a time from " + nanos + " ns on, found " + newNanos);
        }
        nanos = newNanos;
    }
}
