package dev.sluice.engine.priority;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the prioritizer remembers of a client's entities, whatever becomes of their packets (seed 000): where the server has
 * each, how far that is from where the client was told that it is, when that was, and its boosts. An entity has a row;
 * rows lie side by side, since all of them are scored in each tick. Confined to the client's thread.
 */
public final class EntityMemory {

    /** Stands for the row of what is no entity. */
    public static final int NO_ROW = -1;

    /** What an entity that was never sent begins with, in ticks: it goes before what was just sent. */
    static final int NEVER_SENT_TICKS = 20;

    /** What one left-out request adds. */
    private static final double BOOST_STEP = 0.5;

    private static final double MAX_BOOST = 8;

    /** Ticks in which a boost halves. */
    private static final int HALF_LIFE_TICKS = 20;

    /** After so many ticks nothing of a boost is left. */
    private static final int BOOST_TICKS = 20 * HALF_LIFE_TICKS;

    /** What is left of 1 after so many ticks. */
    private static final float[] DECAY = new float[BOOST_TICKS];

    static {
        for (int ticks = 0; ticks < BOOST_TICKS; ticks++) {
            DECAY[ticks] = (float) Math.pow(0.5, (double) ticks / HALF_LIFE_TICKS);
        }
    }

    /** One unit of a relative move in blocks. */
    private static final double MOVE_UNIT = 1.0 / 4096;

    private static final int MIN_ROWS = 16;

    /** x, y and z of a row. */
    private static final int PLACE = 3;

    /**
     * Flags; ticks from the session's start, for which 31 bits are three years; the x, y and z of the change, and the boost, as
     * the bits of floats. They lie side by side since what is sent changes most of them.
     */
    private static final int NOTES = 8;

    private static final int LAST_SENT = 1;
    private static final int BOOSTED = 2;
    private static final int FOUGHT = 3;
    private static final int CHANGE = 4;
    private static final int BOOST = 7;

    private static final int FLAG_PLACED = 1;
    private static final int FLAG_SENT = 2;

    /** Whether LAST_SENT means anything: it was sent, or asked for. */
    private static final int FLAG_AGING = 4;

    private static final int FLAG_FOUGHT = 8;
    private static final int FLAG_MOUNTED = 16;

    /** Another one rides it, or did. */
    private static final int FLAG_RIDDEN = 32;

    /** The server has told its place since it mounted. */
    private static final int FLAG_PLACED_MOUNTED = 64;

    /** So many vehicles, each on the next, are looked through; in a circle that ends somewhere. */
    private static final int MAX_VEHICLES = 8;

    private static final int[] NOBODY = {};

    private int[] ids = new int[0];
    private double[] places = new double[0];
    private int[] notes = new int[0];

    /** The row of what a mounted one rides. Empty until one mounts. */
    private int[] vehicles = new int[0];

    private int[] free = new int[0];
    private int freeCount;
    private int rows;
    private long presentTick;

    /** Returns the row of an entity that was not known. */
    public int remember(int entityId) {
        int row = freeCount > 0 ? free[--freeCount] : rows++;
        if (row >= ids.length) {
            grow(Math.max(MIN_ROWS, 2 * ids.length));
        }
        ids[row] = entityId;
        forget(row);
        return row;
    }

    private void grow(int capacity) {
        ids = Arrays.copyOf(ids, capacity);
        places = Arrays.copyOf(places, PLACE * capacity);
        notes = Arrays.copyOf(notes, NOTES * capacity);
        if (vehicles.length > 0) {
            vehicles = Arrays.copyOf(vehicles, capacity);
        }
    }

    /** Begins anew: what was known was of another entity with the same id. What rides it stays where it is. */
    public void forget(int row) {
        dismountAll(row);
        Arrays.fill(places, PLACE * row, PLACE * (row + 1), 0);
        Arrays.fill(notes, NOTES * row, NOTES * (row + 1), 0);
    }

