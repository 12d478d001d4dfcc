package dev.sluice.oracle;

import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows what is held in a scenario, and so which occasions it has met with something held. */
final class HeldWatch {

    /** Messages held at once in a flood. */
    static final int FLOOD = 100;

    private final Set<Occasion> met = EnumSet.noneOf(Occasion.class);
    private final int[] chunks = new int[Places.CHUNKS];
    private final int[] spawns = new int[Places.ENTITIES];
    private final int[] ofEntity = new int[Places.ENTITIES];
    private final int[] linesOf = new int[Places.PROFILES];
    private final Set<Integer> lines = new HashSet<>();

    /** The chunks whose data was held when they were unloaded. */
    private final boolean[] cancelled = new boolean[Places.CHUNKS];

    private final Remains remains = new Remains();

    /** Of each fishing bobber, whose it is. */
    private final int[] anglers = new int[Places.ENTITIES];

    /** Of each angler, the removal of its last bobber. */
    private final @Nullable Sent[] reeledIn = new Sent[Places.ENTITIES];

    /** The removals that are held. */
    private final Set<Sent> removals = new HashSet<>();

    /** The entity that looked like each player last; 0 if there was none. */
    private final int[] wearers = new int[Places.PROFILES];

    private Step.Configure config = ModelConfig.FIRST;
    private int dimension;
    private int messages;
    private int heldChunks;

    /** Changes of the player list. */
    private int heldListings;

    private boolean stalled;

    /** What has happened so far. */
    Set<Occasion> met() {
        return met;
    }

    /** A step is about to be taken. */
    void taking(Step step) {
        switch (step) {
            case Step.Bypass() -> meet(Occasion.DISABLED);
            case Step.Close() -> meet(Occasion.CLOSED);
            case Step.Configure next -> configuring(next);
            case Step.Own(int id) -> meetIf(ofEntity[id] > 0, Occasion.OWN_ENTITY_TOLD);
            default -> {}
        }
    }

    private void configuring(Step.Configure next) {
        // That at a scenario's end only lets everything go.
        if (!next.equals(ModelConfig.FAST)) {
            meetIf(next.bytesPerSecond() != config.bytesPerSecond(), Occasion.BUDGET_CHANGED);
            meetIf(next.profile() != config.profile(), Occasion.PROFILE_CHANGED);
        }
        config = next;
    }

    private void cameBack(ModelPacket.Spawn spawn) {
        if (spawn.profile() >= 0) {
            int before = wearers[spawn.profile()];
            meetIf(before != spawn.id() && ofEntity[before] > 0, Occasion.CAME_BACK);
            wearers[spawn.profile()] = spawn.id();
        }
    }

    /** A packet is about to be offered. */
    void offering(Sent sent) {
        sent.parts.forEach(this::offering);
        switch (sent.packet) {
            case ModelPacket.Chunk(int x, int z, int bytes, int batch) -> {
                int at = Places.index(x, z);
                meetIf(chunks[at] > 0, Occasion.CHUNK_SENT_AGAIN);
                if (cancelled[at]) {
                    met.add(Occasion.CHUNK_RELOADED);
                }
                cancelled[at] = false;
                remains.loaded(at);
            }
            case ModelPacket.Unload(int x, int z) -> {
                int at = Places.index(x, z);
                meetIf(chunks[at] > 0, Occasion.CHUNK_UNLOADED);
                meetIf(chunks[at] > 0 && remains.isLeft(at), Occasion.LEFT_CHUNK_UNLOADED);
                remains.unloaded(at);
                cancelled[at] = chunks[at] > 0;
            }
            case ModelPacket.OwnPosition position -> meetIf(heldChunks > 0, Occasion.TELEPORTED);
            case ModelPacket.Spawn spawn -> {
                meetIf(remains.isSpawned(spawn.id()) && ofEntity[spawn.id()] > 0, Occasion.ID_TAKEN_OVER);
                remains.spawned(spawn.id());
                anglers[spawn.id()] = 0;
                cameBack(spawn);
            }
            case ModelPacket.Bobber bobber -> {
                meetIf(spawns[bobber.angler()] > 0, Occasion.CAST);
                meetIf(removals.contains(reeledIn[bobber.angler()]), Occasion.CAST_ANEW);
                anglers[bobber.id()] = bobber.angler();
                remains.spawned(bobber.id());
            }
            case ModelPacket.Remove(int[] ids) -> {
                meetIf(isAnyHeld(spawns, ids), Occasion.ENTITY_REMOVED);
                for (int id : ids) {
                    meetIf(spawns[id] > 0 && remains.isSuccessor(id), Occasion.SUCCESSOR_REMOVED);
                    meetIf(spawns[id] > 0 && remains.isSuccessorOfLeft(id), Occasion.SUCCESSOR_OF_LEFT_REMOVED);
                    remains.removed(id);
                    reeledIn[anglers[id]] = sent;
                    anglers[id] = 0;
                }
            }
            case ModelPacket.Passengers(int vehicle, int[] ids) ->
                meetIf(isAnyHeld(spawns, ids), Occasion.PASSENGER_MOUNTED);
            case ModelPacket.InfoRemove(int[] profiles) -> meetIf(isAnyHeld(linesOf, profiles), Occasion.SPEAKER_LEFT);
            case ModelPacket.DeleteChat(int index) -> meetIf(lines.contains(index), Occasion.LINE_DELETED);
            case ModelPacket.Respawn(int to) -> {
                meetIf(to == dimension, Occasion.RESPAWNED);
                meetIf(to == dimension && remains.isAnySpawned(ofEntity), Occasion.ENTITY_LEFT);
                meetIf(to != dimension && heldChunks > 0, Occasion.DIMENSION_CHANGED);
                if (to == dimension) {
                    remains.respawned(spawns, chunks);
                } else {
                    remains.newWorld();
                }
                enter(to);
            }
            case ModelPacket.KeepingRespawn(int to) -> {
                meetIf(to == dimension && heldChunks > 0, Occasion.SHOWN_ANEW);
                meetIf(to == dimension && heldListings > 0, Occasion.LISTED_AND_SHOWN_ANEW);
                meetIf(to != dimension && heldChunks > 0, Occasion.DIMENSION_CHANGED);
                if (to != dimension) {
                    remains.newWorld();
                    enter(to);
                }
            }
            case ModelPacket.StartConfiguration start -> {
                meet(Occasion.RECONFIGURED);
                remains.newWorld();
            }
            case ModelPacket.Login(int to, int id) -> enter(to);
            default -> {}
        }
    }

