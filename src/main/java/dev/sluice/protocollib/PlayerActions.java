package dev.sluice.protocollib;

import java.util.UUID;

/** Hears of what players do to blocks, before the server does. Any thread. */
public interface PlayerActions {

    /** A player digs, clicks or changes a block. */
    void acted(UUID playerId, int x, int y, int z);

    /** A player uses an item on a block that the packet does not name: one within the player's reach. */
    void acted(UUID playerId);
}
