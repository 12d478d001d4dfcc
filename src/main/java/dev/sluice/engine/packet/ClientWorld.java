package dev.sluice.engine.packet;

import dev.sluice.engine.priority.EntityMemory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server has told of one client's world, and what of it the client was told: its chunks, its view and its entities.
 * Confined to the client's thread.
 */
public final class ClientWorld {

    private final EntityMemory memory;
    private final ClientChunks chunks = new ClientChunks();
    private final ClientEntities entities;

    /** Where the client is, as it was told last; null while nobody has told. */
    private @Nullable Object dimension;

    /** How many packets were written. */
    private long writes;

    /** The same when the last message passed. */
    private long writesBeforePassing;

    /** @param memory where entities are remembered for the order */
    public ClientWorld(EntityMemory memory) {
        this.memory = memory;
        this.entities = new ClientEntities(memory);
    }

    ClientChunks chunks() {
        return chunks;
    }

    ClientEntities entities() {
        return entities;
    }

    /** The row in which an entity is remembered; {@link EntityMemory#NO_ROW} if the engine never heard of it. */
    public int entityRow(int entityId) {
        return entities.row(entityId);
    }

    /** How many of the chunks at most one chunk away from this one, itself included, are missing on the client. */
    public int missingInRing(int chunkX, int chunkZ) {
        int missing = 0;
        for (int x = chunkX - 1; x <= chunkX + 1; x++) {
            for (int z = chunkZ - 1; z <= chunkZ + 1; z++) {
                missing += chunks.has(x, z) ? 0 : 1;
            }
        }
        return missing;
    }

    /** The chunk on which the client's view is centred; null while it is unknown. */
    public Observation.@Nullable ViewCentre viewCentre() {
        return chunks.centre();
    }

    /** The client is in this dimension, by the key that {@link Observation.Entered} names. */
    public void isIn(Object where) {
        dimension = where;
    }

    /**
     * The client has been in its world since before the session, around this chunk: what it has of that is taken from it when the
     * server says so, though it was not seen to get it.
     */
    public void inherit(int chunkX, int chunkZ, int viewDistanceChunks) {
        chunks.inherit(chunkX, chunkZ, viewDistanceChunks);
        entities.inherit();
    }

    /** Whether a message takes an entity from the client that it may have from before the session. */
    public boolean removesInherited(Message message) {
        if (message.type().role() != LifecycleRole.ENTITY_REMOVE) {
            return false;
        }
        for (int i = 0; i < message.keyCount(); i++) {
            if (OrderingKey.isEntity(message.key(i)) && entities.isInherited(OrderingKey.entityId(message.key(i)))) {
                return true;
            }
        }
        return false;
    }

    /** The player and an entity have struck each other in a tick; nothing happens if the entity is unknown. */
    public void fought(int entityId, long tick) {
        int row = entityRow(entityId);
        if (row != EntityMemory.NO_ROW) {
            memory.fought(row, tick);
        }
    }

    /** Something passes of which nobody knows what it tells, such as what plugins write as bytes. */
    public void passesUnknown() {
        entities.forgetBaselines();
    }

    /** That was written, before or after what its writing brought forth; as was what is being written around it. */
    void passedUnknown() {
        writes++;
        entities.forgetBaselines();
    }

    /** An observed message passes: for the score of its entity it was sent in this tick. */
    public void sentNow(Message message) {
        entities.sentNow(message);
    }

    /** Follows a plain message that passes, as after {@link #passes}, without having been observed. */
    public void passesUnseen(Message message) {
        if (message.state() instanceof StateUpdate.Move move && move.hasPosition()) {
            entities.movedAndSent(move);
            writesBeforePassing = writes;
        } else {
            offered(message);
            entities.sentNow(message);
            passes(message);
        }
    }

    /** The entities of a removal are gone for the server; their ids may be used again. */
    public void forgetEntities(Message removal) {
        for (int i = 0; i < removal.keyCount(); i++) {
            if (OrderingKey.isEntity(removal.key(i))) {
                entities.removed(OrderingKey.entityId(removal.key(i)));
            }
        }
    }

    /**
     * Who rides what a message takes from the client, with another one of its id or without, or that of which it tells who rides it:
     * before it is observed. It does not name them if it lets them go.
     */
    public List<Integer> riders(Message message) {
        boolean removes = message.type().role() == LifecycleRole.ENTITY_REMOVE;
        Observation told = message.observation();
        List<Observation.Mounted> mounts = told == null ? List.of() : told.mounts();
        if (!removes && mounts.isEmpty() && (told == null || !told.spawnsAny())) {
            return List.of();
        }
        List<Integer> riders = new ArrayList<>();
        for (int i = 0; i < message.keyCount(); i++) {
            if (OrderingKey.isEntity(message.key(i))) {
                int id = OrderingKey.entityId(message.key(i));
                if (removes || (told != null && told.spawns(id))) {
                    entities.addRiders(id, riders);
                }
            }
        }
        mounts.forEach(mounted -> entities.addRiders(mounted.vehicleId(), riders));
        return riders;
    }

