package dev.sluice.engine.priority;

/** How often entities are updated while the link is congested (seed 001's interest management). Any thread. */
@FunctionalInterface
public interface UpdateIntervals {

    /**
     * Ticks between two state updates of an entity, at least 1.
     *
     * @param distanceSquared the square of its distance from the player in blocks; NaN while its place is unknown
     */
    int ticksAt(double distanceSquared);
}
