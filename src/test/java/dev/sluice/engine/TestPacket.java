package dev.sluice.engine;

import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.EditPlace;
import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.Component;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Packets for engine tests: a label and a size, with the message that a classifier would give them. */
public record TestPacket(String label, int bytes, Message message) {

    private static final MessageType CHUNK = type(0, "level_chunk_with_light", MessagePriority.CHUNK_DATA);
    private static final MessageType UNLOAD = type(1, "forget_level_chunk", MessagePriority.CHUNK_DATA);
    private static final MessageType EDIT = type(2, "block_update", MessagePriority.VOXEL_EDITS);
    private static final MessageType SPAWN = type(3, "add_entity", MessagePriority.NEARBY_ENTITIES);
    private static final MessageType REMOVE = type(4, "remove_entities", MessagePriority.NEARBY_ENTITIES);
    private static final MessageType MOVE =
            new MessageType(5, "move_entity_pos", MessagePriority.NEARBY_ENTITIES, DeliveryKind.STATE, 12);
    private static final MessageType SYNC =
            new MessageType(6, "entity_position_sync", MessagePriority.NEARBY_ENTITIES, DeliveryKind.STATE, 60);
    private static final MessageType HEAD =
            new MessageType(7, "rotate_head", MessagePriority.NEARBY_ENTITIES, DeliveryKind.STATE, 6);
    private static final MessageType CHAT = type(8, "system_chat", MessagePriority.CHAT);
    private static final MessageType SOUND =
            new MessageType(9, "sound", MessagePriority.METADATA, DeliveryKind.EPHEMERAL, 40);
    private static final MessageType IMMEDIATE =
            new MessageType(10, "block_changed_ack", MessagePriority.PLAYER_STATE, DeliveryKind.IMMEDIATE, 4);
    private static final MessageType RESPAWN =
            new MessageType(11, "respawn", MessagePriority.PLAYER_STATE, DeliveryKind.IMMEDIATE, 60);
    private static final MessageType CONFIGURATION =
            new MessageType(12, "start_configuration", MessagePriority.PLAYER_STATE, DeliveryKind.IMMEDIATE, 4);
    private static final MessageType LIGHT = type(19, "light_update", MessagePriority.CHUNK_DATA);

    public static TestPacket chunk(int x, int z, int bytes) {
        return fact(
                CHUNK, "chunk " + x + " " + z, bytes, new Target.ChunkTarget(x, z), exclusive(OrderingKey.chunk(x, z)));
    }

    public static TestPacket unload(int x, int z) {
        return fact(
                UNLOAD,
                "unload " + x + " " + z,
                12,
                new Target.ChunkTarget(x, z),
                exclusive(OrderingKey.chunk(x, z)),
                shared(OrderingKey.VIEW));
    }

    public static TestPacket light(int x, int z, int bytes) {
        return fact(
                LIGHT, "light " + x + " " + z, bytes, new Target.ChunkTarget(x, z), exclusive(OrderingKey.chunk(x, z)));
    }

    public static TestPacket edit(int x, int z, String label) {
        return fact(
                EDIT,
                label,
                14,
                new Target.ChunkTarget(x, z),
                exclusive(OrderingKey.chunk(x, z)),
                shared(OrderingKey.EDITS));
    }

    /** A change of the block at block coordinates, which is 14 bytes. */
    public static TestPacket block(int x, int y, int z, String label) {
        return editing(new EditPlace(x, y, z, 1), 14, label);
    }

    /** Changes of several blocks of a section, by its coordinates. */
    public static TestPacket section(int x, int y, int z, int bytes, String label) {
        return editing(new EditPlace(x * 16, y * 16, z * 16, 16), bytes, label);
    }

    private static TestPacket editing(EditPlace place, int bytes, String label) {
        int x = place.x() >> 4;
        int z = place.z() >> 4;
        Message message = new Message(
                EDIT,
                new Target.ChunkTarget(x, z),
                List.of(exclusive(OrderingKey.chunk(x, z)), shared(OrderingKey.EDITS)),
                null,
                WorldEffect.NONE,
                bytes,
                null,
                place);
        return new TestPacket(label, bytes, message);
    }

    public static TestPacket spawn(int id, int chunkX, int chunkZ) {
        return fact(
                SPAWN,
                "spawn " + id,
                80,
                new Target.EntityTarget(id),
                exclusive(OrderingKey.entity(id)),
                shared(OrderingKey.chunk(chunkX, chunkZ)));
    }

    /** A spawn that tells the engine where the entity is, in blocks. */
    public static TestPacket spawnAt(int id, double x, double y, double z) {
        return new TestPacket(
                "spawn",
                60,
                new Message(
                        SPAWN,
                        new Target.EntityTarget(id),
                        List.of(
                                exclusive(OrderingKey.entity(id)),
                                shared(OrderingKey.chunk((int) x >> 4, (int) z >> 4))),
                        null,
                        WorldEffect.NONE,
                        60,
                        new Observation.EntitySpawned(id, OrderingKey.NONE, x, y, z)));
    }

