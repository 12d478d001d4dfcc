package dev.sluice.engine.priority;

/**
 * How much an entity matters to the player now. The score accumulates with the time since the entity was sent, as in
 * Fiedler's priority accumulator and Unreal's Iris, so that none is left out for ever. Confined to the client's thread.
 */
final class EntityRelevance {

    /** At this distance an entity matters half as much. */
    private static final double HALF_DISTANCE_BLOCKS = 16;

    private static final double MAX_CHANGE_BLOCKS = 4;

    /** The cosine of 20 degrees: what is about in the middle of the screen. */
    private static final double LOOK_COSINE = 0.94;

    private static final double LOOK_FACTOR = 2;
    private static final double COMBAT_FACTOR = 4;
    private static final long COMBAT_TICKS = 100;
    /** As often as the game itself updates most creatures (EntityType.Builder's default). */
    private static final int FULL_INTERVAL_TICKS = 3;

    private static final double EYE_HEIGHT_BLOCKS = 1.62;

    private UpdateIntervals intervals;
    private int adaptiveInterval = 1;
    private long adaptedTick;
    private LinkPressure pressure = LinkPressure.FREE;
    private Viewpoint view = new Viewpoint(0, 0, 0, 0, 0);
    private double lookX;
    private double lookY;
    private double lookZ = 1;

    EntityRelevance(UpdateIntervals intervals) {
        this.intervals = intervals;
    }

    void reconfigure(UpdateIntervals newIntervals) {
        intervals = newIntervals;
    }

    void adapt(int newAdaptiveInterval, LinkPressure newPressure, long tick) {
        adaptedTick = tick;
        adaptiveInterval = newAdaptiveInterval;
        pressure = newPressure;
    }

    void lookFrom(Viewpoint newView) {
        if (newView.equals(view)) {
            return;
        }
        view = newView;
        double yaw = Math.toRadians(newView.yaw());
        double pitch = Math.toRadians(newView.pitch());
        lookX = -Math.sin(yaw) * Math.cos(pitch);
        lookY = -Math.sin(pitch);
        lookZ = Math.cos(yaw) * Math.cos(pitch);
    }

    double score(EntityMemory memory, long tick) {
        double distance = distance(memory);
        return proximity(distance)
                * memory.ticksSinceSent(tick)
                * change(memory)
                * look(memory, distance)
                * combat(memory, tick)
                * (1 + memory.boost(tick));
    }

    PriorityTerms explain(EntityMemory memory, long tick) {
        double distance = distance(memory);
        return new PriorityTerms(
                memory.entityId(),
                memory.isPlaced() ? distance : Double.NaN,
                proximity(distance),
                memory.ticksSinceSent(tick),
                memory.changeBlocks(),
                change(memory),
                look(memory, distance),
                combat(memory, tick),
                1 + memory.boost(tick),
                score(memory, tick),
                intervalTicks(memory),
                isWithheld(memory, tick));
    }

    /**
     * Ticks between two state updates: the link's, and on a full one the distance's if that is longer. What is close or
     * fights with the player keeps its updates as long as they fit.
     */
    int intervalTicks(EntityMemory memory) {
        if (pressure == LinkPressure.FREE) {
            return adaptiveInterval;
        }
        double distance = memory.isPlaced() ? distance(memory) : Double.NaN;
        boolean close = !(distance > HALF_DISTANCE_BLOCKS) || memory.foughtWithin(COMBAT_TICKS, adaptedTick);
        if (close && pressure == LinkPressure.FULL) {
            return adaptiveInterval;
        }
        int least = pressure == LinkPressure.FULL ? FULL_INTERVAL_TICKS : 1;
        return Math.max(Math.max(adaptiveInterval, least), intervals.ticksAt(distance * distance));
    }

    /** Whether the interval withholds an entity's state in a tick: staggered, and once in a tick at most. */
    boolean isWithheld(EntityMemory memory, long tick) {
        int interval = intervalTicks(memory);
        return interval > 1 && (Math.floorMod(tick + memory.entityId(), interval) != 0 || memory.wasSentIn(tick));
    }

    /** An entity whose place is unknown counts as being at the half distance. */
    private double distance(EntityMemory memory) {
        if (!memory.isPlaced()) {
            return HALF_DISTANCE_BLOCKS;
        }
        double dx = memory.x() - view.x();
        double dy = memory.y() - view.y();
        double dz = memory.z() - view.z();
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    private static double proximity(double distance) {
        return HALF_DISTANCE_BLOCKS / (HALF_DISTANCE_BLOCKS + distance);
    }

    private static double change(EntityMemory memory) {
        return 1 + Math.min(MAX_CHANGE_BLOCKS, memory.changeBlocks());
    }

    private double look(EntityMemory memory, double distance) {
        if (!memory.isPlaced()) {
            return 1;
        }
        double along = lookX * (memory.x() - view.x())
                + lookY * (memory.y() - view.y() - EYE_HEIGHT_BLOCKS)
                + lookZ * (memory.z() - view.z());
        return along >= LOOK_COSINE * distance ? LOOK_FACTOR : 1;
    }

    private static double combat(EntityMemory memory, long tick) {
        return memory.foughtWithin(COMBAT_TICKS, tick) ? COMBAT_FACTOR : 1;
    }
}
