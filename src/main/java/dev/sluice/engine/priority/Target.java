package dev.sluice.engine.priority;

/** What a message is about: the unit in which priority is given. */
public sealed interface Target {

    /** An entity, by its network id. */
    record EntityTarget(int entityId) implements Target {}

    /** A chunk, by its chunk coordinates. */
    record ChunkTarget(int chunkX, int chunkZ) implements Target {}

    /** A stream that has neither place nor entity: chat, player info, interface. */
    enum StreamTarget implements Target {
        PLAYER,
        CHAT,
        WORLD,
        INTERFACE
    }
}