    /** Gives a row to entities to come. */
    public void release(int row) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, Math.max(MIN_ROWS, 2 * freeCount));
        }
        free[freeCount++] = row;
    }

    /** Forgets all, and gives the memory back. */
    public void clear() {
        ids = new int[0];
        places = new double[0];
        notes = new int[0];
        vehicles = new int[0];
        freeCount = 0;
        rows = 0;
    }

    /** The server has the entity here, in blocks. */
    public void placed(int row, double x, double y, double z) {
        int place = PLACE * row;
        if (is(row, FLAG_MOUNTED)) {
            set(row, FLAG_PLACED_MOUNTED);
        }
        if (is(row, FLAG_PLACED)) {
            change(row, x - places[place], y - places[place + 1], z - places[place + 2]);
        } else {
            set(row, FLAG_PLACED);
            forgetChange(row);
        }
        places[place] = x;
        places[place + 1] = y;
        places[place + 2] = z;
    }

    /** The entity rides another one from now on, and none that it has ridden before. */
    public void mount(int row, int vehicle) {
        if (vehicles.length == 0) {
            vehicles = new int[ids.length];
        }
        vehicles[row] = vehicle;
        clear(row, FLAG_PLACED_MOUNTED);
        set(row, FLAG_MOUNTED);
        set(vehicle, FLAG_RIDDEN);
    }

    /** Nobody rides it any more. Who did is where it is, unless the server has told another place meanwhile. */
    public void dismountAll(int vehicle) {
        if (!is(vehicle, FLAG_RIDDEN)) {
            return;
        }
        clear(vehicle, FLAG_RIDDEN);
        int carrier = carrier(vehicle);
        for (int row = 0; row < rows; row++) {
            if (is(row, FLAG_MOUNTED) && vehicles[row] == vehicle) {
                dismount(row, carrier);
            }
        }
    }

    /** The ids of those who ride it. */
    public int[] riders(int vehicle) {
        return is(vehicle, FLAG_RIDDEN)
                ? IntStream.range(0, rows)
                        .filter(row -> is(row, FLAG_MOUNTED) && vehicles[row] == vehicle)
                        .map(row -> ids[row])
                        .toArray()
                : NOBODY;
    }

    private void dismount(int row, int carrier) {
        if (is(carrier, FLAG_PLACED) && !is(row, FLAG_PLACED_MOUNTED)) {
            System.arraycopy(places, PLACE * carrier, places, PLACE * row, PLACE);
            set(row, FLAG_PLACED);
        }
        clear(row, FLAG_MOUNTED);
    }

    /** The row whose place an entity has: its own, or that of what carries it, for which the server tells none. */
    int carrier(int row) {
        return is(row, FLAG_MOUNTED) ? lowestVehicle(row) : row;
    }

    private int lowestVehicle(int row) {
        int lowest = row;
        for (int i = 0; i < MAX_VEHICLES && is(lowest, FLAG_MOUNTED); i++) {
            lowest = vehicles[lowest];
        }
        return lowest;
    }

    /** The server has moved the entity by this, in 1/4096 block. */
    public void moved(int row, int deltaX, int deltaY, int deltaZ) {
        double x = deltaX * MOVE_UNIT;
        double y = deltaY * MOVE_UNIT;
        double z = deltaZ * MOVE_UNIT;
        place(row, x, y, z);
        change(row, x, y, z);
    }

    /** The same, and the client is told at once. */
    public void movedAndSent(int row, int deltaX, int deltaY, int deltaZ) {
        place(row, deltaX * MOVE_UNIT, deltaY * MOVE_UNIT, deltaZ * MOVE_UNIT);
        sentNow(row);
    }

    private void place(int row, double x, double y, double z) {
        int place = PLACE * row;
        places[place] += x;
        places[place + 1] += y;
        places[place + 2] += z;
    }

    /** The entity and the player have struck each other. */
    public void fought(int row, long tick) {
        set(row, FLAG_FOUGHT);
        notes[NOTES * row + FOUGHT] = (int) tick;
    }

    /** Its held updates went out. */
    void sent(int row, long tick) {
        set(row, FLAG_SENT | FLAG_AGING);
        notes[NOTES * row + LAST_SENT] = (int) tick;
        notes[NOTES * row + BOOST] = 0;
        forgetChange(row);
    }

    /** Its update went out beside the order: at once, with another message, or as too much was held. */
    public void sentNow(int row) {
        sent(row, presentTick);
    }

    /** Moves to a tick. */
    void moveTo(long tick) {
        presentTick = tick;
    }

    /** The budget left it out; once in a tick counts, however many passes there are in it. */
    void leftOut(int row, long tick) {
        if (boostAsNoted(row) > 0 && notes[NOTES * row + BOOSTED] == (int) tick) {
            return;
        }
        notes[NOTES * row + BOOST] = Float.floatToRawIntBits(boosted(boost(row, tick)));
        notes[NOTES * row + BOOSTED] = (int) tick;
    }

    /** Reads what {@link #sent} changes, so that the processor has it at hand. Returns anything that depends on it. */
    int touch(int row) {
        return notes[NOTES * row] + notes[NOTES * row + BOOST];
    }

    int entityId(int row) {
        return ids[row];
    }

    boolean isPlaced(int row) {
        return is(row, FLAG_PLACED);
    }

    double x(int row) {
        return places[PLACE * row];
    }

    double y(int row) {
        return places[PLACE * row + 1];
    }

    double z(int row) {
        return places[PLACE * row + 2];
    }

    /** How far it is from where the client was told, in blocks. */
    double changeBlocks(int row) {
        double x = change(row, 0);
        double y = change(row, 1);
        double z = change(row, 2);
        return Math.sqrt(x * x + y * y + z * z);
    }

    int ticksSinceSent(int row, long tick) {
        if (!is(row, FLAG_AGING)) {
            set(row, FLAG_AGING);
            notes[NOTES * row + LAST_SENT] = (int) tick - NEVER_SENT_TICKS;
        }
        return (int) tick - notes[NOTES * row + LAST_SENT];
    }

    /** When it was sent last; of one that was not even asked for yet, if it is in a tick, what it then begins with. */
    int sentTick(int row, int tick) {
        return is(row, FLAG_AGING) ? notes[NOTES * row + LAST_SENT] : tick - NEVER_SENT_TICKS;
    }

    /** The first tick from one on in which it has not been {@linkplain #wasSentSinceItsTurn sent since its turn}. */
    int turnTick(int row, int interval, int tick) {
        if (!wasSentSinceItsTurn(row, interval, tick)) {
            return tick;
        }
        return tick + interval - Math.floorMod(tick + ids[row], interval);
    }

    /**
     * Whether it was sent since its last turn, with a turn every so many ticks, staggered by its id. A turn that the budget
     * lets it miss stays its own until it is sent.
     */
    boolean wasSentSinceItsTurn(int row, int interval, long tick) {
        int sinceSent = (int) tick - notes[NOTES * row + LAST_SENT];
        // A turn is never longer ago than an interval: mostly that saves the division.
        return is(row, FLAG_SENT)
                && sinceSent < interval
                && sinceSent <= Math.floorMod((int) tick + ids[row], interval);
    }

    /** What is left of the boosts; it halves every second. */
    double boost(int row, long tick) {
        float boost = boostAsNoted(row);
        if (boost == 0) {
            return 0;
        }
        return boost * decay((int) tick - notes[NOTES * row + BOOSTED]);
    }

    /** A boost as it was when it was noted, and when that was. */
    float boostAsNoted(int row) {
        return Float.intBitsToFloat(notes[NOTES * row + BOOST]);
    }

    int boostTick(int row) {
        return notes[NOTES * row + BOOSTED];
    }

    /** What is left of a boost of 1 after so many ticks. */
    static float decay(int ticks) {
        return ticks >= BOOST_TICKS ? 0 : DECAY[Math.max(0, ticks)];
    }

    /** What becomes of a boost when the budget leaves the entity out. */
    static float boosted(double boost) {
        return (float) Math.min(MAX_BOOST, boost + BOOST_STEP);
    }

    boolean foughtWithin(int row, int ticks, long tick) {
        return is(row, FLAG_FOUGHT) && (int) tick - notes[NOTES * row + FOUGHT] <= ticks;
    }

    private float change(int row, int axis) {
        return Float.intBitsToFloat(notes[NOTES * row + CHANGE + axis]);
    }

    private void change(int row, double x, double y, double z) {
        int change = NOTES * row + CHANGE;
        notes[change] = Float.floatToRawIntBits(change(row, 0) + (float) x);
        notes[change + 1] = Float.floatToRawIntBits(change(row, 1) + (float) y);
        notes[change + 2] = Float.floatToRawIntBits(change(row, 2) + (float) z);
    }

    private void forgetChange(int row) {
        int change = NOTES * row + CHANGE;
        notes[change] = 0;
        notes[change + 1] = 0;
        notes[change + 2] = 0;
    }

    private boolean is(int row, int flag) {
        return (notes[NOTES * row] & flag) != 0;
    }

    private void set(int row, int flags) {
        notes[NOTES * row] |= flags;
    }

    private void clear(int row, int flags) {
        notes[NOTES * row] &= ~flags;
    }
}
