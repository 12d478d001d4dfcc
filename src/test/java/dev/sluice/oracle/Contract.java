package dev.sluice.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server has told the client, and so what it may say next. Hostile as it is, it keeps what Paper keeps: chunks
 * that leave the view are unloaded before its centre moves or its radius shrinks, who changes vehicles leaves the old one first
 * and is placed anew only once it rides no more, a player is listed before it appears or speaks, a fishing bobber takes nobody's
 * id, as nobody does its, and carries nobody, who casts one has no other one out, and outside the play phase nothing of it is
 * sent. Of what a respawn in the same world leaves with the client nothing is told but that an entity is removed, until it is
 * spawned or loaded again; unless the respawn keeps all of the player's data: then the server goes on as if nothing had happened.
 */
final class Contract {

    static final int FIRST_RADIUS = 4;
    private static final int NOTHING = 0;
    private static final int NO_PLAYER = -1;

    /** The ids of entities that others may ride are even, those of riders odd. */
    static final int FIRST_ENTITY = 4;

    static final int LAST_ENTITY = 79;

    final boolean[] loaded = new boolean[Places.CHUNKS];
    final boolean[] live = new boolean[Places.ENTITIES];

    /** The ids of entities that a respawn in the same world has left with the client, and that were not used since. */
    final boolean[] left = new boolean[Places.ENTITIES];

    final Ties ties = new Ties();

    /**
     * Whether the engine knew which entity is the player's own before anything was told of it: only then a respawn keeps all of its
     * data, since what is held of it would come to the next one.
     */
    private boolean ownTold;

    /** Whether anything was sent since the player has its entity. */
    private boolean begun;

    /** Whether the engine knows the dimension: else it takes every respawn for one into another world. */
    private boolean dimensionTold;

    /** Of each entity that was spawned last with an id, the player that it looks like; or -1. */
    final int[] profiles = new int[Places.ENTITIES];

    int centreX;
    int centreZ;
    int radius = FIRST_RADIUS;
    int dimension;
    int ownId = 1;
    int listed;

    /** The chat sessions of listed players. */
    final int[] sessions = new int[Places.PROFILES];

    int chatIndex;
    int action;
    int batch;
    boolean inPlay = true;

    /** Takes a step. Returns what of it is allowed: all, some parts of a bundle, or null for nothing. */
    @Nullable
    Step allow(Step step) {
        if (step instanceof Step.Enable) {
            return enable() ? step : null;
        }
        if (step instanceof Step.Own(int id)) {
            ownTold = id == ownId && (ownTold || !begun);
        }
        if (!(step instanceof Step.Send(ModelPacket packet))) {
            return step;
        }
        if (packet instanceof ModelPacket.Bundle(List<ModelPacket> parts)) {
            List<ModelPacket> allowed = new ArrayList<>(parts.size());
            for (ModelPacket part : parts) {
                if (isAllowed(part)) {
                    take(part);
                    allowed.add(part);
                }
            }
            return allowed.isEmpty() ? null : new Step.Send(new ModelPacket.Bundle(allowed));
        }
        if (!isAllowed(packet)) {
            return null;
        }
        take(packet);
        return step;
    }

    private boolean enable() {
        if (inPlay) {
            ties.unsee();
            dimensionTold = true;
        }
        return inPlay;
    }

