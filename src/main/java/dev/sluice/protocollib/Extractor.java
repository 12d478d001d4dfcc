package dev.sluice.protocollib;

import dev.sluice.engine.packet.Message;

/** Reads one class of packets. Any thread. */
@FunctionalInterface
interface Extractor {

    /**
     * Says what a packet is to the engine.
     *
     * @throws ShapeException if a field cannot be read
     */
    Message extract(Object packet);
}
