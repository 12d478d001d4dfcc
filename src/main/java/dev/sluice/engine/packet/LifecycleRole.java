package dev.sluice.engine.packet;

/** What a packet type does to the life of its target. */
public enum LifecycleRole {
    NONE,
    /** Brings a chunk to the client. */
    CHUNK_LOAD,
    /** Takes a chunk from the client. */
    CHUNK_UNLOAD,
    /** Takes entities from the client. */
    ENTITY_REMOVE;

    /** The role of the packet type with this resource name. */
    public static LifecycleRole of(String packetName) {
        return switch (packetName) {
            case "level_chunk_with_light" -> CHUNK_LOAD;
            case "forget_level_chunk" -> CHUNK_UNLOAD;
            case "remove_entities" -> ENTITY_REMOVE;
            default -> NONE;
        };
    }
}