    /** Labelled by the first. */
    public static TestPacket remove(int... ids) {
        Message.Key[] keys = Arrays.stream(ids)
                .mapToObj(id -> exclusive(OrderingKey.entity(id)))
                .toArray(Message.Key[]::new);
        return fact(REMOVE, "remove " + ids[0], 6, new Target.EntityTarget(ids[0]), keys);
    }

    public static TestPacket move(int id, int dx, int dy, int dz) {
        return move(id, dx, dy, dz, 12);
    }

    public static TestPacket move(int id, int dx, int dy, int dz, int bytes) {
        return state(
                MOVE,
                id,
                bytes,
                new StateUpdate.Move(id, (short) dx, (short) dy, (short) dz, (byte) 0, (byte) 0, true, true, false),
                "move " + id);
    }

    /** A relative move that turns the entity and leaves it where it is. */
    public static TestPacket turn(int id) {
        return state(
                MOVE,
                id,
                10,
                new StateUpdate.Move(id, (short) 0, (short) 0, (short) 0, (byte) 64, (byte) 0, true, false, true),
                "turn " + id);
    }

    public static TestPacket sync(int id, String label) {
        return state(SYNC, id, 60, new StateUpdate.Absolute(Component.POSITION, null), label);
    }

    public static TestPacket head(int id, String label) {
        return state(HEAD, id, 6, new StateUpdate.Absolute(Component.HEAD, null), label);
    }

    /** An update of the one component of which equal values are not sent again. */
    public static TestPacket attribute(int id, String value) {
        MessageType type = new MessageType(31, "attributes", MessagePriority.NEARBY_ENTITIES, DeliveryKind.STATE, 6);
        StateUpdate update = new StateUpdate.Indexed(id, Component.ATTRIBUTES, Map.of("speed", value), true);
        return state(type, id, 6, update, value);
    }

    public static TestPacket chat(String label, int bytes) {
        return fact(CHAT, label, bytes, Target.StreamTarget.CHAT, exclusive(OrderingKey.CHAT));
    }

    public static TestPacket sound(String label) {
        return fact(SOUND, label, 40, Target.StreamTarget.WORLD);
    }

    public static TestPacket editsAck() {
        return immediate("ack", exclusive(OrderingKey.EDITS));
    }

    /** A packet that is never held, with keys of the caller's choice. */
    public static TestPacket immediate(String label, Message.Key... keys) {
        return fact(IMMEDIATE, label, 4, Target.StreamTarget.PLAYER, keys);
    }

    /** What is never held, and tells something of the player. */
    public static TestPacket immediate(String label, Observation told) {
        return new TestPacket(
                label,
                8,
                new Message(IMMEDIATE, Target.StreamTarget.PLAYER, List.of(), null, WorldEffect.NONE, 8, told));
    }

    public static TestPacket respawn() {
        return effect(RESPAWN, WorldEffect.NEW_WORLD);
    }

    /** A respawn or login that says in which dimension, and whether the client keeps everything; after the player list before it. */
    public static TestPacket entering(Object dimension, boolean keepsAll) {
        return new TestPacket(
                "entering",
                60,
                new Message(
                        RESPAWN,
                        Target.StreamTarget.PLAYER,
                        List.of(exclusive(OrderingKey.CHAT)),
                        null,
                        WorldEffect.NEW_WORLD,
                        60,
                        new Observation.Entered(dimension, keepsAll)));
    }

    public static TestPacket startConfiguration() {
        return effect(CONFIGURATION, WorldEffect.LEAVE_PLAY);
    }

    /** A fact of a class with keys of the caller's choice. */
    public static TestPacket fact(
            MessagePriority messageClass, String label, int bytes, Target target, Message.Key... keys) {
        return fact(type(13 + messageClass.ordinal(), "any", messageClass), label, bytes, target, keys);
    }

    public static Message.Key exclusive(long key) {
        return new Message.Key(key, KeyMode.EXCLUSIVE);
    }

    public static Message.Key shared(long key) {
        return new Message.Key(key, KeyMode.SHARED);
    }

    @Override
    public String toString() {
        return label;
    }

    private static MessageType type(int index, String name, MessagePriority messageClass) {
        return new MessageType(index, name, messageClass, DeliveryKind.FACT, 100);
    }

    private static TestPacket effect(MessageType type, WorldEffect effect) {
        return new TestPacket(
                type.name(), 60, new Message(type, Target.StreamTarget.PLAYER, List.of(), null, effect, 60, null));
    }

    public static TestPacket state(MessageType type, int id, int bytes, StateUpdate update, String label) {
        return of(type, label, bytes, new Target.EntityTarget(id), update, exclusive(OrderingKey.entity(id)));
    }

    private static TestPacket fact(MessageType type, String label, int bytes, Target target, Message.Key... keys) {
        return of(type, label, bytes, target, null, keys);
    }

    private static TestPacket of(
            MessageType type,
            String label,
            int bytes,
            Target target,
            @Nullable StateUpdate update,
            Message.Key... keys) {
        return new TestPacket(
                label, bytes, new Message(type, target, Arrays.asList(keys), update, WorldEffect.NONE, bytes, null));
    }
}
