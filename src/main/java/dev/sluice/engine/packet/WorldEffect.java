package dev.sluice.engine.packet;

/** What an immediate message does to the client's whole world. */
public enum WorldEffect {
    /** Nothing. */
    NONE,
    /**
     * The client forgets its world (login, respawn): what belongs to the world is discarded, the rest goes first; unless it is
     * {@link Observation.Entered} again and all of it kept.
     */
    NEW_WORLD,
    /**
     * The client leaves the play phase (start_configuration): as {@link #NEW_WORLD}, and no play packet may follow,
     * or the server's encoder fails and the player is kicked.
     */
    LEAVE_PLAY
}
