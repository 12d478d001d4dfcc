package dev.sluice.engine.port;

import dev.sluice.engine.packet.Message;
import org.jspecify.annotations.Nullable;

/** Tells what an outbound packet is to the engine. */
@FunctionalInterface
public interface Classifier {

    /**
     * Classifies a packet by identity; the same object gives the same message for every player. Any thread.
     *
     * @return the message, or null when the packet is unknown and must pass at once
     */
    @Nullable
    Message classify(Object packet);
}