    /** The player is in a dimension now. */
    void enter(int to) {
        dimension = to;
        Arrays.fill(cancelled, false);
    }

    /** The engine has decided on a packet. */
    void decided(boolean capReached) {
        if (capReached) {
            met.add(Occasion.CAP_REACHED);
        }
    }

    /** A pass is over. */
    void passed(boolean nowStalled) {
        meetIf(nowStalled, Occasion.STALLED);
        meetIf(stalled && !nowStalled, Occasion.RESUMED);
        stalled = nowStalled;
    }

    /** A packet is held from now on. */
    void held(Sent sent) {
        messages++;
        meetIf(messages >= FLOOD, Occasion.FLOODED);
        meetIf(!sent.parts.isEmpty(), Occasion.BUNDLED);
        for (Sent part : sent.parts) {
            meetIf(part.packet instanceof ModelPacket.Edit edit && isHeld(edit), Occasion.EDITS_BUNDLED);
        }
        count(sent, 1);
        countEntities(sent.message, 1);
    }

    /** What was held has left, or was let go of. */
    void left(Sent sent) {
        messages--;
        count(sent, -1);
        countEntities(sent.message, -1);
    }

    private void count(Sent sent, int by) {
        for (Sent part : sent.parts) {
            count(part, by);
        }
        switch (sent.packet) {
            case ModelPacket.Chunk(int x, int z, int bytes, int batch) -> {
                chunks[Places.index(x, z)] += by;
                heldChunks += by;
            }
            case ModelPacket.Spawn spawn -> spawns[spawn.id()] += by;
            case ModelPacket.Bobber bobber -> spawns[bobber.id()] += by;
            case ModelPacket.Remove removal -> {
                if (by > 0) {
                    removals.add(sent);
                } else {
                    removals.remove(sent);
                }
            }
            case ModelPacket.InfoUpdate update -> heldListings += by;
            case ModelPacket.InfoRemove removal -> heldListings += by;
            case ModelPacket.PlayerChat(int profile, int index, int session) -> {
                linesOf[profile] += by;
                if (by > 0) {
                    lines.add(index);
                } else {
                    lines.remove(index);
                }
            }
            default -> {}
        }
    }

    private void countEntities(@Nullable Message message, int by) {
        if (message == null) {
            return;
        }
        for (Message.Key key : message.keys()) {
            if (OrderingKey.isEntity(key.key())) {
                ofEntity[OrderingKey.entityId(key.key())] += by;
            }
        }
    }

    /** Whether something of an entity is held. */
    boolean isEntityHeld(int id) {
        return ofEntity[id] > 0;
    }

    private boolean isHeld(ModelPacket.Edit edit) {
        return chunks[Places.index(edit.x(), edit.z())] > 0;
    }

    private void meet(Occasion occasion) {
        meetIf(true, occasion);
    }

    private void meetIf(boolean happens, Occasion occasion) {
        if (happens && messages > 0) {
            met.add(occasion);
        }
    }

    private static boolean isAnyHeld(int[] counts, int[] of) {
        for (int each : of) {
            if (counts[each] > 0) {
                return true;
            }
        }
        return false;
    }
}