    private boolean isAllowed(ModelPacket packet) {
        if (!inPlay) {
            return packet instanceof ModelPacket.Login
                    || packet instanceof ModelPacket.Unknown
                    || packet instanceof ModelPacket.KeepAlive;
        }
        return switch (packet) {
            case ModelPacket.Login login -> false;
            case ModelPacket.Chunk(int x, int z, int bytes, int inBatch) -> inView(x, z) && inBatch == batch;
            case ModelPacket.Edit(int x, int z, int pos, int state, int answers) ->
                Places.isChunk(x, z) && (answers == 0 || isLoaded(x, z));
            case ModelPacket.Section(int x, int z, int[] positions, int state, int answers) ->
                answers == 0 || isLoaded(x, z);
            case ModelPacket.Unload(int x, int z) -> isLoaded(x, z);
            case ModelPacket.OpenSign(int x, int z) -> isLoaded(x, z);
            case ModelPacket.BatchStart(int number) -> batch == 0;
            case ModelPacket.BatchFinish(int number) -> batch == number;
            case ModelPacket.Centre(int x, int z) -> allInView(x, z, radius);
            case ModelPacket.Radius(int chunks) -> allInView(centreX, centreZ, chunks);
            case ModelPacket.Ack(int number) -> number > action;
            case ModelPacket.Spawn spawn ->
                spawn.id() != ownId
                        && !(isThere(spawn.id()) && profiles[spawn.id()] >= 0)
                        && !ties.isBobber(spawn.id())
                        && (spawn.profile() < 0 || (isListed(spawn.profile()) && wearer(spawn.profile()) == NOTHING));
            case ModelPacket.Bobber bobber ->
                bobber.id() != ownId
                        && !isThere(bobber.id())
                        && live[bobber.angler()]
                        && profiles[bobber.angler()] >= 0
                        && ties.mayCast(bobber.angler())
                        && ties.bobber(bobber.angler()) == Ties.NOBODY;
            case ModelPacket.Remove(int[] ids) -> Arrays.stream(ids).allMatch(id -> live[id] || left[id]);
            case ModelPacket.Move move -> knows(move.id()) && !(move.position() && ties.hasNoPlace(move.id()));
            case ModelPacket.Sync sync -> knows(sync.id()) && !ties.hasNoPlace(sync.id());
            case ModelPacket.Teleport teleport -> knows(teleport.id()) && !ties.hasNoPlace(teleport.id());
            case ModelPacket.Head head -> knows(head.id());
            case ModelPacket.Motion motion -> knows(motion.id());
            case ModelPacket.Metadata metadata -> knows(metadata.id());
            case ModelPacket.Attributes attributes -> knows(attributes.id());
            case ModelPacket.Equipment equipment -> knows(equipment.id());
            case ModelPacket.Passengers(int vehicle, int[] passengers) ->
                knows(vehicle)
                        && !ties.isBobber(vehicle)
                        && Arrays.stream(passengers)
                                .allMatch(id ->
                                        !left[id] && (ties.vehicle(id) == Ties.NOBODY || ties.vehicle(id) == vehicle));
            case ModelPacket.EntityEvent event -> knows(event.id());
            case ModelPacket.Leash leash -> knows(leash.id());
            case ModelPacket.PickUp pickUp -> knows(pickUp.item());
            case ModelPacket.Animate animate -> knows(animate.id());
            case ModelPacket.EntitySound sound -> knows(sound.id());
            case ModelPacket.Damage damage -> knows(damage.victim());
            case ModelPacket.Camera camera -> knows(camera.id());
            case ModelPacket.PlayerChat(int profile, int index, int session) ->
                isListed(profile) && index == chatIndex && session == sessions[profile];
            case ModelPacket.DeleteChat(int index) -> index < chatIndex;
            case ModelPacket.InfoSession(int profile, int session) -> isListed(profile);
            case ModelPacket.InfoShown(int[] profiles, int value) ->
                Arrays.stream(profiles).allMatch(this::isListed);
            case ModelPacket.InfoRemove(int[] profiles) ->
                Arrays.stream(profiles).allMatch(this::isListed);
            case ModelPacket.Respawn respawn -> batch == 0;
            case ModelPacket.KeepingRespawn(int to) -> ownTold && (to == dimension || batch == 0);
            case ModelPacket.StartConfiguration start -> batch == 0;
            case ModelPacket.Bundle bundle -> false;
            default -> true;
        };
    }

