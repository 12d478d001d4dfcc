package dev.sluice.engine.packet;

import dev.sluice.engine.priority.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final long[] keyIds;
    private final boolean[] exclusive;
    private final @Nullable StateUpdate state;
    private final WorldEffect effect;
    private final int sizeBytes;
    private final @Nullable Observation observation;
    private final @Nullable EditPlace edit;
    private final List<MessageType> parts;
    private final boolean plain;
    private final boolean tellingModes;

    /** A message that edits no blocks. */
    public Message(
            MessageType type,
            Target target,
            List<Key> keys,
            @Nullable StateUpdate state,
            WorldEffect effect,
            int sizeBytes,
            @Nullable Observation observation) {
        this(type, target, keys, state, effect, sizeBytes, observation, null);
    }

    /**
     * @param keys the keys it is ordered along; empty when it is free to move
     * @param state the content of a state message, null for the other kinds
     * @param sizeBytes an estimate of the wire bytes of this very packet, or 0 to use the type's estimate
     * @param observation what it tells of the client's world, null for nothing
     * @param edit the blocks that it edits or shows something of, null if there are none
     */
    public Message(
            MessageType type,
            Target target,
            List<Key> keys,
            @Nullable StateUpdate state,
            WorldEffect effect,
            int sizeBytes,
            @Nullable Observation observation,
            @Nullable EditPlace edit) {
        this(type, target, keys, state, effect, sizeBytes, observation, edit, List.of());
    }

    private Message(
            MessageType type,
            Target target,
            List<Key> keys,
            @Nullable StateUpdate state,
            WorldEffect effect,
            int sizeBytes,
            @Nullable Observation observation,
            @Nullable EditPlace edit,
            List<MessageType> parts) {
        this.type = type;
        this.target = target;
        this.keys = keys.size() < 2 ? List.copyOf(keys) : distinct(keys);
        this.keyIds = new long[this.keys.size()];
        this.exclusive = new boolean[keyIds.length];
        for (int i = 0; i < keyIds.length; i++) {
            keyIds[i] = this.keys.get(i).key();
            exclusive[i] = this.keys.get(i).mode() == KeyMode.EXCLUSIVE;
        }
        this.state = state;
        this.effect = effect;
        this.sizeBytes = sizeBytes;
        this.observation = observation;
        this.edit = edit;
        this.parts = List.copyOf(parts);
        this.tellingModes = observation != null && observation.tellsModes();
        this.plain = observation == null && effect == WorldEffect.NONE && type.role() != LifecycleRole.ENTITY_REMOVE;
    }

    /** What goes out as one packet and is several, of the types that {@code parts} names. */
    public static Message bundle(
            MessageType type,
            Target target,
            List<Key> keys,
            WorldEffect effect,
            int sizeBytes,
            @Nullable Observation observation,
            List<MessageType> parts) {
        return new Message(type, target, keys, null, effect, sizeBytes, observation, null, parts);
    }

    /** Each key once, or a message would wait for itself; the exclusive part in a key counts. */
    private static List<Key> distinct(List<Key> keys) {
        Map<Long, KeyMode> modes = new LinkedHashMap<>();
        for (Key key : keys) {
            modes.merge(key.key(), key.mode(), (a, b) -> a == KeyMode.EXCLUSIVE ? a : b);
        }
        return modes.entrySet().stream()
                .map(entry -> new Key(entry.getKey(), entry.getValue()))
                .toList();
    }

    public MessageType type() {
        return type;
    }

    /** The types of the packets of a bundle, as far as they are known; empty if it is none. */
    public List<MessageType> parts() {
        return parts;
    }

    public Target target() {
        return target;
    }

    public List<Key> keys() {
        return keys;
    }

    /** How many keys there are. */
    int keyCount() {
        return keyIds.length;
    }

    long key(int index) {
        return keyIds[index];
    }

    /** Whether it takes part in a key. Any thread. */
    public boolean hasKey(long key) {
        for (long each : keyIds) {
            if (each == key) {
                return true;
            }
        }
        return false;
    }

    boolean isExclusive(int index) {
        return exclusive[index];
    }

    /** Whether it is about an entity with one of these ids. Any thread. */
    public boolean isAbout(int oneId, int anotherId, int[] otherIds) {
        for (long key : keyIds) {
            if (OrderingKey.isEntity(key)) {
                int entityId = OrderingKey.entityId(key);
                if (entityId == oneId || entityId == anotherId) {
                    return true;
                }
                for (int otherId : otherIds) {
                    if (entityId == otherId) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether it may say in which game mode a player is, by the key of what the player list shows of it. Any thread. */
    public boolean tellsModeOf(long listing) {
        return tellingModes && hasKey(listing);
    }

    public @Nullable StateUpdate state() {
        return state;
    }

    /** Whether it changes nothing that the engine follows of the client's world but the state of its entity. */
    public boolean isPlain() {
        return plain;
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

    /** The blocks that it edits or shows something of; null if there are none. */
    public @Nullable EditPlace edit() {
        return edit;
    }

    @Override
    public String toString() {
        return type.name() + " " + target;
    }
}
