package dev.sluice.engine.packet;

/** What a packet tells the engine of the client's world beside its own order. */
public sealed interface Observation {

    /** An entity appears, at a position in blocks. */
    record EntitySpawned(int entityId, double x, double y, double z) implements Observation {}

    /** The client keeps the chunks around this one from now on; the others it ignores and forgets. */
    record ViewCentre(int chunkX, int chunkZ) implements Observation {}

    /** How far around the centre the client keeps chunks, in chunks; it adds three of its own (H9). */
    record ViewRadius(int chunks) implements Observation {}

    /** The player is somewhere else: the client waits for the chunks around it (H11). */
    record Teleported() implements Observation {}

    /** One entity has struck another. */
    record Struck(int victimId, int attackerId) implements Observation {}
}
