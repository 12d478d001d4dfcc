package dev.sluice.engine.packet;

import dev.sluice.engine.priority.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine knows of one outbound packet. Immutable and shared between players: it holds no packet and nothing
 * of a player. Equality is identity.
 */
public final class Message {

    /** One key and how the message takes part in it. */
    public record Key(long key, KeyMode mode) {}

    private final MessageType type;
    private final Target target;
    private final List<Key> keys;
    private final @Nullable StateUpdate state;
    private final WorldEffect effect;
    private final int sizeBytes;
    private final @Nullable Observation observation;

    /**
     * @param keys the keys it is ordered along; empty when it is free to move
     * @param state the content of a state message, null for the other kinds
     * @param sizeBytes an estimate of the wire bytes of this very packet, or 0 to use the type's estimate
     * @param observation what it tells of the client's world, null for nothing
     */
    public Message(
            MessageType type,
            Target target,
            List<Key> keys,
            @Nullable StateUpdate state,
            WorldEffect effect,
            int sizeBytes,
            @Nullable Observation observation) {
        this.type = type;
        this.target = target;
        this.keys = List.copyOf(keys);
        this.state = state;
        this.effect = effect;
        this.sizeBytes = sizeBytes;
        this.observation = observation;
    }

    public MessageType type() {
        return type;
    }

    public Target target() {
        return target;
    }

    public List<Key> keys() {
        return keys;
    }

    public @Nullable StateUpdate state() {
        return state;
    }

    public WorldEffect effect() {
        return effect;
    }

    public int sizeBytes() {
        return sizeBytes;
    }

    public @Nullable Observation observation() {
        return observation;
    }

    @Override
    public String toString() {
        return type.name() + " " + target;
    }
}
