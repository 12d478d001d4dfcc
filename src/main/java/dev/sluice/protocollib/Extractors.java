package dev.sluice.protocollib;

import dev.sluice.engine.packet.EditPlace;
import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.port.Classifier;
import dev.sluice.engine.priority.Target;
import dev.sluice.protocollib.Fields.DoubleField;
import dev.sluice.protocollib.Fields.IntField;
import dev.sluice.protocollib.Fields.ObjectField;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes extractors for the server's packet classes from the shapes that the table expects. */
final class Extractors {

    /** A chunk's raw bytes shrink to about a sixth on the wire; the engine learns the rest. */
    private static final int CHUNK_COMPRESSION = 6;

    /** The length of a section of a chunk along each axis. */
    private static final int SECTION_BLOCKS = 16;

    /** What an edit of several blocks takes by itself, and for each block: its state and place in four bytes. */
    private static final int SECTION_BYTES = 12;

    private static final int BLOCK_BYTES = 4;

    private final MessageType type;
    private final WorldEffect effect;
    private final Class<?> owner;

    private Extractors(MessageType type, WorldEffect effect, Class<?> owner) {
        this.type = type;
        this.effect = effect;
        this.owner = owner;
    }

    /**
     * Makes the extractor of a class.
     *
     * @param inside classifies the packets of a bundle
     * @throws ShapeException if the class is not shaped as expected
     */
    static Extractor of(PacketShape shape, WorldEffect effect, MessageType type, Class<?> owner, Classifier inside) {
        return new Extractors(type, effect, owner).of(shape, inside);
    }

    private Extractor of(PacketShape shape, Classifier inside) {
        return switch (shape) {
            case PacketShape.Opaque(Target.StreamTarget target) -> constant(target, List.of());
            case PacketShape.Stream(Target.StreamTarget target, long key, boolean exclusive) ->
                constant(target, List.of(exclusive ? exclusive(key) : shared(key)));
            case PacketShape.ChunkInts(String x, String z) ->
                chunk(Fields.intField(owner, x), Fields.intField(owner, z));
            case PacketShape.ChunkData data -> chunkData(data);
            case PacketShape.ChunkPosition(String position) -> {
                ObjectField pos = Fields.objectField(owner, position, Object.class);
                Class<?> posType = Fields.typeOf(owner, position);
                IntField x = Fields.intField(posType, "x");
                IntField z = Fields.intField(posType, "z");
                yield chunk(packet -> x.get(pos.get(packet)), packet -> z.get(pos.get(packet)));
            }
            case PacketShape.BlockPosition(String position, boolean edit) -> inChunk(position, 1, edit, packet -> 0);
            case PacketShape.SectionPosition(String position, String blocks) ->
                inChunk(position, SECTION_BLOCKS, true, blocks == null ? packet -> 0 : sectionSize(blocks));
            case PacketShape.ChunkList list -> chunkList(list);
            case PacketShape.Entities(List<String> ids, boolean exclusive) -> entities(ids, exclusive);
            case PacketShape.EntityState(String id, var component) ->
                entityState(id, new StateUpdate.Absolute(component, null));
            case PacketShape.EntityChange(String id, var component) ->
                entityState(id, new StateUpdate.Partial(component));
            case PacketShape.EntityValue value -> entityValue(value);
            case PacketShape.EntityValues values -> entityValues(values);
            case PacketShape.EntityPlace place -> entityPlace(place);
            case PacketShape.Strike(String victim, String attacker) ->
                strike(Fields.intField(owner, victim), Fields.intField(owner, attacker));
            case PacketShape.ViewCentre(String x, String z) -> {
                IntField chunkX = Fields.intField(owner, x);
                IntField chunkZ = Fields.intField(owner, z);
                yield packet -> telling(new Observation.ViewCentre(chunkX.get(packet), chunkZ.get(packet)));
            }
            case PacketShape.ViewRadius(String radius) -> {
                IntField chunks = Fields.intField(owner, radius);
                yield packet -> telling(new Observation.ViewRadius(chunks.get(packet)));
            }
            case PacketShape.Teleported teleported -> {
                Message message = telling(new Observation.Teleported());
                yield packet -> message;
            }
            case PacketShape.RelativeMove move -> relativeMove();
            case PacketShape.Spawn spawn -> spawn();
            case PacketShape.EntityList(String ids) -> entityList(ids);
            case PacketShape.Passengers passengers -> passengers(passengers);
            case PacketShape.ProfileIds(String list) -> {
                ObjectField ids = Fields.objectField(owner, list, List.class);
                yield packet -> profiles((List<?>) ids.get(packet), element -> element);
            }
            case PacketShape.ProfileEntries(String list, String element, String id) -> {
                ObjectField entries = Fields.objectField(owner, list, List.class);
                ObjectField profile = Fields.objectField(nested(element), id, UUID.class);
                yield packet -> profiles((List<?>) entries.get(packet), profile);
            }
            case PacketShape.Bundle(String packets) ->
                bundle(Fields.objectField(owner, packets, Iterable.class), inside);
        };
    }

