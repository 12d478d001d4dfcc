package dev.sluice.engine.packet;

/** What becomes of the client's chunks and entities with a message that has a {@link WorldEffect}. */
enum LevelFate {
    /** They stay, and the server takes them for known: nobody will tell of them again. */
    KEPT,
    /** They stay if the client is in that dimension already, which is not known. */
    UNCERTAIN,
    /** The client forgets them, or the server tells of all of them anew. */
    LOST
}
