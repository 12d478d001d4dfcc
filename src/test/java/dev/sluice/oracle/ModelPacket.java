package dev.sluice.oracle;

import java.util.List;

/**
 * The clientbound packets that the oracle knows, each with what the model client needs of it. Components are numbers,
 * arrays of them, or flags, so that {@link StepText} can write and read every packet without knowing it.
 */
@SuppressWarnings("ArrayRecordComponent") // compact; never compared
public sealed interface ModelPacket {

    // Chunks and blocks.

    /** A chunk's data. Its blocks are named by the packet's place in the stream. */
    record Chunk(int x, int z, int bytes, int batch) implements ModelPacket {}

    /** A block change; {@code action} is the player's own action that it answers, 0 for none. */
    record Edit(int x, int z, int pos, int state, int action) implements ModelPacket {}

    /** The same change of several blocks. */
    record Section(int x, int z, int[] positions, int state, int action) implements ModelPacket {}

    record BlockEntity(int x, int z, int pos, int value) implements ModelPacket {}

    /** A block event, a level event or a crack: something that happens in a chunk. */
    record BlockEvent(int x, int z, int value) implements ModelPacket {}

    /**
     * A piston at a chunk's edge moves a block of the next one, as the client does by itself. Done after what the server tells of that
     * one later, it undoes that.
     */
    record Piston(int x, int z, int toX, int toZ, int pos) implements ModelPacket {}

    /** A jukebox begins a song, which lasts until sounds are stopped. */
    record Song(int x, int z, int value) implements ModelPacket {}

    record Light(int x, int z, int value) implements ModelPacket {}

    /** New biomes of chunks, as pairs of x and z. */
    record Biomes(int[] chunks, int value) implements ModelPacket {}

    record Unload(int x, int z) implements ModelPacket {}

    record BatchStart(int batch) implements ModelPacket {}

    record BatchFinish(int batch) implements ModelPacket {}

    record Centre(int x, int z) implements ModelPacket {}

    record Radius(int chunks) implements ModelPacket {}

    /** Acknowledges the player's own actions up to this one. */
    record Ack(int action) implements ModelPacket {}

    /** Opens the editor of a sign in a chunk. */
    record OpenSign(int x, int z) implements ModelPacket {}

    // Entities.

    /** A spawn; {@code profile} is a player's, or -1. */
    record Spawn(int id, int profile, double x, double y, double z, int yaw, int head, int motion)
            implements ModelPacket {}

    /** The spawn of a fishing bobber, which the client discards if it does not know the player that casts it. */
    record Bobber(int id, int angler, double x, double y, double z) implements ModelPacket {}

    record Remove(int[] ids) implements ModelPacket {}

    /** A relative move in 1/4096 block, a look in 1/256 turn, or both. */
    record Move(int id, int dx, int dy, int dz, int yaw, int pitch, boolean ground, boolean position, boolean rotation)
            implements ModelPacket {}

    /** {@code entity_position_sync}. */
    record Sync(int id, double x, double y, double z, int yaw, int pitch, boolean ground) implements ModelPacket {}

    /** {@code teleport_entity}, which leaves the base of relative moves alone. */
    record Teleport(int id, double x, double y, double z, int motion, boolean relative) implements ModelPacket {}

    record Head(int id, int yaw) implements ModelPacket {}

    record Motion(int id, int value) implements ModelPacket {}

    /** Values by index, as pairs of index and value. */
    record Metadata(int id, int[] values) implements ModelPacket {}

    record Attributes(int id, int[] values) implements ModelPacket {}

    record Equipment(int id, int[] values) implements ModelPacket {}

    record Passengers(int vehicle, int[] passengers) implements ModelPacket {}

    /** An entity event or a mob effect: a fact of one entity. */
    record EntityEvent(int id, int value) implements ModelPacket {}

    /** A leash and who holds it: a fact of the one on it alone. */
    record Leash(int id, int holder) implements ModelPacket {}

    /** An item that is picked up: a fact of two entities. */
    record PickUp(int item, int by) implements ModelPacket {}

    record Animate(int id) implements ModelPacket {}

    record Damage(int victim, int attacker) implements ModelPacket {}

    record EntitySound(int id) implements ModelPacket {}

    record Camera(int id) implements ModelPacket {}

    // Chat, players, interface.

    record SystemChat(int line) implements ModelPacket {}

    /** A line of the server's that is no chat: the interface shows it in the place of the action bar. */
    record Overlay(int value) implements ModelPacket {}

    /** A signed line; {@code index} counts all of them, {@code session} is the player's chat session that signed it. */
    record PlayerChat(int profile, int index, int session) implements ModelPacket {}

    record DeleteChat(int index) implements ModelPacket {}

    /** Adds players to the list. */
    record InfoUpdate(int[] profiles) implements ModelPacket {}

    /** A listed player has another chat session. */
    record InfoSession(int profile, int session) implements ModelPacket {}

    /** The list shows something else of listed players: a latency, a name. */
    record InfoShown(int[] profiles, int value) implements ModelPacket {}

    record InfoRemove(int[] profiles) implements ModelPacket {}

    record Interface(int value) implements ModelPacket {}

    record Score(int value) implements ModelPacket {}

    record Sound(int value) implements ModelPacket {}

    record StopSound() implements ModelPacket {}

    record Particles() implements ModelPacket {}

    // The player's own, and the session.

    record KeepAlive(int id) implements ModelPacket {}

    record OwnPosition(int x, int z) implements ModelPacket {}

    /** A packet that no table names. */
    record Unknown(int value) implements ModelPacket {}

    record Respawn(int dimension) implements ModelPacket {}

    /** A respawn that keeps all of the player's data, in another dimension or where it is already. */
    record KeepingRespawn(int dimension) implements ModelPacket {}

    record StartConfiguration() implements ModelPacket {}

    record Login(int dimension, int ownId) implements ModelPacket {}

    /** Packets that the client applies at once. */
    record Bundle(List<ModelPacket> parts) implements ModelPacket {
        public Bundle {
            parts = List.copyOf(parts);
        }
    }
}
