package dev.sluice.engine;

import dev.sluice.engine.priority.PrioritizationManager;
import dev.sluice.engine.priority.ReplicationRequests;
import dev.sluice.engine.priority.Viewpoint;
import dev.sluice.engine.schedule.PassScope;

/**
 * Has what is held put in order for a pass, as seen from where the player is. Confined to the client's thread, except
 * {@link #viewpoint}.
 */
final class PassOrder {

    private final PrioritizationManager priorities;
    private final SessionView view;
    private final RingWatch ring;
    private final TickClock clock;

    /** The tick of which the order is. */
    private long orderedTick = -1;

    private volatile Viewpoint viewpoint = new Viewpoint(0, 0, 0, 0, 0);

    PassOrder(PrioritizationManager priorities, SessionView view, RingWatch ring, TickClock clock) {
        this.priorities = priorities;
        this.view = view;
        this.ring = ring;
        this.clock = clock;
    }

    /** Any thread. */
    void viewpoint(Viewpoint newViewpoint) {
        viewpoint = newViewpoint;
    }

    /** Any thread. */
    Viewpoint viewpoint() {
        return viewpoint;
    }

    /** A pass finds nothing held. */
    void nothingHeld() {
        priorities.nothingHeld();
    }

    /** Makes the order anew; between two ticks of a hybrid clock the order of the last one stays, but see {@link #isOld}. */
    ReplicationRequests gather(PassScope scope, long nowNanos) {
        if (scope == PassScope.RELEASE) {
            view.moveTo(nowNanos);
            return priorities.gathered();
        }
        view.moveTo(nowNanos, viewpoint);
        priorities.favourRing(ring.isMissing(view.viewChunkX(), view.viewChunkZ(), nowNanos));
        return gather();
    }

    /** Whether a tick has begun since the order was made: another one may have things in it that have their turn now. */
    boolean isOld() {
        return orderedTick != clock.tick();
    }

    /** Makes the order of this tick, as seen from where the player was when the last one was made. */
    ReplicationRequests gather() {
        orderedTick = clock.tick();
        return priorities.gather(view, orderedTick);
    }
}
