package dev.sluice.oracle;

/**
 * What a hostile scenario is to bring about, at a moment when something is held. Without it the oracle says nothing of it,
 * however many scenarios there are.
 */
enum Occasion {
    /** The engine is disabled. */
    DISABLED(0.07),
    /** The connection is lost. */
    CLOSED(0.01),
    /** So much is held as only a flood leaves: {@link HeldWatch#FLOOD} messages. */
    FLOODED(0.2),
    /** The cap is reached: what is oldest leaves regardless of the budget. */
    CAP_REACHED(0.15),
    /** The budget changes midway. */
    BUDGET_CHANGED(0.15),
    /** The profile changes midway. */
    PROFILE_CHANGED(0.12),
    /** The link counts as stalled. */
    STALLED(0.05),
    /** The link counted as stalled, and does not any more. */
    RESUMED(0.03),
    /** The player respawns in the same world. */
    RESPAWNED(0.11),
    /** The player is shown anew where it is, with all of its data, while chunks are held. */
    SHOWN_ANEW(0.12),
    /** The same while a change of the player list is held. */
    LISTED_AND_SHOWN_ANEW(0.08),
    /** The player goes to another dimension while chunks of this one are held. */
    DIMENSION_CHANGED(0.07),
    /** The play phase ends. */
    RECONFIGURED(0.07),
    /** The server moves the player while chunks are held. */
    TELEPORTED(0.15),
    /** A chunk is unloaded whose data is held. */
    CHUNK_UNLOADED(0.5),
    /** A chunk is loaded again whose data was held when it was unloaded. */
    CHUNK_RELOADED(0.25),
    /** A chunk is sent again whose data is held. */
    CHUNK_SENT_AGAIN(0.15),
    /** An entity is removed whose spawn is held. */
    ENTITY_REMOVED(0.35),
    /** The id of an entity of which something is held is used by another one, without a removal. */
    ID_TAKEN_OVER(0.08),
    /** Who looks like a player comes back with another id while something of the old one is held. */
    CAME_BACK(0.05),
    /** Of an entity something is held that a respawn in the same world leaves with the client. */
    ENTITY_LEFT(0.02),
    /** An entity is removed whose spawn is held, and which takes the place of another one that is not removed. */
    SUCCESSOR_REMOVED(0.06),
    /** The same in the place of one that a respawn in the same world has left with the client. */
    SUCCESSOR_OF_LEFT_REMOVED(0.003),
    /** A chunk is unloaded whose data is held, and which the client has from before a respawn in the same world. */
    LEFT_CHUNK_UNLOADED(0.005),
    /** An entity gets a passenger whose spawn is held. */
    PASSENGER_MOUNTED(0.12),
    /** A player casts a fishing bobber whose own spawn is held. */
    CAST(0.21),
    /** A player casts a fishing bobber while the removal of its last one is held. */
    CAST_ANEW(0.023),
    /** A bundle is held. */
    BUNDLED(0.5),
    /** A bundle is held that has edits of a chunk whose data is held. */
    EDITS_BUNDLED(0.12),
    /** A player leaves one of whose lines is held. */
    SPEAKER_LEFT(0.25),
    /** A line is deleted that is held. */
    LINE_DELETED(0.1),
    /** The engine hears which entity is the player's own while some of its packets are held. */
    OWN_ENTITY_TOLD(0.04);

    /** It is met in at least this part of the scenarios: about two thirds of what was measured. */
    final double leastPart;

    Occasion(double leastPart) {
        this.leastPart = leastPart;
    }
}
