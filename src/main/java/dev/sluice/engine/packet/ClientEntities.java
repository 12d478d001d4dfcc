package dev.sluice.engine.packet;

import dev.sluice.engine.packet.StateUpdate.Absolute;
import dev.sluice.engine.packet.StateUpdate.Indexed;
import dev.sluice.engine.packet.StateUpdate.Move;
import dev.sluice.engine.packet.StateUpdate.Place;
import dev.sluice.engine.priority.EntityMemory;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entities of which packets were offered, what the client knows of each, and what is held of it. Confined to the client's thread. */
final class ClientEntities {

    /** Servers remove what they know of before a respawn, so that more than this are of worlds that the client has left. */
    private static final int MAX_SPAWNED_BEFORE = 4_096;

    private final EntityMemory memory;
    private final LongMap<ClientEntity> byId = new LongMap<>();

    /** The keys of the UUIDs of spawned ones, by row; {@link OrderingKey#NONE} while one is unknown. */
    private long[] profiles = new long[0];

    /** Those of the worlds before that nobody removed, and the keys of their UUIDs: a respawn in the same dimension keeps them. */
    private final LongMap<Long> spawnedBefore = new LongMap<>();

    /** Whether the client may have others from before the session, of which nobody knows. */
    private boolean inherited;

    /**
     * The last one that was asked for: a packet asks for its entity several times, and servers go through their entities in the
     * same order in each tick, so that mostly the one comes next that came next before.
     */
    private @Nullable ClientEntity last;

    /** Counts what nobody knows of: what clients were told of before may not be so any more. */
    private long baselineEpoch;

    ClientEntities(EntityMemory memory) {
        this.memory = memory;
    }

    /** The row in which an entity is remembered; {@link EntityMemory#NO_ROW} if it is unknown. */
    int row(int entityId) {
        ClientEntity entity = known(entityId);
        return entity == null || entity.isRemoved() ? EntityMemory.NO_ROW : entity.entityRow();
    }

    /** The queue of an entity's key; null if nothing was ever held along it. */
    @Nullable
    KeyQueue queue(long entityKey) {
        return known(OrderingKey.entityId(entityKey));
    }

    /** Lets go of an entity that is gone for the server as well, once nothing of it is held. */
    void emptied(ClientEntity entity) {
        boolean needed = !entity.isRemoved() || !entity.isEmpty();
        if (!needed && byId.get(entity.entityId()) == entity) {
            last = null;
            byId.remove(entity.entityId());
            memory.release(entity.entityRow());
            entity.leave();
        }
    }

    private void begin(ClientEntity entity, boolean removed) {
        entity.begin(removed);
        memory.forget(entity.entityRow());
        profile(entity, OrderingKey.NONE);
    }

    private void profile(ClientEntity entity, long profile) {
        int row = entity.entityRow();
        if (row < profiles.length) {
            profiles[row] = profile;
        } else if (profile != OrderingKey.NONE) {
            profiles = Arrays.copyOf(profiles, 2 * (row + 1));
            profiles[row] = profile;
        }
    }

    /** The key of the UUID with which an entity was spawned; {@link OrderingKey#NONE} if that is unknown. */
    long profile(int entityId) {
        ClientEntity entity = known(entityId);
        if (entity != null && entity.isSpawned()) {
            return profileAt(entity.entityRow());
        }
        Long before = spawnedBefore.get(entityId);
        return before == null ? OrderingKey.NONE : before;
    }

    private long profileAt(int row) {
        return row < profiles.length ? profiles[row] : OrderingKey.NONE;
    }

    /** The key of who has cast an entity out to fish; {@link OrderingKey#NONE} if nobody has, or not in this world. */
    long angler(int entityId) {
        ClientEntity entity = known(entityId);
        return entity == null ? OrderingKey.NONE : entity.angler();
    }

    /** Follows what the server says of an entity's place, whether it goes out now or later. */
    void offered(Message message) {
        StateUpdate state = message.state();
        if (state instanceof Move move) {
            if (move.hasPosition()) {
                memory.moved(entity(move.entityId()).entityRow(), move.deltaX(), move.deltaY(), move.deltaZ());
            }
        } else if (state instanceof Place place) {
            memory.placed(entity(place.entityId()).entityRow(), place.x(), place.y(), place.z());
        }
    }

    /** A move that has a position passes. */
    void movedAndSent(Move move) {
        memory.movedAndSent(entity(move.entityId()).entityRow(), move.deltaX(), move.deltaY(), move.deltaZ());
    }

    /** The entity appears at a place. */
    void spawned(Observation.EntitySpawned spawn) {
        ClientEntity entity = entity(spawn.entityId());
        boolean replaces = inherited || entity.isSpawned() || spawnedBefore.get(spawn.entityId()) != null;
        begin(entity, false);
        entity.spawned(replaces, spawn.angler());
        profile(entity, spawn.profile());
        memory.placed(entity.entityRow(), spawn.x(), spawn.y(), spawn.z());
    }

