package dev.sluice.engine.priority;

/**
 * How much an entity matters to the player now. The score accumulates with the time since the entity was sent, as in
 * Fiedler's priority accumulator and Unreal's Iris, so that none is left out for ever. Confined to the client's thread.
 */
final class EntityRelevance {

    /** At this distance an entity matters half as much. */
    private static final double HALF_DISTANCE_BLOCKS = 16;

    private static final double MAX_CHANGE_BLOCKS = 4;

    /** Of 20 degrees: what is about in the middle of the screen. */
    private static final double LOOK_COSINE = 0.94;

    private static final double LOOK_SINE = Math.sqrt(1 - LOOK_COSINE * LOOK_COSINE);

    private static final double LOOK_FACTOR = 2;
    private static final double COMBAT_FACTOR = 4;
    private static final int COMBAT_TICKS = 100;

    private static final double EYE_HEIGHT_BLOCKS = 1.62;

    /** An entity is looked at as a ball of this radius that stands on its place. */
    private static final double BODY_BLOCKS = 0.9;

    /** From the eyes down to the middle of an entity beside the player. */
    private static final double BELOW_EYES_BLOCKS = EYE_HEIGHT_BLOCKS - BODY_BLOCKS;

    private final EntityMemory memory;
    private UpdateIntervals intervals;
    private int adaptiveInterval = 1;
    private long adaptedTick;
    private LinkPressure pressure = LinkPressure.FREE;
    private Viewpoint view = new Viewpoint(0, 0, 0, 0, 0);
    private double lookX;
    private double lookY;
    private double lookZ = 1;

    EntityRelevance(EntityMemory memory, UpdateIntervals intervals) {
        this.memory = memory;
        this.intervals = intervals;
    }

    EntityMemory memory() {
        return memory;
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

    /** The product of the factors, of an entity at this distance. */
    double score(int row, double distance, long tick) {
        return weight(row, distance, tick) * memory.ticksSinceSent(row, tick) * (1 + memory.boost(row, tick));
    }

    /** What a tick of waiting adds to the score of an entity, as seen now, without its boosts. */
    double weight(int row, long tick) {
        return weight(row, distance(row), tick);
    }

    private double weight(int row, double distance, long tick) {
        return proximity(distance) * change(row) * look(row, distance) * combat(row, tick);
    }

    /** The first tick from one on in which no interval withholds an entity's state, by the intervals of now. */
    int turnTick(int row, int tick) {
        int interval = intervalTicks(row);
        return interval > 1 ? memory.turnTick(row, interval, tick) : tick;
    }

    PriorityTerms explain(int row, long tick) {
        double distance = distance(row);
        return new PriorityTerms(
                memory.entityId(row),
                memory.isPlaced(memory.carrier(row)) ? distance : Double.NaN,
                proximity(distance),
                memory.ticksSinceSent(row, tick),
                memory.changeBlocks(row),
                change(row),
                look(row, distance),
                combat(row, tick),
                1 + memory.boost(row, tick),
                score(row, distance, tick),
                intervalTicks(row),
                isWithheld(row, distance, tick));
    }

    /**
     * Ticks between two state updates: the link's, and on a full one the distance's if that is longer. What is close or
     * fights with the player keeps its updates as long as they fit.
     */
    int intervalTicks(int row) {
        return pressure == LinkPressure.FREE ? adaptiveInterval : intervalTicks(row, distance(row));
    }

    private int intervalTicks(int row, double distance) {
        if (pressure == LinkPressure.FREE) {
            return adaptiveInterval;
        }
        boolean placed = memory.isPlaced(memory.carrier(row));
        boolean close =
                !placed || !(distance > HALF_DISTANCE_BLOCKS) || memory.foughtWithin(row, COMBAT_TICKS, adaptedTick);
        if (close && pressure == LinkPressure.FULL) {
            return adaptiveInterval;
        }
        int byDistance = intervals.ticksAt(placed ? distance * distance : Double.NaN);
        return Math.max(Math.max(adaptiveInterval, pressure.leastIntervalTicks()), byDistance);
    }

    /** Whether the interval withholds an entity's state in a tick: turns are staggered, and one that was missed waits. */
    boolean isWithheld(int row, double distance, long tick) {
        int interval = intervalTicks(row, distance);
        return interval > 1 && memory.wasSentSinceItsTurn(row, interval, tick);
    }

    /** An entity whose place is unknown counts as being at the half distance, one that is carried as being with its carrier. */
    double distance(int row) {
        int at = memory.carrier(row);
        if (!memory.isPlaced(at)) {
            return HALF_DISTANCE_BLOCKS;
        }
        double dx = memory.x(at) - view.x();
        double dy = memory.y(at) - view.y();
        double dz = memory.z(at) - view.z();
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    private static double proximity(double distance) {
        return HALF_DISTANCE_BLOCKS / (HALF_DISTANCE_BLOCKS + distance);
    }

    private double change(int row) {
        return 1 + Math.min(MAX_CHANGE_BLOCKS, memory.changeBlocks(row));
    }

    /** Whether some of its body is within the cone around the line of sight, without a root: most of a tick is scores. */
    private double look(int row, double distance) {
        int at = memory.carrier(row);
        if (!memory.isPlaced(at)) {
            return 1;
        }
        double above = memory.y(at) - view.y();
        double along = lookX * (memory.x(at) - view.x())
                + lookY * (above - BELOW_EYES_BLOCKS)
                + lookZ * (memory.z(at) - view.z());
        double fromEyesSquared = distance * distance - BELOW_EYES_BLOCKS * (2 * above - BELOW_EYES_BLOCKS);
        double asideSquared = fromEyesSquared - along * along;
        double reach = along * LOOK_SINE + BODY_BLOCKS;
        return along > 0 && reach * reach >= asideSquared * LOOK_COSINE * LOOK_COSINE ? LOOK_FACTOR : 1;
    }

    private double combat(int row, long tick) {
        return memory.foughtWithin(row, COMBAT_TICKS, tick) ? COMBAT_FACTOR : 1;
    }
}
