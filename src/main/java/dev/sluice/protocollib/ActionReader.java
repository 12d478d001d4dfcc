package dev.sluice.protocollib;

import java.util.UUID;

/** Reads one class of what clients send. Any thread. */
@FunctionalInterface
interface ActionReader {

    /**
     * Tells of what a player does to a block, if it does.
     *
     * @throws ShapeException if a field cannot be read
     */
    void read(Object packet, UUID playerId, PlayerActions to);
}
