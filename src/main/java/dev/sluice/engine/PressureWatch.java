package dev.sluice.engine;

import dev.sluice.engine.priority.LinkPressure;

/**
 * How full the link is. Congested: entity updates that no interval withholds have waited at the end of every pass for a
 * while. Full: anything has. A large chunk's debt ends sooner. Confined to the client's thread.
 */
final class PressureWatch {

    /** So many ticks without a moment in which none waited. */
    private static final int WAITING_TICKS = 6;

    /** How long the state stays, in ticks, so that intervals do not come and go. */
    private static final int HOLD_TICKS = 20;

    private final Waiting entities = new Waiting();
    private final Waiting anything = new Waiting();

    /** Follows the end of a pass or of a tick. */
    void observe(long tick, boolean entityWaits, boolean somethingWaits) {
        entities.observe(tick, entityWaits);
        anything.observe(tick, somethingWaits);
    }

    LinkPressure pressure() {
        if (entities.lasts) {
            return LinkPressure.CONGESTED;
        }
        return anything.lasts ? LinkPressure.FULL : LinkPressure.FREE;
    }

    private static final class Waiting {
        private long noneTick;
        private long lastedTick;
        private boolean lasts;

        private void observe(long tick, boolean waits) {
            if (!waits) {
                noneTick = tick;
            } else if (tick - noneTick >= WAITING_TICKS) {
                lasts = true;
                lastedTick = tick;
            }
            if (lasts && tick - lastedTick > HOLD_TICKS) {
                lasts = false;
            }
        }
    }
}
