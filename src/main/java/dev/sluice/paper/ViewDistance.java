package dev.sluice.paper;

/** In which distance a player is sent chunks, in chunks. The player's thread. */
interface ViewDistance {

    /** Follows the server, the world and the client. */
    int UNSET = -1;

    /** What holds now; a change may show a tick later. */
    int present();

    /** What would hold if nobody had set anything for this player. */
    boolean isDefault(int chunks);

    /** Sets it for this player: 2 to 32 chunks, or {@link #UNSET}. */
    void set(int chunks);
}
