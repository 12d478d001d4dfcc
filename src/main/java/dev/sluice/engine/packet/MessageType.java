package dev.sluice.engine.packet;

import dev.sluice.engine.priority.MessagePriority;

/**
 * A packet type as the engine sees it; one instance per type, compared by identity.
 *
 * @param index dense number from 0, for per-type counters
 * @param name the protocol's resource name, such as {@code level_chunk_with_light}
 * @param priority the class it is served in
 * @param kind what the client is owed
 * @param initialSizeBytes the size on the wire assumed until the meter has measured one
 */
public record MessageType(int index, String name, MessagePriority priority, DeliveryKind kind, int initialSizeBytes) {}
