package dev.sluice.oracle;

import dev.sluice.engine.ClientSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client as far as its world goes: what it has after the packets it got, and what a stream in order never does to it
 * ({@link #violations}). Positions are computed as the vanilla client does, to the bit.
 */
final class ModelClient {

    private static final int KEPT_VIOLATIONS = 10;

    final List<String> violations = new ArrayList<>();
    final ModelChunks chunks;
    final @Nullable ModelEntity[] entities = new ModelEntity[Places.ENTITIES];
    final ModelChat chat = new ModelChat(this::violation);
    private final boolean equipmentIsState;

    /** A client that has got everything already; null if this is one. */
    private final @Nullable ModelClient ahead;

    private final EntityPackets entityPackets = new EntityPackets(this);
    private int dimension;
    private int ownId;
    private boolean inPlay = true;
    private int openBatch;
    private int lastImmediate = -1;

    /** Every packet of the interface's streams, in order. */
    private int interfaceHistory;

    private int scoreHistory;

    /** A client that has just joined, with its own entity and an empty world. */
    ModelClient(boolean equipmentIsState, int radius, @Nullable ModelClient ahead) {
        this.ahead = ahead;
        this.equipmentIsState = equipmentIsState;
        this.chunks = new ModelChunks(radius, this::violation);
        own(1, -1);
    }

    /** Takes a packet as it arrives. */
    void accept(Sent sent) {
        if (sent.packet instanceof ModelPacket.Bundle) {
            for (Sent part : sent.parts) {
                accept(part.serial, part.packet);
            }
            return;
        }
        if (sent.inBundle) {
            violation("part of a bundle on its own: " + sent);
        }
        accept(sent.serial, sent.packet);
    }

    private void accept(int serial, ModelPacket packet) {
        if (!inPlay
                && !(packet instanceof ModelPacket.Login
                        || packet instanceof ModelPacket.Unknown
                        || packet instanceof ModelPacket.KeepAlive)) {
            violation("a packet of the play phase outside it: #" + serial + " " + StepText.write(packet));
            return;
        }
        switch (packet) {
            case ModelPacket.Chunk(int x, int z, int bytes, int batch) -> chunk(serial, x, z, batch);
            case ModelPacket.Edit(int x, int z, int pos, int state, int action) -> edit(serial, x, z, pos, state);
            case ModelPacket.Section(int x, int z, int[] positions, int state, int action) -> {
                for (int pos : positions) {
                    edit(serial, x, z, pos, state);
                }
            }
            case ModelPacket.BlockEntity(int x, int z, int pos, int value) -> {
                ModelChunk chunk = chunks.visible(x, z);
                if (chunk != null) {
                    chunk.blockEntities[pos] = value;
                    chunk.happened(serial);
                }
            }
            case ModelPacket.BlockEvent(int x, int z, int value) -> {
                ModelChunk chunk = chunks.visible(x, z);
                if (chunk != null) {
                    chunk.happened(serial);
                }
            }
            case ModelPacket.Song(int x, int z, int value) -> {
                ModelChunk chunk = chunks.visible(x, z);
                if (chunk != null) {
                    chunk.song = value;
                    chunk.happened(serial);
                }
            }
            case ModelPacket.Piston(int x, int z, int toX, int toZ, int pos) -> {
                ModelChunk chunk = chunks.visible(x, z);
                if (chunk != null) {
                    chunk.happened(serial);
                    move(serial, chunks.visible(toX, toZ), pos);
                }
            }
            case ModelPacket.Light(int x, int z, int value) -> {
                ModelChunk chunk = chunks.visible(x, z);
                if (chunk != null) {
                    chunk.light = value;
                    chunk.happened(serial);
                }
            }
            case ModelPacket.Biomes(int[] places, int value) -> biomes(serial, places, value);
            case ModelPacket.Unload(int x, int z) -> chunks.unload(x, z);
            case ModelPacket.BatchStart(int batch) -> openBatch(batch);
            case ModelPacket.BatchFinish(int batch) -> {
                if (openBatch != batch) {
                    violation("the end of batch " + batch + " in batch " + openBatch);
                }
                openBatch = 0;
            }
            case ModelPacket.Centre(int x, int z) -> {
                immediate(serial);
                chunks.centreOn(x, z);
            }
            case ModelPacket.Radius(int newRadius) -> {
                immediate(serial);
                chunks.radius(newRadius);
            }
            case ModelPacket.Ack(int action) -> immediate(serial);
            case ModelPacket.OpenSign(int x, int z) -> immediate(serial);
            case ModelPacket.SystemChat(int line) -> chat.line(serial);
            case ModelPacket.PlayerChat(int profile, int index, int session) ->
                chat.playerLine(serial, profile, index, session);
            case ModelPacket.DeleteChat(int index) -> chat.delete(serial, index);
            case ModelPacket.InfoUpdate(int[] profiles) -> chat.list(profiles, true);
            case ModelPacket.InfoSession(int profile, int session) -> chat.session(profile, session);
            case ModelPacket.InfoShown(int[] profiles, int value) -> chat.show(profiles, value);
            case ModelPacket.InfoRemove(int[] profiles) -> chat.list(profiles, false);
            case ModelPacket.Interface(int value) -> interfaceHistory = interfaceHistory * 31 + serial;
            case ModelPacket.Overlay(int value) -> interfaceHistory = interfaceHistory * 31 + serial;
            case ModelPacket.Score(int value) -> scoreHistory = scoreHistory * 31 + serial;
            case ModelPacket.Sound(int value) -> {}
            case ModelPacket.Particles() -> {}
            case ModelPacket.StopSound() -> {
                immediate(serial);
                chunks.silence();
            }
            case ModelPacket.KeepAlive(int id) -> immediate(serial);
            case ModelPacket.OwnPosition(int x, int z) -> immediate(serial);
            case ModelPacket.Unknown(int value) -> immediate(serial);
            case ModelPacket.Respawn(int to) -> {
                immediate(serial);
                if (to == dimension) {
                    leaveWorld();
                } else {
                    forgetWorld();
                }
                dimension = to;
                own(ownId, serial);
            }
            case ModelPacket.KeepingRespawn(int to) -> {
                immediate(serial);
                ModelEntity before = entities[ownId];
                if (to != dimension) {
                    forgetWorld();
                    dimension = to;
                }
                own(ownId, serial);
                ModelEntity anew = entities[ownId];
                if (before != null && anew != null) {
                    anew.keep(before);
                }
            }
            case ModelPacket.StartConfiguration() -> {
                immediate(serial);
                inPlay = false;
                forgetWorld();
                chat.restart();
            }
            case ModelPacket.Login(int to, int id) -> {
                immediate(serial);
                inPlay = true;
                dimension = to;
                own(id, serial);
            }
            case ModelPacket.Bundle(List<ModelPacket> parts) -> violation("a bundle in a bundle");
            default -> entityPackets.accept(serial, packet, equipmentIsState);
        }
    }

    /** Tells a session that begins now where the client is. */
    void inherit(ClientSession session) {
        session.inheritWorld(chunks.centreX(), chunks.centreZ(), chunks.radius());
        session.isIn(dimension);
    }

    int dimension() {
        return dimension;
    }

    void immediate(int serial) {
        if (serial <= lastImmediate) {
            violation("#" + serial + ", which is never held, after #" + lastImmediate);
        }
        lastImmediate = serial;
    }

    /**
     * Whether an entity of which a packet tells must be known: it was when that was sent, is still the same one, and is of this
     * world.
     */
    boolean mustKnow(int id, int serial) {
        ModelEntity entity = ahead == null ? null : ahead.entities[id];
        return ahead == null || (entity != null && entity.spawnSerial < serial && !entity.leftOver);
    }

    void violation(String what) {
        if (violations.size() < KEPT_VIOLATIONS) {
            violations.add(what);
        }
    }

    /** What is seen of the world beside chunks, entities and chat. */
    String rest() {
        return "dimension " + dimension + ", own entity " + ownId + ", " + chunks + ", in play " + inPlay + ", batch "
                + openBatch + ", interface " + Integer.toHexString(interfaceHistory) + ", scores "
                + Integer.toHexString(scoreHistory);
    }

    boolean sameRest(ModelClient other) {
        return dimension == other.dimension
                && ownId == other.ownId
                && chunks.sameView(other.chunks)
                && inPlay == other.inPlay
                && openBatch == other.openBatch
                && interfaceHistory == other.interfaceHistory
                && scoreHistory == other.scoreHistory;
    }

    private void chunk(int serial, int x, int z, int batch) {
        if (batch != openBatch) {
            violation("chunk #" + serial + " of batch " + batch + " in batch " + openBatch);
        }
        chunks.load(new ModelChunk(x, z, serial));
    }

    private void edit(int serial, int x, int z, int pos, int state) {
        ModelChunk chunk = chunks.visible(x, z);
        if (chunk != null) {
            chunk.blocks[pos] = state;
            chunk.happened(serial);
        }
    }

    /** A piston of the next chunk moves a block: what the server told before is taken for moved already. */
    private static void move(int serial, @Nullable ModelChunk chunk, int pos) {
        if (chunk != null && chunk.newest > serial) {
            chunk.blocks[pos] = -serial;
        }
    }

    private void biomes(int serial, int[] places, int value) {
        for (int i = 0; i < places.length; i += 2) {
            ModelChunk chunk = chunks.visible(places[i], places[i + 1]);
            if (chunk != null) {
                chunk.biomes = value;
                chunk.happened(serial);
            }
        }
    }

    private void openBatch(int batch) {
        if (openBatch != 0) {
            violation("the start of batch " + batch + " in batch " + openBatch);
        }
        openBatch = batch;
    }

    private void forgetWorld() {
        chunks.forget();
        Arrays.fill(entities, null);
    }

    /** The same level goes on, without the server's knowledge of what is in it. */
    private void leaveWorld() {
        chunks.leave();
        for (ModelEntity entity : entities) {
            if (entity != null) {
                entity.leftOver = true;
            }
        }
    }

    private void own(int id, int serial) {
        ownId = id;
        entityPackets.remove(id);
        entities[id] = new ModelEntity(id, serial);
    }
}
