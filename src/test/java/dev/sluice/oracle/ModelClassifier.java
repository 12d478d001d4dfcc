package dev.sluice.oracle;

import static dev.sluice.engine.packet.DeliveryKind.EPHEMERAL;
import static dev.sluice.engine.packet.DeliveryKind.FACT;
import static dev.sluice.engine.packet.DeliveryKind.IMMEDIATE;
import static dev.sluice.engine.packet.DeliveryKind.STATE;
import static dev.sluice.engine.priority.MessagePriority.CHAT;
import static dev.sluice.engine.priority.MessagePriority.CHUNK_DATA;
import static dev.sluice.engine.priority.MessagePriority.METADATA;
import static dev.sluice.engine.priority.MessagePriority.NEARBY_ENTITIES;
import static dev.sluice.engine.priority.MessagePriority.PLAYER_STATE;
import static dev.sluice.engine.priority.MessagePriority.VOXEL_EDITS;

import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.EditPlace;
import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.LifecycleRole;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.Component;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Says of each model packet what the packet table says of the real one: the same class, kind, keys and modes, role,
 * effect and state. The name of each type is that of the line of the table. {@code ClassifierAgreementTest} compares the two.
 */
public final class ModelClassifier {

    /** The lines of the table. */
    enum Line {
        LEVEL_CHUNK_WITH_LIGHT(CHUNK_DATA, FACT, 5000),
        BLOCK_UPDATE(VOXEL_EDITS, FACT, 14),
        SECTION_BLOCKS_UPDATE(VOXEL_EDITS, FACT, 40),
        BLOCK_ENTITY_DATA(VOXEL_EDITS, FACT, 90),
        BLOCK_EVENT(VOXEL_EDITS, FACT, 16),
        LEVEL_EVENT(VOXEL_EDITS, FACT, 20),
        LIGHT_UPDATE(CHUNK_DATA, FACT, 1500),
        CHUNKS_BIOMES(CHUNK_DATA, FACT, 2000),
        FORGET_LEVEL_CHUNK(CHUNK_DATA, FACT, 11),
        CHUNK_BATCH_START(CHUNK_DATA, FACT, 3),
        CHUNK_BATCH_FINISHED(CHUNK_DATA, FACT, 4),
        SET_CHUNK_CACHE_CENTER(PLAYER_STATE, IMMEDIATE, 8),
        SET_CHUNK_CACHE_RADIUS(PLAYER_STATE, IMMEDIATE, 4),
        BLOCK_CHANGED_ACK(PLAYER_STATE, IMMEDIATE, 6),
        OPEN_SIGN_EDITOR(PLAYER_STATE, IMMEDIATE, 13),
        ADD_ENTITY(NEARBY_ENTITIES, FACT, 60),
        REMOVE_ENTITIES(NEARBY_ENTITIES, FACT, 8),
        MOVE_ENTITY_POS(NEARBY_ENTITIES, STATE, 12),
        MOVE_ENTITY_POS_ROT(NEARBY_ENTITIES, STATE, 14),
        MOVE_ENTITY_ROT(NEARBY_ENTITIES, STATE, 8),
        ENTITY_POSITION_SYNC(NEARBY_ENTITIES, STATE, 62),
        TELEPORT_ENTITY(NEARBY_ENTITIES, FACT, 66),
        ROTATE_HEAD(NEARBY_ENTITIES, STATE, 6),
        SET_ENTITY_MOTION(NEARBY_ENTITIES, STATE, 12),
        SET_ENTITY_DATA(NEARBY_ENTITIES, STATE, 20),
        UPDATE_ATTRIBUTES(NEARBY_ENTITIES, STATE, 40),
        SET_EQUIPMENT(NEARBY_ENTITIES, FACT, 20),
        SET_PASSENGERS(NEARBY_ENTITIES, FACT, 8),
        ENTITY_EVENT(NEARBY_ENTITIES, FACT, 8),
        SET_ENTITY_LINK(NEARBY_ENTITIES, FACT, 11),
        TAKE_ITEM_ENTITY(NEARBY_ENTITIES, FACT, 9),
        ANIMATE(NEARBY_ENTITIES, EPHEMERAL, 8),
        DAMAGE_EVENT(NEARBY_ENTITIES, EPHEMERAL, 12),
        SET_CAMERA(PLAYER_STATE, IMMEDIATE, 6),
        SYSTEM_CHAT(CHAT, FACT, 120),
        PLAYER_CHAT(CHAT, FACT, 500),
        DELETE_CHAT(CHAT, FACT, 100),
        PLAYER_INFO_UPDATE(NEARBY_ENTITIES, FACT, 100),
        PLAYER_INFO_REMOVE(NEARBY_ENTITIES, FACT, 20),
        TAB_LIST(METADATA, FACT, 200),
        SET_SCORE(METADATA, FACT, 50),
        SOUND(METADATA, EPHEMERAL, 36),
        SOUND_ENTITY(NEARBY_ENTITIES, EPHEMERAL, 30),
        STOP_SOUND(PLAYER_STATE, IMMEDIATE, 20),
        LEVEL_PARTICLES(METADATA, EPHEMERAL, 60),
        KEEP_ALIVE(PLAYER_STATE, IMMEDIATE, 11),
        PLAYER_POSITION(PLAYER_STATE, IMMEDIATE, 65),
        RESPAWN(PLAYER_STATE, IMMEDIATE, 100),
        START_CONFIGURATION(PLAYER_STATE, IMMEDIATE, 3),
        LOGIN(PLAYER_STATE, IMMEDIATE, 150),
        BUNDLE(NEARBY_ENTITIES, FACT, 150);

