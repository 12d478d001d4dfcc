package dev.sluice.engine.packet;

import dev.sluice.engine.priority.MessagePriority;

/**
 * A packet type as the engine sees it; one instance per type and class that it is served in.
 *
 * @param index dense number from 0, for per-type estimates
 * @param name the protocol's resource name, such as {@code level_chunk_with_light}
 * @param priority the class it is served in
 * @param kind what the client is owed
 * @param initialSizeBytes the size on the wire assumed until the meter has measured one
 * @param role what it does to the life of its target
 */
public record MessageType(
        int index, String name, MessagePriority priority, DeliveryKind kind, int initialSizeBytes, LifecycleRole role) {

    /** A type whose role follows from its name. */
    public MessageType(int index, String name, MessagePriority priority, DeliveryKind kind, int initialSizeBytes) {
        this(index, name, priority, kind, initialSizeBytes, LifecycleRole.of(name));
    }

    /** The same type, served in another class. */
    public MessageType servedIn(MessagePriority other) {
        return new MessageType(index, name, other, kind, initialSizeBytes, role);
    }
}
