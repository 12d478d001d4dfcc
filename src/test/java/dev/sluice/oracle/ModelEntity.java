package dev.sluice.oracle;

import java.util.Arrays;

/** An entity as a client has it. */
final class ModelEntity {

    static final int NOBODY = -1;

    private static final double STEPS = 4096;
    private static final int[] NONE = {};

    final int id;
    final int spawnSerial;

    /** Whether the player has respawned in the same world since, and nobody has removed it. */
    boolean leftOver;

    /** Where relative moves start from; a teleport leaves it alone. */
    double baseX;

    double baseY;
    double baseZ;

    /** Where it is; NaN while that is where its vehicle is, or was, and nobody has placed it since. */
    double x;

    double y;
    double z;

    /** The player that it looks like; or -1. */
    int profile = NOBODY;

    /** Whose fishing bobber it is; or {@link #NOBODY}. */
    int angler = NOBODY;

    /** The bobber that it has out as far as the client knows; or {@link #NOBODY}. */
    int bobber = NOBODY;

    int yaw;
    int pitch;
    boolean ground;
    int head;

    /** The packet that set its motion: each arrival counts, since the client changes motion by itself. */
    int motionSerial;

    final int[] metadata = new int[8];
    final int[] attributes = new int[8];
    final int[] equipment = new int[8];
    int[] passengers = NONE;
    int vehicle = NOBODY;

    /** Each fact in order, with the state in which it found the entity. */
    int history;

    ModelEntity(int id, int spawnSerial) {
        this.id = id;
        this.spawnSerial = spawnSerial;
        this.motionSerial = spawnSerial;
    }

    void spawn(ModelPacket.Spawn spawn) {
        place(spawn.x(), spawn.y(), spawn.z());
        profile = spawn.profile();
        yaw = spawn.yaw();
        head = spawn.head();
    }

    /** It is the player's own after a respawn that keeps all of its data. */
    void keep(ModelEntity before) {
        System.arraycopy(before.metadata, 0, metadata, 0, metadata.length);
        System.arraycopy(before.attributes, 0, attributes, 0, attributes.length);
    }

    /** Places it and the base of relative moves. */
    void place(double newX, double newY, double newZ) {
        baseX = newX;
        baseY = newY;
        baseZ = newZ;
        be(newX, newY, newZ);
    }

    /** While it rides it is where its vehicle is, whatever its place is said to be. */
    private void be(double newX, double newY, double newZ) {
        if (vehicle == NOBODY) {
            x = newX;
            y = newY;
            z = newZ;
        }
    }

    void mount(int onto) {
        vehicle = onto;
        x = Double.NaN;
        y = Double.NaN;
        z = Double.NaN;
    }

    void move(ModelPacket.Move move) {
        if (move.position()) {
            place(component(baseX, move.dx()), component(baseY, move.dy()), component(baseZ, move.dz()));
        }
        if (move.rotation()) {
            yaw = move.yaw();
            pitch = move.pitch();
        }
        ground = move.ground();
    }

    void teleport(ModelPacket.Teleport teleport, int serial) {
        boolean relative = teleport.relative();
        be(
                relative ? x + teleport.x() : teleport.x(),
                relative ? y + teleport.y() : teleport.y(),
                relative ? z + teleport.z() : teleport.z());
        motionSerial = serial;
    }

    /** A component that does not move stays as it is; one that moves is first rounded to 1/4096 block. */
    private static double component(double base, int delta) {
        return delta == 0 ? base : (Math.round(base * STEPS) + delta) / STEPS;
    }

    static void set(int[] values, int[] pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            values[pairs[i]] = pairs[i + 1];
        }
    }

    /** Notes a fact: by then all state before it must be there. */
    void fact(int serial) {
        history = (history * 31 + serial) * 31 + stateHash();
    }

    private int stateHash() {
        long hash = Double.doubleToLongBits(x) * 31 + Double.doubleToLongBits(y);
        hash = hash * 31 + Double.doubleToLongBits(z);
        hash = hash * 31 + Double.doubleToLongBits(baseX);
        hash = hash * 31 + Double.doubleToLongBits(baseY);
        hash = hash * 31 + Double.doubleToLongBits(baseZ);
        hash = hash * 31 + (yaw << 8) + pitch + (ground ? 1 << 20 : 0);
        hash = hash * 31 + head;
        hash = hash * 31 + motionSerial;
        hash = hash * 31 + Arrays.hashCode(metadata);
        hash = hash * 31 + Arrays.hashCode(attributes);
        hash = hash * 31 + Arrays.hashCode(equipment);
        return Long.hashCode(hash * 0x9E37_79B9_7F4A_7C15L);
    }

    boolean sameAs(ModelEntity other) {
        return sameButPassengers(other)
                && vehicle == other.vehicle
                && Arrays.equals(passengers, other.passengers)
                && bobber == other.bobber;
    }

    /** Who rides whom, and who fishes with what, depends on other entities, too. */
    boolean sameButPassengers(ModelEntity other) {
        return spawnSerial == other.spawnSerial && history == other.history && stateHash() == other.stateHash();
    }

    @Override
    public String toString() {
        return "spawn #" + spawnSerial + ", at " + x + " " + y + " " + z + " (base " + baseX + " " + baseY + " " + baseZ
                + "), yaw " + yaw + ", pitch " + pitch + ", ground " + ground + ", head " + head + ", motion #"
                + motionSerial + ", metadata " + Arrays.toString(metadata) + ", attributes "
                + Arrays.toString(attributes) + ", equipment " + Arrays.toString(equipment) + ", passengers "
                + Arrays.toString(passengers) + ", vehicle " + vehicle + ", bobber " + bobber + ", history "
                + Integer.toHexString(history);
    }
}
