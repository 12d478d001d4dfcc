package dev.sluice.sim.play;

import dev.sluice.engine.packet.EditPlace;
import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of the simulated traffic, with the keys that the plugin's classifier would give them. */
final class Messages {

    static final Message CHAT = plain(PlayTypes.CHAT, Target.StreamTarget.CHAT, exclusive(OrderingKey.CHAT));
    static final Message SCORE =
            plain(PlayTypes.SCORE, Target.StreamTarget.INTERFACE, exclusive(OrderingKey.SCOREBOARD));
    static final Message SOUND = plain(PlayTypes.SOUND, Target.StreamTarget.WORLD, shared(OrderingKey.SOUND));
    static final Message PARTICLES = plain(PlayTypes.PARTICLES, Target.StreamTarget.WORLD);
    static final Message EDIT_ACK = plain(PlayTypes.EDIT_ACK, Target.StreamTarget.PLAYER, exclusive(OrderingKey.EDITS));
    static final Message OWN_STATE = plain(PlayTypes.OWN_STATE, Target.StreamTarget.PLAYER);

    private Messages() {}

    /** @param estimatedBytes what a look at the packet says of its size on the wire */
    static Message chunk(int x, int z, int estimatedBytes) {
        return new Message(
                PlayTypes.CHUNK,
                new Target.ChunkTarget(x, z),
                List.of(exclusive(OrderingKey.chunk(x, z)), shared(OrderingKey.CHUNK_BATCH)),
                null,
                WorldEffect.NONE,
                estimatedBytes,
                null);
    }

    static Message unload(int x, int z) {
        return plain(
                PlayTypes.UNLOAD,
                new Target.ChunkTarget(x, z),
                exclusive(OrderingKey.chunk(x, z)),
                shared(OrderingKey.VIEW));
    }

    /** @param place blocks of one chunk */
    static Message edit(MessageType type, EditPlace place) {
        int x = place.x() >> 4;
        int z = place.z() >> 4;
        return new Message(
                type,
                new Target.ChunkTarget(x, z),
                List.of(exclusive(OrderingKey.chunk(x, z)), shared(OrderingKey.EDITS)),
                null,
                WorldEffect.NONE,
                0,
                null,
                place);
    }

    static Message viewCentre(int x, int z) {
        return new Message(
                PlayTypes.VIEW_CENTRE,
                Target.StreamTarget.PLAYER,
                List.of(exclusive(OrderingKey.VIEW)),
                null,
                WorldEffect.NONE,
                0,
                new Observation.ViewCentre(x, z));
    }

    static Message spawn(int id, double x, double y, double z) {
        return new Message(
                PlayTypes.SPAWN,
                new Target.EntityTarget(id),
                List.of(
                        exclusive(OrderingKey.entity(id)),
                        shared(OrderingKey.chunk(PlayerPosition.chunkOf(x), PlayerPosition.chunkOf(z)))),
                null,
                WorldEffect.NONE,
                0,
                new Observation.EntitySpawned(id, OrderingKey.NONE, x, y, z));
    }

    static Message remove(int id) {
        return plain(PlayTypes.REMOVE, new Target.EntityTarget(id), exclusive(OrderingKey.entity(id)));
    }

    /** State of an entity; {@code keys} is the list with its key alone. */
    static Message state(
            MessageType type, Target.EntityTarget entity, List<Message.Key> keys, @Nullable StateUpdate update) {
        return new Message(type, entity, keys, update, WorldEffect.NONE, 0, null);
    }

    static Message.Key exclusive(long key) {
        return new Message.Key(key, KeyMode.EXCLUSIVE);
    }

    private static Message.Key shared(long key) {
        return new Message.Key(key, KeyMode.SHARED);
    }

    private static Message plain(MessageType type, Target target, Message.Key... keys) {
        return new Message(type, target, List.of(keys), null, WorldEffect.NONE, 0, null);
    }
}