        private final MessagePriority priority;
        private final DeliveryKind kind;
        private final int bytes;

        Line(MessagePriority priority, DeliveryKind kind, int bytes) {
            this.priority = priority;
            this.kind = kind;
            this.bytes = bytes;
        }
    }

    private static final Map<Line, MessageType> TYPES = types();
    private static final Message.Key SHARED_EDITS = shared(OrderingKey.EDITS);
    private static final Message.Key SHARED_BATCH = shared(OrderingKey.CHUNK_BATCH);
    private static final Message.Key SHARED_VIEW = shared(OrderingKey.VIEW);
    private static final Message.Key OWNED_VIEW = exclusive(OrderingKey.VIEW);

    private static final List<ToLongFunction<UUID>> SPEAKER = List.of(OrderingKey::speaker);
    private static final List<ToLongFunction<UUID>> LISTING = List.of(OrderingKey::listing);
    private static final List<ToLongFunction<UUID>> WHOLE =
            List.of(OrderingKey::profile, OrderingKey::speaker, OrderingKey::listing);

    private static final int NO_PLAYER = -1;

    private final boolean byIndex;

    /**
     * @param byIndex whether values by index are told (as {@link StateUpdate.Indexed}), or only that some changed
     */
    public ModelClassifier(boolean byIndex) {
        this.byIndex = byIndex;
    }