    private Extractor constant(Target target, List<Message.Key> keys) {
        Message message = message(target, keys, null, 0);
        return packet -> message;
    }

    private Extractor chunk(IntField x, IntField z) {
        return packet -> {
            int chunkX = x.get(packet);
            int chunkZ = z.get(packet);
            return message(
                    new Target.ChunkTarget(chunkX, chunkZ),
                    List.of(exclusive(OrderingKey.chunk(chunkX, chunkZ))),
                    null,
                    0);
        };
    }

    private Extractor chunkData(PacketShape.ChunkData shape) {
        IntField x = Fields.intField(owner, shape.x());
        IntField z = Fields.intField(owner, shape.z());
        ObjectField data = Fields.objectField(owner, shape.data(), Object.class);
        ObjectField buffer = Fields.objectField(Fields.typeOf(owner, shape.data()), shape.buffer(), byte[].class);
        Message.Key batch = shared(OrderingKey.CHUNK_BATCH);
        return packet -> {
            int chunkX = x.get(packet);
            int chunkZ = z.get(packet);
            int rawBytes = ((byte[]) buffer.get(data.get(packet))).length;
            return message(
                    new Target.ChunkTarget(chunkX, chunkZ),
                    List.of(exclusive(OrderingKey.chunk(chunkX, chunkZ)), batch),
                    null,
                    Math.max(1, rawBytes / CHUNK_COMPRESSION));
        };
    }

    /** Something of one chunk, with a position in units of so many blocks: a block's or a section's. */
    private Extractor inChunk(String position, int unit, boolean edit, IntField sizeBytes) {
        ObjectField pos = Fields.objectField(owner, position, Object.class);
        Class<?> posType = Fields.typeOf(owner, position);
        IntField x = Fields.intField(posType, "x");
        IntField y = Fields.intField(posType, "y");
        IntField z = Fields.intField(posType, "z");
        Message.Key edits = shared(OrderingKey.EDITS);
        return packet -> {
            Object at = pos.get(packet);
            EditPlace place = new EditPlace(x.get(at) * unit, y.get(at) * unit, z.get(at) * unit, unit);
            int chunkX = place.x() >> 4;
            int chunkZ = place.z() >> 4;
            Message.Key chunk = exclusive(OrderingKey.chunk(chunkX, chunkZ));
            return new Message(
                    type,
                    new Target.ChunkTarget(chunkX, chunkZ),
                    edit ? List.of(chunk, edits) : List.of(chunk),
                    null,
                    effect,
                    sizeBytes.get(packet),
                    null,
                    place);
        };
    }

    private IntField sectionSize(String blocks) {
        ObjectField places = Fields.objectField(owner, blocks, short[].class);
        return packet -> SECTION_BYTES + BLOCK_BYTES * ((short[]) places.get(packet)).length;
    }

    private Extractor chunkList(PacketShape.ChunkList shape) {
        ObjectField list = Fields.objectField(owner, shape.list(), List.class);
        Class<?> element = nested(shape.element());
        ObjectField pos = Fields.objectField(element, shape.position(), Object.class);
        Class<?> posType = Fields.typeOf(element, shape.position());
        IntField x = Fields.intField(posType, "x");
        IntField z = Fields.intField(posType, "z");
        return packet -> {
            List<Message.Key> keys = new ArrayList<>();
            Target target = Target.StreamTarget.WORLD;
            for (Object chunk : (List<?>) list.get(packet)) {
                Object at = pos.get(chunk);
                if (keys.isEmpty()) {
                    target = new Target.ChunkTarget(x.get(at), z.get(at));
                }
                keys.add(exclusive(OrderingKey.chunk(x.get(at), z.get(at))));
            }
            return message(target, keys, null, 0);
        };
    }

    private Extractor entities(List<String> names, boolean exclusive) {
        List<IntField> ids =
                names.stream().map(name -> Fields.intField(owner, name)).toList();
        return packet -> {
            List<Message.Key> keys = new ArrayList<>(ids.size());
            for (IntField id : ids) {
                long key = OrderingKey.entity(id.get(packet));
                keys.add(exclusive ? exclusive(key) : shared(key));
            }
            return message(new Target.EntityTarget(ids.getFirst().get(packet)), keys, null, 0);
        };
    }

    private Extractor entityState(String idName, StateUpdate update) {
        IntField id = Fields.intField(owner, idName);
        return packet -> entityMessage(id.get(packet), update);
    }

    private Extractor entityValue(PacketShape.EntityValue shape) {
        IntField id = Fields.intField(owner, shape.id());
        IntField value = Fields.intField(owner, shape.value());
        return packet -> entityMessage(id.get(packet), new StateUpdate.Absolute(shape.component(), value.get(packet)));
    }

    private Extractor entityValues(PacketShape.EntityValues shape) {
        ValueLists lists = new ValueLists(owner, shape);
        return packet -> {
            StateUpdate.Indexed values = lists.read(packet);
            return entityMessage(values.entityId(), values);
        };
    }

