package dev.sluice.engine.priority;

/** The six priority classes of seed 002, the most urgent first. The ordinal is the class's number. */
public enum MessagePriority {
    /** The client's own authoritative state. Never reduced. */
    PLAYER_STATE,
    /** Entities within the interest area. */
    NEARBY_ENTITIES,
    /** Block changes as they happen. */
    VOXEL_EDITS,
    /** Streamed terrain. */
    CHUNK_DATA,
    /** Text communication. */
    CHAT,
    /** Statistics and other non-critical data. */
    METADATA
}