    /** What a packet is; null for an unknown one. */
    public @Nullable Message classify(ModelPacket packet) {
        return switch (packet) {
            case ModelPacket.Chunk(int x, int z, int bytes, int batch) ->
                inChunk(Line.LEVEL_CHUNK_WITH_LIGHT, x, z, bytes, SHARED_BATCH);
            case ModelPacket.Edit(int x, int z, int pos, int state, int action) ->
                edit(
                        Line.BLOCK_UPDATE,
                        x,
                        z,
                        new EditPlace(Places.blockX(x, pos), Places.BLOCK_Y, Places.blockZ(z), 1),
                        SHARED_EDITS);
            case ModelPacket.Section(int x, int z, int[] positions, int state, int action) ->
                inChunk(Line.SECTION_BLOCKS_UPDATE, x, z, 12 + 4 * positions.length, section(x, z), SHARED_EDITS);
            case ModelPacket.BlockEntity(int x, int z, int pos, int value) ->
                edit(
                        Line.BLOCK_ENTITY_DATA,
                        x,
                        z,
                        new EditPlace(Places.blockX(x, pos), Places.BLOCK_Y, Places.blockZ(z), 1));
            case ModelPacket.BlockEvent(int x, int z, int value) -> edit(Line.BLOCK_EVENT, x, z, section(x, z));
            case ModelPacket.Piston(int x, int z, int toX, int toZ, int pos) ->
                edit(Line.BLOCK_EVENT, x, z, section(x, z), exclusive(OrderingKey.chunk(toX, toZ)));
            case ModelPacket.Song(int x, int z, int value) ->
                edit(Line.LEVEL_EVENT, x, z, section(x, z), shared(OrderingKey.SOUND));
            case ModelPacket.Light(int x, int z, int value) -> inChunk(Line.LIGHT_UPDATE, x, z, 0);
            case ModelPacket.Biomes(int[] chunks, int value) -> biomes(chunks);
            case ModelPacket.Unload(int x, int z) -> inChunk(Line.FORGET_LEVEL_CHUNK, x, z, 0, SHARED_VIEW);
            case ModelPacket.BatchStart(int batch) -> batch(Line.CHUNK_BATCH_START);
            case ModelPacket.BatchFinish(int batch) -> batch(Line.CHUNK_BATCH_FINISHED);
            case ModelPacket.Centre(int x, int z) ->
                player(Line.SET_CHUNK_CACHE_CENTER, new Observation.ViewCentre(x, z), OWNED_VIEW);
            case ModelPacket.Radius(int chunks) ->
                player(Line.SET_CHUNK_CACHE_RADIUS, new Observation.ViewRadius(chunks), OWNED_VIEW);
            case ModelPacket.Ack(int action) ->
                of(Line.BLOCK_CHANGED_ACK, Target.StreamTarget.PLAYER, List.of(exclusive(OrderingKey.EDITS)));
            case ModelPacket.OpenSign(int x, int z) -> inChunk(Line.OPEN_SIGN_EDITOR, x, z, 0);
            case ModelPacket.Spawn(int id, int profile, double x, double y, double z, int yaw, int head, int motion) ->
                spawn(id, profile, x, y, z, profile >= 0 ? exclusive(OrderingKey.angler(id)) : null);
            case ModelPacket.Bobber(int id, int angler, double x, double y, double z) ->
                spawn(id, NO_PLAYER, x, y, z, shared(OrderingKey.angler(angler)));
            case ModelPacket.Remove(int[] ids) -> ofEntities(Line.REMOVE_ENTITIES, ids, ids[0]);
            case ModelPacket.Move move -> state(line(move), move.id(), update(move));
            case ModelPacket.Sync(int id, double x, double y, double z, int yaw, int pitch, boolean ground) ->
                state(Line.ENTITY_POSITION_SYNC, id, new StateUpdate.Place(id, x, y, z));
            case ModelPacket.Teleport teleport ->
                // No state: the client keeps the base of relative moves and takes a new motion.
                ofEntities(Line.TELEPORT_ENTITY, new int[0], teleport.id());
            case ModelPacket.Head(int id, int yaw) ->
                state(Line.ROTATE_HEAD, id, new StateUpdate.Absolute(Component.HEAD, yaw));
            case ModelPacket.Motion(int id, int value) ->
                state(Line.SET_ENTITY_MOTION, id, new StateUpdate.Absolute(Component.MOTION, null));
            case ModelPacket.Metadata(int id, int[] values) ->
                state(Line.SET_ENTITY_DATA, id, indexed(id, Component.METADATA, values));
            case ModelPacket.Attributes(int id, int[] values) ->
                state(Line.UPDATE_ATTRIBUTES, id, indexed(id, Component.ATTRIBUTES, values));
            case ModelPacket.Equipment(int id, int[] values) ->
                byIndex
                        ? state(Line.SET_EQUIPMENT, id, indexed(id, Component.EQUIPMENT, values))
                        : ofEntities(Line.SET_EQUIPMENT, new int[0], id);
            case ModelPacket.Passengers(int vehicle, int[] passengers) -> passengers(vehicle, passengers);
            case ModelPacket.EntityEvent(int id, int value) -> ofEntities(Line.ENTITY_EVENT, new int[0], id);
            case ModelPacket.Leash(int id, int holder) -> ofEntities(Line.SET_ENTITY_LINK, new int[0], id);
            case ModelPacket.PickUp(int item, int by) -> ofEntities(Line.TAKE_ITEM_ENTITY, new int[] {by}, item);
            case ModelPacket.Animate(int id) -> about(Line.ANIMATE, id, null);
            case ModelPacket.EntitySound(int id) ->
                of(
                        Line.SOUND_ENTITY,
                        new Target.EntityTarget(id),
                        List.of(shared(OrderingKey.entity(id)), shared(OrderingKey.SOUND)));
            case ModelPacket.Damage(int victim, int attacker) ->
                about(Line.DAMAGE_EVENT, victim, new Observation.Struck(victim, attacker));
            case ModelPacket.Camera(int id) -> ofEntities(Line.SET_CAMERA, new int[0], id);
            case ModelPacket.SystemChat(int line) -> chat(Line.SYSTEM_CHAT);
            case ModelPacket.Overlay(int value) -> shown(type(Line.SYSTEM_CHAT).servedIn(METADATA));
            case ModelPacket.PlayerChat(int profile, int index, int session) ->
                of(
                        Line.PLAYER_CHAT,
                        Target.StreamTarget.CHAT,
                        List.of(exclusive(OrderingKey.CHAT), shared(OrderingKey.speaker(profile(0, profile)))));
            case ModelPacket.DeleteChat(int index) -> chat(Line.DELETE_CHAT);
            case ModelPacket.InfoUpdate(int[] profiles) ->
                profiles(Line.PLAYER_INFO_UPDATE, profiles, WHOLE, new Observation.ModesTold());
            case ModelPacket.InfoSession(int profile, int session) ->
                profiles(Line.PLAYER_INFO_UPDATE, new int[] {profile}, SPEAKER, null);
            case ModelPacket.InfoShown(int[] profiles, int value) ->
                profiles(Line.PLAYER_INFO_UPDATE, profiles, LISTING, null);
            case ModelPacket.InfoRemove(int[] profiles) ->
                profiles(Line.PLAYER_INFO_REMOVE, profiles, WHOLE, new Observation.Unlisted());
            case ModelPacket.Interface(int value) -> shown(type(Line.TAB_LIST));
            case ModelPacket.Score(int value) ->
                of(Line.SET_SCORE, Target.StreamTarget.INTERFACE, List.of(exclusive(OrderingKey.SCOREBOARD)));
            case ModelPacket.Sound(int value) ->
                of(Line.SOUND, Target.StreamTarget.WORLD, List.of(shared(OrderingKey.SOUND)));
            case ModelPacket.StopSound() ->
                of(Line.STOP_SOUND, Target.StreamTarget.WORLD, List.of(exclusive(OrderingKey.SOUND)));
            case ModelPacket.Particles() -> of(Line.LEVEL_PARTICLES, Target.StreamTarget.WORLD, List.of());
            case ModelPacket.KeepAlive(int id) -> player(Line.KEEP_ALIVE, null);
            case ModelPacket.OwnPosition(int x, int z) ->
                player(Line.PLAYER_POSITION, new Observation.Teleported(x * 16 + 8, Places.BLOCK_Y, z * 16 + 8));
            case ModelPacket.Unknown(int value) -> null;
            case ModelPacket.Respawn(int dimension) -> entering(Line.RESPAWN, dimension, false);
            case ModelPacket.KeepingRespawn(int dimension) -> entering(Line.RESPAWN, dimension, true);
            case ModelPacket.StartConfiguration() ->
                new Message(
                        type(Line.START_CONFIGURATION),
                        Target.StreamTarget.PLAYER,
                        List.of(),
                        null,
                        WorldEffect.LEAVE_PLAY,
                        0,
                        null);
            case ModelPacket.Login(int dimension, int ownId) -> entering(Line.LOGIN, dimension, false);
            case ModelPacket.Bundle(List<ModelPacket> parts) ->
                ModelBundles.combine(type(Line.BUNDLE), parts, this::classify);
        };
    }

