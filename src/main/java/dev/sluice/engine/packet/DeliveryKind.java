package dev.sluice.engine.packet;

/** What the client is owed for a message. */
public enum DeliveryKind {
    /** Never held; its bytes are charged. */
    IMMEDIATE,
    /** Held in order, never lost, never duplicated. */
    FACT,
    /** The newest value is always delivered; older ones may be merged away. */
    STATE,
    /** Dropped once stale, and counted. */
    EPHEMERAL
}
