package dev.sluice.engine.packet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a packet tells the engine of the client's world beside its own order. */
public sealed interface Observation {

    /**
     * An entity appears.
     *
     * @param profile the key of its UUID ({@link OrderingKey#profile}), {@link OrderingKey#NONE} if that is unknown
     * @param x where, in blocks, as {@code y} and {@code z}
     * @param angler the key of who has cast it out ({@link OrderingKey#angler}), {@link OrderingKey#NONE} if nobody has
     */
    record EntitySpawned(int entityId, long profile, double x, double y, double z, long angler) implements Observation {

        /** An entity that nobody has cast out. */
        public EntitySpawned(int entityId, long profile, double x, double y, double z) {
            this(entityId, profile, x, y, z, OrderingKey.NONE);
        }

        @Override
        public boolean spawns(int id) {
            return entityId == id;
        }

        @Override
        public boolean spawnsAny() {
            return true;
        }
    }

    /** These entities go, with a packet of a bundle; of one that goes out by itself its role says so. */
    record EntitiesRemoved(List<Integer> entityIds) implements Observation {
        public EntitiesRemoved {
            entityIds = List.copyOf(entityIds);
        }

        @Override
        public boolean removesAny() {
            return true;
        }
    }

    /** These entities ride another one from now on, and no others do. */
    record Mounted(int vehicleId, List<Integer> passengerIds) implements Observation {
        public Mounted {
            passengerIds = List.copyOf(passengerIds);
        }

        @Override
        public List<Mounted> mounts() {
            return List.of(this);
        }
    }

    /** The client keeps the chunks around this one from now on; the others it ignores until the view is back. */
    record ViewCentre(int chunkX, int chunkZ) implements Observation {}

    /** How far around the centre the client keeps chunks, in chunks; it adds three of its own (H9). */
    record ViewRadius(int chunks) implements Observation {}

    /**
     * The player is somewhere else: the client waits for the chunks around it (H11).
     *
     * @param x where, in blocks, as {@code y} and {@code z}; NaN if that is unknown or told as a change
     */
    record Teleported(double x, double y, double z) implements Observation {

        /** The player is put somewhere, and it is not known where. */
        public static Teleported somewhere() {
            return new Teleported(Double.NaN, Double.NaN, Double.NaN);
        }

        /** Whether it is known where. */
        public boolean isPlaced() {
            return !Double.isNaN(x) && !Double.isNaN(y) && !Double.isNaN(z);
        }
    }

    /**
     * The player appears in a dimension (login, respawn).
     *
     * @param dimension equal to that of another packet if the dimension is the same
     * @param keepsAll whether the server tells nothing anew if the client is in that dimension already
     */
    record Entered(Object dimension, boolean keepsAll) implements Observation {
        @Override
        public List<Entered> entries() {
            return List.of(this);
        }
    }

    /** One entity has struck another. */
    record Struck(int victimId, int attackerId) implements Observation {}

    /**
     * The player list says in which game mode those are whose {@link OrderingKey#listing} the message has: a client takes its
     * player's own one from there.
     */
    record ModesTold() implements Observation {
        @Override
        public boolean tellsModes() {
            return true;
        }
    }

    /** Players leave the player list. */
    record Unlisted() implements Observation {
        @Override
        public boolean unlists() {
            return true;
        }
    }

    /** What the packets of a bundle tell, in their order. */
    record Several(List<Observation> each) implements Observation {
        public Several {
            each = List.copyOf(each);
        }

        @Override
        public boolean spawns(int id) {
            return each.stream().anyMatch(one -> one.spawns(id));
        }

        @Override
        public boolean spawnsAny() {
            return each.stream().anyMatch(Observation::spawnsAny);
        }

        @Override
        public boolean removesAny() {
            return each.stream().anyMatch(Observation::removesAny);
        }

        @Override
        public List<Entered> entries() {
            return each.stream().flatMap(one -> one.entries().stream()).toList();
        }

        @Override
        public List<Mounted> mounts() {
            return each.stream().flatMap(one -> one.mounts().stream()).toList();
        }

        @Override
        public boolean tellsModes() {
            return each.stream().anyMatch(Observation::tellsModes);
        }

        @Override
        public boolean unlists() {
            return each.stream().anyMatch(Observation::unlists);
        }
    }

    /** All of them as one; null if there are none. */
    static @Nullable Observation of(List<Observation> all) {
        return all.size() > 1 ? new Several(all) : all.isEmpty() ? null : all.getFirst();
    }

    /** Whether an entity appears. */
    default boolean spawns(int id) {
        return false;
    }

    /** Whether any entity appears. */
    default boolean spawnsAny() {
        return false;
    }

    /** Whether entities go, with a packet of a bundle. */
    default boolean removesAny() {
        return false;
    }

    /** Where the player appears, in the order in which it does. */
    default List<Entered> entries() {
        return List.of();
    }

    /** Of which vehicles it is told who rides them. */
    default List<Mounted> mounts() {
        return List.of();
    }

    /** Whether game modes are told. */
    default boolean tellsModes() {
        return false;
    }

    /** Whether players leave the player list. */
    default boolean unlists() {
        return false;
    }
}
