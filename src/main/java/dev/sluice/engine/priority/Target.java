package dev.sluice.engine.priority;

/** What a message is about: the unit in which priority is given. */
public sealed interface Target {

    /** A number of its own among all targets, for tables: the kind in the top byte, the identity below. */
    long id();

    /** An entity, by its network id. */
    record EntityTarget(int entityId) implements Target {
        @Override
        public long id() {
            return (1L << 56) | (entityId & 0xFFFF_FFFFL);
        }
    }

    /** A chunk, by its chunk coordinates. */
    record ChunkTarget(int chunkX, int chunkZ) implements Target {
        @Override
        public long id() {
            return (2L << 56) | ((chunkX & 0xFFF_FFFFL) << 28) | (chunkZ & 0xFFF_FFFFL);
        }
    }

    /** A stream that has neither place nor entity: chat, player info, interface. */
    enum StreamTarget implements Target {
        PLAYER,
        CHAT,
        WORLD,
        INTERFACE;

        @Override
        public long id() {
            return (3L << 56) | ordinal();
        }
    }
}
