package dev.sluice.protocollib;

import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.priority.Target;
import dev.sluice.protocollib.Fields.DoubleField;
import dev.sluice.protocollib.Fields.IntField;
import dev.sluice.protocollib.Fields.ObjectField;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Extractors for what is ordered along entities. */
final class EntityExtractors {

    /** Tells by which key a spawn is ordered with those of fishing bobbers; null for none. */
    @FunctionalInterface
    private interface Fishing {
        Message.@Nullable Key of(Object packet);
    }

    private final MessageMaker messages;
    private final Class<?> owner;

    EntityExtractors(MessageMaker messages, Class<?> owner) {
        this.messages = messages;
        this.owner = owner;
    }

    Extractor entities(List<String> names, boolean exclusive) {
        List<IntField> ids =
                names.stream().map(name -> Fields.intField(owner, name)).toList();
        return packet -> {
            List<Message.Key> keys = new ArrayList<>(ids.size());
            for (IntField id : ids) {
                long key = OrderingKey.entity(id.get(packet));
                keys.add(exclusive ? MessageMaker.exclusive(key) : MessageMaker.shared(key));
            }
            return messages.of(new Target.EntityTarget(ids.getFirst().get(packet)), keys, null, 0);
        };
    }

    Extractor entityState(String idName, StateUpdate update) {
        IntField id = Fields.intField(owner, idName);
        return packet -> entityMessage(id.get(packet), update);
    }

    Extractor entityValue(PacketShape.EntityValue shape) {
        IntField id = Fields.intField(owner, shape.id());
        IntField value = Fields.intField(owner, shape.value());
        return packet -> entityMessage(id.get(packet), new StateUpdate.Absolute(shape.component(), value.get(packet)));
    }

    Extractor entityValues(PacketShape.EntityValues shape) {
        ValueLists lists = new ValueLists(owner, shape);
        return packet -> {
            StateUpdate.Indexed values = lists.read(packet);
            return entityMessage(values.entityId(), values);
        };
    }

    Extractor entityPlace(PacketShape.EntityPlace shape) {
        IntField id = Fields.intField(owner, shape.id());
        Places places = new Places(owner, shape.values());
        return packet -> {
            int entityId = id.get(packet);
            return entityMessage(entityId, places.read(packet, (x, y, z) -> new StateUpdate.Place(entityId, x, y, z)));
        };
    }

    Extractor strike(IntField victim, IntField attacker) {
        return packet -> {
            int victimId = victim.get(packet);
            return messages.of(
                    new Target.EntityTarget(victimId),
                    List.of(MessageMaker.shared(OrderingKey.entity(victimId))),
                    null,
                    0,
                    new Observation.Struck(victimId, attacker.get(packet)));
        };
    }

    /** After what made the entity, before what stops sounds, in any order with other sounds. */
    Extractor sound(String idName) {
        IntField id = Fields.intField(owner, idName);
        return packet -> {
            int entityId = id.get(packet);
            return messages.of(
                    new Target.EntityTarget(entityId),
                    List.of(MessageMaker.shared(OrderingKey.entity(entityId)), MessageMaker.shared(OrderingKey.SOUND)),
                    null,
                    0);
        };
    }

    Extractor relativeMove() {
        MoveFields fields = new MoveFields(owner);
        return packet -> {
            StateUpdate.Move move = fields.read(packet);
            return entityMessage(move.entityId(), move);
        };
    }

    Extractor spawn(PacketShape.Spawn shape) {
        IntField id = Fields.intField(owner, "id");
        ObjectField uuid = Fields.objectField(owner, "uuid", UUID.class);
        DoubleField x = Fields.doubleField(owner, "x");
        DoubleField y = Fields.doubleField(owner, "y");
        DoubleField z = Fields.doubleField(owner, "z");
        Fishing fishing = shape.owner() == null ? packet -> null : fishing(shape.owner(), id);
        return packet -> {
            int entityId = id.get(packet);
            double atX = x.get(packet);
            double atZ = z.get(packet);
            long profile = OrderingKey.profile((UUID) uuid.get(packet));
            List<Message.Key> keys = new ArrayList<>(4);
            keys.add(MessageMaker.exclusive(OrderingKey.entity(entityId)));
            keys.add(MessageMaker.shared(OrderingKey.chunk((int) Math.floor(atX) >> 4, (int) Math.floor(atZ) >> 4)));
            keys.add(MessageMaker.shared(profile));
            Message.Key angler = fishing.of(packet);
            long castBy = OrderingKey.NONE;
            if (angler != null) {
                keys.add(angler);
                castBy = angler.mode() == KeyMode.SHARED ? angler.key() : castBy;
            }
            return messages.of(
                    new Target.EntityTarget(entityId),
                    keys,
                    null,
                    0,
                    new Observation.EntitySpawned(entityId, profile, atX, y.get(packet), atZ, castBy));
        };
    }

    /** A client discards a fishing bobber whose owner, a player, it does not know. */
    private Fishing fishing(PacketShape.Spawn.Owner shape, IntField entityId) {
        ObjectField type = Fields.objectField(owner, shape.type(), Object.class);
        IntField ownerId = Fields.intField(owner, shape.id());
        Class<?> types = Fields.typeOf(owner, shape.type());
        Object player = Fields.constant(types, "PLAYER");
        Object bobber = Fields.constant(types, "FISHING_BOBBER");
        return packet -> {
            Object found = type.get(packet);
            if (found.equals(player)) {
                return MessageMaker.exclusive(OrderingKey.angler(entityId.get(packet)));
            }
            return found.equals(bobber) ? MessageMaker.shared(OrderingKey.angler(ownerId.get(packet))) : null;
        };
    }

    Extractor entityList(String name) {
        ObjectField ids = Fields.objectField(owner, name, List.class);
        return packet -> {
            List<Message.Key> keys = new ArrayList<>();
            Target target = Target.StreamTarget.WORLD;
            for (Object id : (List<?>) ids.get(packet)) {
                int entityId = (Integer) id;
                if (keys.isEmpty()) {
                    target = new Target.EntityTarget(entityId);
                }
                keys.add(MessageMaker.exclusive(OrderingKey.entity(entityId)));
            }
            return messages.of(target, keys, null, 0);
        };
    }

    Extractor passengers(PacketShape.Passengers shape) {
        IntField vehicle = Fields.intField(owner, shape.vehicle());
        ObjectField passengers = Fields.objectField(owner, shape.passengers(), int[].class);
        return packet -> {
            int vehicleId = vehicle.get(packet);
            List<Message.Key> keys = new ArrayList<>();
            List<Integer> passengerIds = new ArrayList<>();
            keys.add(MessageMaker.exclusive(OrderingKey.entity(vehicleId)));
            for (int passenger : (int[]) passengers.get(packet)) {
                keys.add(MessageMaker.exclusive(OrderingKey.entity(passenger)));
                passengerIds.add(passenger);
            }
            return messages.of(
                    new Target.EntityTarget(vehicleId),
                    keys,
                    null,
                    0,
                    new Observation.Mounted(vehicleId, passengerIds));
        };
    }

    private Message entityMessage(int entityId, StateUpdate update) {
        return messages.of(
                new Target.EntityTarget(entityId),
                List.of(MessageMaker.exclusive(OrderingKey.entity(entityId))),
                update,
                0);
    }
}