    static MessageType type(Line line) {
        MessageType type = TYPES.get(line);
        if (type == null) {
            throw new IllegalStateException("no type for " + line);
        }
        return type;
    }

    private static EditPlace section(int x, int z) {
        return new EditPlace(16 * x, Places.BLOCK_Y, 16 * z, 16);
    }

    private static Message edit(Line line, int x, int z, EditPlace place, Message.Key... more) {
        return inChunk(line, x, z, 0, place, more);
    }

    private static Message inChunk(Line line, int x, int z, int bytes, Message.Key... more) {
        return inChunk(line, x, z, bytes, null, more);
    }

    private static Message inChunk(Line line, int x, int z, int bytes, @Nullable EditPlace place, Message.Key... more) {
        Message.Key own = exclusive(OrderingKey.chunk(x, z));
        return new Message(
                type(line),
                new Target.ChunkTarget(x, z),
                more.length == 0 ? List.of(own) : List.of(own, more[0]),
                null,
                WorldEffect.NONE,
                bytes,
                null,
                place);
    }

    private static Message biomes(int[] chunks) {
        List<Message.Key> keys = new ArrayList<>(chunks.length / 2);
        for (int i = 0; i < chunks.length; i += 2) {
            keys.add(exclusive(OrderingKey.chunk(chunks[i], chunks[i + 1])));
        }
        return of(Line.CHUNKS_BIOMES, new Target.ChunkTarget(chunks[0], chunks[1]), keys);
    }

