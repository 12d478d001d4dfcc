package dev.sluice.engine.port;

import dev.sluice.engine.packet.StateUpdate;

/** Builds the server's packet for a merged state update. Never changes a packet in place: packets are shared. */
@FunctionalInterface
public interface PacketComposer {

    /**
     * Builds a new packet that says what the update says. Any thread.
     *
     * @throws IllegalStateException if the server's packet class cannot be constructed as expected
     */
    Object compose(StateUpdate.Combined update);
}