    /** Some entities, and no others, ride one. Whom the client does not know it leaves out, too. */
    void mounted(Observation.Mounted mounted) {
        int vehicle = rowOfPresent(mounted.vehicleId());
        if (vehicle == EntityMemory.NO_ROW) {
            return;
        }
        memory.dismountAll(vehicle);
        for (int i = 0; i < mounted.passengerIds().size(); i++) {
            int passenger = rowOfPresent(mounted.passengerIds().get(i));
            if (passenger != EntityMemory.NO_ROW) {
                memory.mount(passenger, vehicle);
            }
        }
    }

    /** The row of an entity that the client may have, though it may be from before and nothing was told of it since. */
    private int rowOfPresent(int entityId) {
        boolean fromBefore = known(entityId) == null && (inherited || spawnedBefore.get(entityId) != null);
        return fromBefore ? entity(entityId).entityRow() : row(entityId);
    }

    /** Adds those who ride an entity. */
    void addRiders(int vehicleId, List<Integer> riders) {
        int vehicle = row(vehicleId);
        if (vehicle != EntityMemory.NO_ROW) {
            for (int rider : memory.riders(vehicle)) {
                riders.add(rider);
            }
        }
    }

    /** The client has been in its world for some time, and may have any entity. */
    void inherit() {
        inherited = true;
    }

    /** Whether the client may have an entity from before the session; nobody knows with which UUID. */
    boolean isInherited(int entityId) {
        ClientEntity entity = inherited ? known(entityId) : null;
        return inherited && (entity == null || !entity.isSpawned()) && spawnedBefore.get(entityId) == null;
    }

    /** The server takes the entity away. */
    void removed(int entityId) {
        spawnedBefore.remove(entityId);
        ClientEntity entity = known(entityId);
        if (entity != null) {
            begin(entity, true);
            emptied(entity);
        }
    }

    /** Whether the newest spawn of an entity replaces another one of the same id, which the client may have got. */
    boolean isReplacing(int entityId) {
        ClientEntity entity = known(entityId);
        return entity != null && entity.isReplacing();
    }

    /** Whether the client already has what a message of one entity says. */
    boolean knows(Message message) {
        if (!(message.state() instanceof Indexed indexed)
                || message.keyCount() != 1
                || !OrderingKey.isEntity(message.key(0))) {
            return false;
        }
        ClientEntity known = known(OrderingKey.entityId(message.key(0)));
        return known != null && known.knows(indexed, baselineEpoch);
    }

    /** Something passes of which nobody knows what it tells, and of which entities. */
    void forgetBaselines() {
        baselineEpoch++;
    }

    /** A message is about to be written: what it changes is not known until it was. */
    void writing(Message message, @Nullable StateUpdate state) {
        note(message, state, false);
    }

    /** Notes what was written. A fact of an entity may do anything to it. */
    void written(Message message, @Nullable StateUpdate state) {
        note(message, state, true);
    }

    private void note(Message message, @Nullable StateUpdate state, boolean written) {
        // Moves first: most are.
        boolean untold = state instanceof Move || state instanceof Place || state instanceof Absolute;
        if (untold || message.type().kind() == DeliveryKind.EPHEMERAL) {
            return;
        }
        for (int i = 0; i < message.keyCount(); i++) {
            if (OrderingKey.isEntity(message.key(i))) {
                ClientEntity known = known(OrderingKey.entityId(message.key(i)));
                if (known != null) {
                    tell(known, state, written);
                }
            }
        }
    }

    /** An entity's state went out beside the order. */
    void sentNow(Message message) {
        if (message.state() != null && message.keyCount() == 1 && OrderingKey.isEntity(message.key(0))) {
            ClientEntity known = known(OrderingKey.entityId(message.key(0)));
            if (known != null) {
                memory.sentNow(known.entityRow());
            }
        }
    }

    private void tell(ClientEntity known, @Nullable StateUpdate state, boolean written) {
        if (!(state instanceof Indexed indexed)) {
            known.forget();
        } else if (written) {
            known.told(indexed, baselineEpoch);
        } else {
            known.telling(indexed);
        }
    }

    void forgetAll() {
        last = null;
        if (spawnedBefore.size() > MAX_SPAWNED_BEFORE) {
            spawnedBefore.clear();
        }
        // Whoever has just written of one goes on with it.
        byId.forEach(this::leave);
        byId.clear();
        memory.clear();
        profiles = new long[0];
    }

    private void leave(ClientEntity entity) {
        if (entity.isSpawned()) {
            spawnedBefore.put(entity.entityId(), profileAt(entity.entityRow()));
        }
        entity.leave();
    }

    /** The entity of which the server tells something, known from now on if it is new. */
    ClientEntity entity(int entityId) {
        ClientEntity entity = named(entityId);
        entity.appear();
        return entity;
    }

    /** The entity that something names, known from now on if it is new; one that was removed stays so. */
    ClientEntity named(int entityId) {
        ClientEntity known = known(entityId);
        if (known == null) {
            known = new ClientEntity(entityId, memory.remember(entityId));
            byId.put(entityId, known);
            last = known;
        }
        return known;
    }

    private @Nullable ClientEntity known(int entityId) {
        ClientEntity before = last;
        if (before == null) {
            last = byId.get(entityId);
            return last;
        }
        if (before.entityId() == entityId) {
            return before;
        }
        ClientEntity known = before.nextIfIs(entityId);
        if (known == null) {
            known = byId.get(entityId);
            before.next(known);
        }
        last = known;
        return known;
    }
}