    private static Message batch(Line line) {
        return of(line, Target.StreamTarget.WORLD, List.of(exclusive(OrderingKey.CHUNK_BATCH)));
    }

    private static Message spawn(int id, int looksLike, double x, double y, double z, Message.@Nullable Key angler) {
        long profile = OrderingKey.profile(profile(id, looksLike));
        List<Message.Key> keys = new ArrayList<>();
        keys.add(exclusive(OrderingKey.entity(id)));
        keys.add(shared(OrderingKey.chunk(Places.chunk(x), Places.chunk(z))));
        keys.add(shared(profile));
        long castBy = OrderingKey.NONE;
        if (angler != null) {
            keys.add(angler);
            castBy = angler.mode() == KeyMode.SHARED ? angler.key() : castBy;
        }
        return new Message(
                type(Line.ADD_ENTITY),
                new Target.EntityTarget(id),
                keys,
                null,
                WorldEffect.NONE,
                0,
                new Observation.EntitySpawned(id, profile, x, y, z, castBy));
    }

    /** The UUID of a player, or the entity's own. */
    private static UUID profile(int id, int profile) {
        return profile >= 0 ? new UUID(0, profile) : new UUID(0, 0x100 + id);
    }

    /** Facts of the first entity and of others. */
    private static Message ofEntities(Line line, int[] others, int first) {
        List<Message.Key> keys = new ArrayList<>(others.length + 1);
        keys.add(exclusive(OrderingKey.entity(first)));
        for (int id : others) {
            if (id != first) {
                keys.add(exclusive(OrderingKey.entity(id)));
            }
        }
        return of(line, new Target.EntityTarget(first), keys);
    }

    private static Message passengers(int vehicle, int[] passengers) {
        Message plain = ofEntities(Line.SET_PASSENGERS, passengers, vehicle);
        return new Message(
                plain.type(),
                plain.target(),
                plain.keys(),
                null,
                WorldEffect.NONE,
                0,
                new Observation.Mounted(
                        vehicle, Arrays.stream(passengers).boxed().toList()));
    }

    private static Message about(Line line, int id, @Nullable Observation observation) {
        return new Message(
                type(line),
                new Target.EntityTarget(id),
                List.of(shared(OrderingKey.entity(id))),
                null,
                WorldEffect.NONE,
                0,
                observation);
    }

