package dev.sluice.engine.port;

import dev.sluice.engine.packet.Message;
import org.jspecify.annotations.Nullable;

/** Tells what an outbound packet is to the engine. */
@FunctionalInterface
public interface Classifier {

    /**
     * Classifies a packet by what it says now, or said when it was sent in this tick of the server; for every player the
     * same. Any thread.
     *
     * @return the message, or null when the packet is unknown and must pass at once
     */
    @Nullable
    Message classify(Object packet);
}
