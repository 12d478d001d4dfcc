package dev.sluice.protocollib;

import dev.sluice.engine.priority.Component;
import dev.sluice.engine.priority.Target;
import java.util.List;

/** Which fields of a server's packet say what it is about, by their Mojang-mapped names. See docs/packets.md. */
sealed interface PacketShape {

    /** Nothing is read: the packet is free to move, as far as its delivery kind lets it. */
    record Opaque(Target.StreamTarget target) implements PacketShape {}

    /** Nothing is read: the packet takes part in one stream. */
    record Stream(Target.StreamTarget target, long key, boolean exclusive) implements PacketShape {}

    /** Chunk coordinates in two ints. */
    record ChunkInts(String x, String z) implements PacketShape {}

    /** Chunk coordinates in two ints, with the data whose raw length tells the size. */
    record ChunkData(String x, String z, String data, String buffer) implements PacketShape {}

    /** Chunk coordinates in a {@code ChunkPos}. */
    record ChunkPosition(String position) implements PacketShape {}

    /** A block's position in a {@code BlockPos}. */
    record BlockPosition(String position, boolean edit) implements PacketShape {}

    /** A section's position in a {@code SectionPos}: an edit of many blocks. */
    record SectionPosition(String position) implements PacketShape {}

    /** A list of elements of a nested class, each with a {@code ChunkPos}. */
    record ChunkList(String list, String element, String position) implements PacketShape {}

    /** Entities by their ids: the first is the one that the packet is about. */
    record Entities(List<String> ids, boolean exclusive) implements PacketShape {}

    /** A whole new value of a component of an entity. */
    record EntityState(String id, Component component) implements PacketShape {}

    /** A change of some values of a component of an entity. */
    record EntityChange(String id, Component component) implements PacketShape {}

    /** A teleport: a whole new position, unless its set of relative parts says otherwise. */
    record Teleport(String id, String relatives) implements PacketShape {}

    /** A relative move, a look, or both. */
    record RelativeMove() implements PacketShape {}

    /** An entity's spawn: its id, its profile if it is a player, and where it stands. */
    record Spawn() implements PacketShape {}

    /** A list of entity ids. */
    record EntityList(String ids) implements PacketShape {}

    /** A vehicle's id and an int array of its passengers' ids. */
    record Passengers(String vehicle, String passengers) implements PacketShape {}

    /** A list of player profiles' ids. A barrier for chat. */
    record ProfileIds(String list) implements PacketShape {}

    /** A list of elements of a nested class, each with a player profile's id. A barrier for chat. */
    record ProfileEntries(String list, String element, String id) implements PacketShape {}

    /** Packets that the client applies at once. */
    record Bundle(String packets) implements PacketShape {}
}