    private void take(ModelPacket packet) {
        begun = true;
        switch (packet) {
            case ModelPacket.Chunk(int x, int z, int bytes, int inBatch) -> loaded[Places.index(x, z)] = true;
            case ModelPacket.Unload(int x, int z) -> loaded[Places.index(x, z)] = false;
            case ModelPacket.BatchStart(int number) -> batch = number;
            case ModelPacket.BatchFinish(int number) -> batch = 0;
            case ModelPacket.Centre(int x, int z) -> {
                centreX = x;
                centreZ = z;
            }
            case ModelPacket.Radius(int chunks) -> radius = chunks;
            case ModelPacket.Ack(int number) -> action = number;
            case ModelPacket.Spawn spawn -> {
                forget(spawn.id());
                live[spawn.id()] = true;
                profiles[spawn.id()] = spawn.profile();
            }
            case ModelPacket.Bobber bobber -> {
                forget(bobber.id());
                live[bobber.id()] = true;
                profiles[bobber.id()] = NO_PLAYER;
                ties.cast(bobber.id(), bobber.angler());
            }
            case ModelPacket.Remove(int[] ids) -> {
                for (int id : ids) {
                    forget(id);
                }
            }
            case ModelPacket.Passengers(int vehicle, int[] passengers) -> {
                ties.dismountAll(vehicle);
                for (int id : passengers) {
                    if (knows(id)) {
                        ties.mount(id, vehicle, id == ownId);
                    }
                }
            }
            case ModelPacket.PlayerChat chat -> chatIndex++;
            case ModelPacket.InfoUpdate(int[] profiles) -> {
                for (int profile : profiles) {
                    listed |= 1 << profile;
                }
            }
            case ModelPacket.InfoSession(int profile, int session) -> sessions[profile] = session;
            case ModelPacket.InfoRemove(int[] profiles) -> {
                for (int profile : profiles) {
                    listed &= ~(1 << profile);
                    sessions[profile] = 0;
                }
            }
            case ModelPacket.Respawn(int to) -> {
                if (to == dimension) {
                    leaveWorld();
                } else {
                    forgetWorld();
                }
                dimension = to;
                dimensionTold = true;
            }
            case ModelPacket.KeepingRespawn(int to) -> {
                // The player is another entity for the client.
                ties.getOff(ownId);
                if (to != dimension) {
                    forgetWorld();
                    dimension = to;
                } else if (!dimensionTold) {
                    ties.unsee();
                }
                dimensionTold = true;
            }
            case ModelPacket.StartConfiguration start -> {
                inPlay = false;
                forgetWorld();
                listed = 0;
                Arrays.fill(sessions, 0);
                chatIndex = 0;
                action = 0;
            }
            case ModelPacket.Login(int to, int id) -> {
                inPlay = true;
                dimension = to;
                dimensionTold = true;
                ownTold = false;
                begun = false;
                ownId = id;
            }
            default -> {}
        }
    }

    boolean isListed(int profile) {
        return (listed >> profile & 1) != 0;
    }

    boolean isLoaded(int x, int z) {
        return Places.isChunk(x, z) && loaded[Places.index(x, z)];
    }

    boolean inView(int x, int z) {
        return Places.isChunk(x, z) && inView(x, z, centreX, centreZ, radius);
    }

    /** Whether a chunk is in the view of another centre or radius. */
    boolean inView(int x, int z, int fromX, int fromZ, int within) {
        return Math.abs(x - fromX) <= within && Math.abs(z - fromZ) <= within;
    }

    private void forget(int id) {
        live[id] = false;
        left[id] = false;
        // The client discards the bobbers of whom it knows no more; the server removes them later.
        for (int bobber : ties.forget(id)) {
            left[bobber] |= live[bobber];
            live[bobber] = false;
        }
    }

    /** The entity that looks like a player and has its UUID; 0 if there is none. */
    int wearer(int profile) {
        for (int id = FIRST_ENTITY; id <= LAST_ENTITY; id++) {
            if (isThere(id) && profiles[id] == profile) {
                return id;
            }
        }
        return NOTHING;
    }

    /** Whether the client has such an entity, of this world or one before. */
    private boolean isThere(int id) {
        return live[id] || left[id];
    }

    private boolean knows(int id) {
        return live[id] || id == ownId;
    }

    private boolean allInView(int fromX, int fromZ, int within) {
        for (int i = 0; i < Places.CHUNKS; i++) {
            if (loaded[i] && !inView(Places.x(i), Places.z(i), fromX, fromZ, within)) {
                return false;
            }
        }
        return true;
    }

    /** The client keeps what nobody has taken from it. */
    private void leaveWorld() {
        for (int id = 0; id < live.length; id++) {
            left[id] |= live[id];
        }
        Arrays.fill(loaded, false);
        Arrays.fill(live, false);
        ties.clear();
    }

    private void forgetWorld() {
        leaveWorld();
        Arrays.fill(left, false);
        centreX = 0;
        centreZ = 0;
    }
}