    private static Message state(Line line, int id, StateUpdate update) {
        return new Message(
                type(line),
                new Target.EntityTarget(id),
                List.of(exclusive(OrderingKey.entity(id))),
                update,
                WorldEffect.NONE,
                0,
                null);
    }

    private static Line line(ModelPacket.Move move) {
        if (!move.rotation()) {
            return Line.MOVE_ENTITY_POS;
        }
        return move.position() ? Line.MOVE_ENTITY_POS_ROT : Line.MOVE_ENTITY_ROT;
    }

    private static StateUpdate.Move update(ModelPacket.Move move) {
        return new StateUpdate.Move(
                move.id(),
                (short) move.dx(),
                (short) move.dy(),
                (short) move.dz(),
                (byte) move.yaw(),
                (byte) move.pitch(),
                move.ground(),
                move.position(),
                move.rotation());
    }

    private StateUpdate indexed(int id, Component component, int[] values) {
        if (!byIndex) {
            return new StateUpdate.Partial(component);
        }
        Map<Object, Object> map = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put(values[i], values[i + 1]);
        }
        // A client acts on each arrival of metadata, and item stacks know no equality.
        return new StateUpdate.Indexed(id, component, map, component == Component.ATTRIBUTES);
    }

    private static Message chat(Line line) {
        return of(line, Target.StreamTarget.CHAT, List.of(exclusive(OrderingKey.CHAT)));
    }

    private static Message shown(MessageType type) {
        return of(type, Target.StreamTarget.INTERFACE, List.of(exclusive(OrderingKey.INTERFACE)));
    }

    private static Message profiles(
            Line line, int[] profiles, List<ToLongFunction<UUID>> concerned, @Nullable Observation observation) {
        List<Message.Key> keys = new ArrayList<>();
        keys.add(shared(OrderingKey.PLAYER_LIST));
        for (int profile : profiles) {
            for (ToLongFunction<UUID> key : concerned) {
                keys.add(exclusive(key.applyAsLong(profile(0, profile))));
            }
        }
        return new Message(type(line), Target.StreamTarget.INTERFACE, keys, null, WorldEffect.NONE, 0, observation);
    }

    private static Message player(Line line, @Nullable Observation observation, Message.Key... keys) {
        return new Message(
                type(line), Target.StreamTarget.PLAYER, List.of(keys), null, WorldEffect.NONE, 0, observation);
    }

    private static Message entering(Line line, int dimension, boolean keepsAll) {
        return new Message(
                type(line),
                Target.StreamTarget.PLAYER,
                List.of(exclusive(OrderingKey.PLAYER_LIST)),
                null,
                WorldEffect.NEW_WORLD,
                0,
                new Observation.Entered(dimension, keepsAll));
    }

    private static Message of(Line line, Target target, List<Message.Key> keys) {
        return of(type(line), target, keys);
    }

    private static Message of(MessageType type, Target target, List<Message.Key> keys) {
        return new Message(type, target, keys, null, WorldEffect.NONE, 0, null);
    }

    static Message.Key exclusive(long key) {
        return new Message.Key(key, KeyMode.EXCLUSIVE);
    }

    static Message.Key shared(long key) {
        return new Message.Key(key, KeyMode.SHARED);
    }

    /** In words of its own: the engine takes the roles from the names. */
    private static LifecycleRole role(Line line) {
        return switch (line) {
            case LEVEL_CHUNK_WITH_LIGHT -> LifecycleRole.CHUNK_LOAD;
            case FORGET_LEVEL_CHUNK -> LifecycleRole.CHUNK_UNLOAD;
            case REMOVE_ENTITIES -> LifecycleRole.ENTITY_REMOVE;
            default -> LifecycleRole.NONE;
        };
    }

    private static Map<Line, MessageType> types() {
        Map<Line, MessageType> types = new EnumMap<>(Line.class);
        for (Line line : Line.values()) {
            String name = line.name().toLowerCase(java.util.Locale.ROOT);
            types.put(line, new MessageType(line.ordinal(), name, line.priority, line.kind, line.bytes, role(line)));
        }
        return types;
    }
}
