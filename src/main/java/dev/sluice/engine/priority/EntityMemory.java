package dev.sluice.engine.priority;

/**
 * What the prioritizer remembers of one entity, whatever becomes of its packets (seed 000): where the server has it, where
 * the client was told that it is, when, and its boosts. Confined to the client's thread.
 */
public final class EntityMemory {

    /** What one left-out request adds. */
    private static final double BOOST_STEP = 0.5;

    private static final double MAX_BOOST = 8;

    /** Ticks in which a boost halves. */
    private static final double HALF_LIFE_TICKS = 20;

    /** What an entity that was never sent begins with, in ticks: it goes before what was just sent. */
    static final long NEVER_SENT_TICKS = 20;

    /** One unit of a relative move in blocks. */
    private static final double MOVE_UNIT = 1.0 / 4096;

    private final int entityId;
    private boolean placed;
    private double x;
    private double y;
    private double z;
    private double sentX;
    private double sentY;
    private double sentZ;
    private boolean sent;

    /** Whether {@link #lastSentTick} means anything: it was sent, or asked for. */
    private boolean aging;

    private long lastSentTick;
    private double boost;
    private long boostTick;
    private boolean fought;
    private long combatTick;

    public EntityMemory(int entityId) {
        this.entityId = entityId;
    }

    public int entityId() {
        return entityId;
    }

    /** The server has the entity here, in blocks. */
    public void placed(double newX, double newY, double newZ) {
        if (!placed) {
            placed = true;
            sentX = newX;
            sentY = newY;
            sentZ = newZ;
        }
        x = newX;
        y = newY;
        z = newZ;
    }

    /** The server has moved the entity by this, in 1/4096 block. */
    public void moved(int deltaX, int deltaY, int deltaZ) {
        x += deltaX * MOVE_UNIT;
        y += deltaY * MOVE_UNIT;
        z += deltaZ * MOVE_UNIT;
    }

    /** The entity and the player have struck each other. */
    public void fought(long tick) {
        fought = true;
        combatTick = tick;
    }

    /** Its held updates went out. */
    void sent(long tick) {
        sent = true;
        aging = true;
        lastSentTick = tick;
        boost = 0;
        sentX = x;
        sentY = y;
        sentZ = z;
    }

    /** The budget left it out. */
    void leftOut(long tick) {
        boost = Math.min(MAX_BOOST, boost(tick) + BOOST_STEP);
        boostTick = tick;
    }

    boolean isPlaced() {
        return placed;
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    double z() {
        return z;
    }

    /** How far it is from where the client was told, in blocks. */
    double changeBlocks() {
        double dx = x - sentX;
        double dy = y - sentY;
        double dz = z - sentZ;
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    long ticksSinceSent(long tick) {
        if (!aging) {
            aging = true;
            lastSentTick = tick - NEVER_SENT_TICKS;
        }
        return tick - lastSentTick;
    }

    boolean wasSentIn(long tick) {
        return sent && lastSentTick == tick;
    }

    /** What is left of the boosts; it halves every second. */
    double boost(long tick) {
        return boost == 0 ? 0 : boost * Math.pow(0.5, (tick - boostTick) / HALF_LIFE_TICKS);
    }

    boolean foughtWithin(long ticks, long tick) {
        return fought && tick - combatTick <= ticks;
    }
}