    private Extractor entityPlace(PacketShape.EntityPlace shape) {
        IntField id = Fields.intField(owner, shape.id());
        Places places = new Places(owner, shape.values());
        return packet -> {
            int entityId = id.get(packet);
            return entityMessage(entityId, places.read(entityId, packet));
        };
    }

    private Extractor strike(IntField victim, IntField attacker) {
        return packet -> {
            int victimId = victim.get(packet);
            return message(
                    new Target.EntityTarget(victimId),
                    List.of(shared(OrderingKey.entity(victimId))),
                    null,
                    0,
                    new Observation.Struck(victimId, attacker.get(packet)));
        };
    }

    private Extractor relativeMove() {
        MoveFields fields = new MoveFields(owner);
        return packet -> {
            StateUpdate.Move move = fields.read(packet);
            return entityMessage(move.entityId(), move);
        };
    }

    private Extractor spawn() {
        IntField id = Fields.intField(owner, "id");
        ObjectField uuid = Fields.objectField(owner, "uuid", UUID.class);
        DoubleField x = Fields.doubleField(owner, "x");
        DoubleField y = Fields.doubleField(owner, "y");
        DoubleField z = Fields.doubleField(owner, "z");
        return packet -> {
            int entityId = id.get(packet);
            double atX = x.get(packet);
            double atZ = z.get(packet);
            return message(
                    new Target.EntityTarget(entityId),
                    List.of(
                            exclusive(OrderingKey.entity(entityId)),
                            shared(OrderingKey.chunk((int) Math.floor(atX) >> 4, (int) Math.floor(atZ) >> 4)),
                            shared(OrderingKey.profile((UUID) uuid.get(packet)))),
                    null,
                    0,
                    new Observation.EntitySpawned(entityId, atX, y.get(packet), atZ));
        };
    }

    private Extractor entityList(String name) {
        ObjectField ids = Fields.objectField(owner, name, List.class);
        return packet -> {
            List<Message.Key> keys = new ArrayList<>();
            Target target = Target.StreamTarget.WORLD;
            for (Object id : (List<?>) ids.get(packet)) {
                int entityId = (Integer) id;
                if (keys.isEmpty()) {
                    target = new Target.EntityTarget(entityId);
                }
                keys.add(exclusive(OrderingKey.entity(entityId)));
            }
            return message(target, keys, null, 0);
        };
    }

    private Extractor passengers(PacketShape.Passengers shape) {
        IntField vehicle = Fields.intField(owner, shape.vehicle());
        ObjectField passengers = Fields.objectField(owner, shape.passengers(), int[].class);
        return packet -> {
            int vehicleId = vehicle.get(packet);
            List<Message.Key> keys = new ArrayList<>();
            keys.add(exclusive(OrderingKey.entity(vehicleId)));
            for (int passenger : (int[]) passengers.get(packet)) {
                keys.add(exclusive(OrderingKey.entity(passenger)));
            }
            return message(new Target.EntityTarget(vehicleId), keys, null, 0);
        };
    }

    private Message profiles(List<?> elements, ObjectField idOf) {
        List<Message.Key> keys = new ArrayList<>();
        keys.add(exclusive(OrderingKey.CHAT));
        for (Object element : elements) {
            keys.add(exclusive(OrderingKey.profile((UUID) idOf.get(element))));
        }
        return message(Target.StreamTarget.CHAT, keys, null, 0);
    }

    private Extractor bundle(ObjectField packets, Classifier inside) {
        return bundle -> {
            List<@Nullable Message> parts = new ArrayList<>();
            for (Object packet : (Iterable<?>) packets.get(bundle)) {
                parts.add(inside.classify(packet));
            }
            return Bundles.combine(type, parts);
        };
    }

    private Message entityMessage(int entityId, StateUpdate update) {
        return message(new Target.EntityTarget(entityId), List.of(exclusive(OrderingKey.entity(entityId))), update, 0);
    }

    /** Something about the player that is never held. */
    private Message telling(Observation observation) {
        return message(Target.StreamTarget.PLAYER, List.of(), null, 0, observation);
    }

    private Message message(Target target, List<Message.Key> keys, @Nullable StateUpdate update, int sizeBytes) {
        return message(target, keys, update, sizeBytes, null);
    }

    private Message message(
            Target target,
            List<Message.Key> keys,
            @Nullable StateUpdate update,
            int sizeBytes,
            @Nullable Observation observation) {
        return new Message(type, target, keys, update, effect, sizeBytes, observation);
    }

    private Class<?> nested(String simpleName) {
        for (Class<?> candidate : owner.getDeclaredClasses()) {
            if (candidate.getSimpleName().equals(simpleName)) {
                return candidate;
            }
        }
        throw new ShapeException(
                "expected " + owner.getName() + " to have a nested class " + simpleName + ", found none");
    }

    private static Message.Key exclusive(long key) {
        return new Message.Key(key, KeyMode.EXCLUSIVE);
    }

    private static Message.Key shared(long key) {
        return new Message.Key(key, KeyMode.SHARED);
    }
}