    /** Follows what an offered message tells, whatever becomes of it. Returns whether the view has moved or changed its size. */
    boolean observe(Message message) {
        offered(message);
        Observation observation = message.observation();
        return observation != null && observe(observation);
    }

    private boolean observe(Observation observation) {
        return switch (observation) {
            case Observation.EntitySpawned spawned -> {
                entities.spawned(spawned);
                yield false;
            }
            case Observation.EntitiesRemoved gone -> {
                gone.entityIds().forEach(entities::removed);
                yield false;
            }
            case Observation.Mounted mounted -> {
                entities.mounted(mounted);
                yield false;
            }
            case Observation.ViewCentre centre -> {
                chunks.centreOn(centre);
                yield true;
            }
            case Observation.ViewRadius radius -> {
                chunks.radius(radius.chunks());
                yield true;
            }
            case Observation.Entered entered -> {
                dimension = entered.dimension();
                yield false;
            }
            case Observation.Teleported teleported -> false;
            case Observation.Struck struck -> false;
            case Observation.ModesTold told -> false;
            case Observation.Unlisted unlisted -> false;
            case Observation.Several several -> {
                boolean changed = false;
                for (int i = 0; i < several.each().size(); i++) {
                    changed |= observe(several.each().get(i));
                }
                yield changed;
            }
        };
    }

    /** Follows what an offered message says of entity state. */
    private void offered(Message message) {
        if (message.state() != null) {
            entities.offered(message);
        }
    }

    /** A message passes, and is written before anything else unless the writing of it brings forth others. */
    public void passes(Message message) {
        writesBeforePassing = writing(message, message.state());
    }

    /** Notes that the message that passed last, of those that were not noted yet, was written. */
    void passed(Message message) {
        written(message, message.state(), writesBeforePassing);
    }

    /**
     * A message is about to be written, held before or not. The writing of it may bring forth others.
     *
     * @return how many packets were written before
     */
    long writing(Message message, @Nullable StateUpdate state) {
        chunks.writing(message);
        entities.writing(message, state);
        return writes;
    }

    /**
     * Notes what was written.
     *
     * @param writesBefore how many packets were before it; if others were meanwhile, nobody knows which the client has got last
     */
    void written(Message message, @Nullable StateUpdate state, long writesBefore) {
        boolean isAlone = writes++ == writesBefore;
        if (isAlone || message.type().role() != LifecycleRole.CHUNK_UNLOAD) {
            chunks.written(message);
        }
        entities.written(message, isAlone ? state : null);
    }

    /**
     * A packet that counts as written, or passes, did not go out: what it said is not taken for known, nor what is being written
     * around it, of which nobody will know how much was written meanwhile.
     */
    public void lost(Message message) {
        writes++;
        if (message.effect() != WorldEffect.NONE) {
            dimension = null;
        }
        chunks.lost(message);
        // As after a fact, of which nobody knows what it did.
        entities.written(message, null);
    }

    /** What becomes of the client's level with a message that has an effect. */
    LevelFate levelAfter(Message message) {
        List<Observation.Entered> entries = entries(message);
        if (message.effect() != WorldEffect.NEW_WORLD
                || entries.isEmpty()
                || !entries.stream().allMatch(Observation.Entered::keepsAll)) {
            return LevelFate.LOST;
        }
        Object here = dimension == null ? entries.getFirst().dimension() : dimension;
        if (!entries.stream().allMatch(entry -> entry.dimension().equals(here))) {
            return LevelFate.LOST;
        }
        return dimension == null ? LevelFate.UNCERTAIN : LevelFate.KEPT;
    }

    /** The client forgets its world for another one with a message that has an effect, which has still to be observed. */
    void begin(Message message) {
        boolean elsewhere = isElsewhere(message);
        dimension = null;
        chunks.newWorld(elsewhere);
        entities.forgetAll();
    }

    /** Whether a message takes the client to another dimension, in which it shows no chunk of the worlds before. */
    private boolean isElsewhere(Message message) {
        Object here = dimension;
        List<Observation.Entered> entries = entries(message);
        return here != null
                && !entries.isEmpty()
                && entries.stream().noneMatch(entry -> entry.dimension().equals(here));
    }

    private static List<Observation.Entered> entries(Message message) {
        Observation told = message.observation();
        return told == null ? List.of() : told.entries();
    }
}
