package dev.sluice.engine.packet;

import org.jspecify.annotations.Nullable;

/** Hears of every packet that goes to the client, in the order of writing. Called on the client's thread. */
@FunctionalInterface
public interface WriteListener {

    /**
     * Takes note of a packet that was written.
     *
     * @param message null if it is not known what the packet is
     * @param bytes its size on the wire or what is expected of it, at least 0
     */
    void written(@Nullable Message message, long bytes);
}
