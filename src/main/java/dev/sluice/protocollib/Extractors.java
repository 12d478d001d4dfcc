package dev.sluice.protocollib;

import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.port.Classifier;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import dev.sluice.protocollib.Fields.IntField;
import dev.sluice.protocollib.Fields.ObjectField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes extractors for the server's packet classes from the shapes that the table expects. */
final class Extractors {

    /** {@code ClientboundRespawnPacket.KEEP_ALL_DATA}. */
    private static final int EVERYTHING_KEPT = 3;

    private static final Message.Key VIEW = MessageMaker.exclusive(OrderingKey.VIEW);

    private final MessageType type;
    private final Class<?> owner;
    private final MessageMaker messages;
    private final ChunkExtractors chunks;
    private final EntityExtractors entities;
    private final PlayerExtractors players;

    private Extractors(MessageType type, WorldEffect effect, Class<?> owner) {
        this.type = type;
        this.owner = owner;
        this.messages = new MessageMaker(type, effect);
        this.chunks = new ChunkExtractors(messages, owner);
        this.entities = new EntityExtractors(messages, owner);
        this.players = new PlayerExtractors(messages, owner);
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
                constant(target, List.of(exclusive ? MessageMaker.exclusive(key) : MessageMaker.shared(key)));
            case PacketShape.ChunkInts(String x, String z) ->
                chunks.chunk(Fields.intField(owner, x), Fields.intField(owner, z));
            case PacketShape.ChunkData data -> chunks.chunkData(data);
            case PacketShape.ChunkUnload(String position) -> chunks.unloaded(position);
            case PacketShape.BlockPosition(String position, boolean edit) -> chunks.inBlock(position, edit);
            case PacketShape.BlockEvent event -> chunks.blockEvent(event);
            case PacketShape.LevelEvent event -> chunks.levelEvent(event);
            case PacketShape.SectionPosition(String position, String blocks) -> chunks.inSection(position, blocks);
            case PacketShape.ChunkList list -> chunks.chunkList(list);
            case PacketShape.Entities(List<String> ids, boolean exclusive) -> entities.entities(ids, exclusive);
            case PacketShape.EntityState(String id, var component) ->
                entities.entityState(id, new StateUpdate.Absolute(component, null));
            case PacketShape.EntityChange(String id, var component) ->
                entities.entityState(id, new StateUpdate.Partial(component));
            case PacketShape.EntityValue value -> entities.entityValue(value);
            case PacketShape.EntityValues values -> entities.entityValues(values);
            case PacketShape.EntityPlace place -> entities.entityPlace(place);
            case PacketShape.Strike(String victim, String attacker) ->
                entities.strike(Fields.intField(owner, victim), Fields.intField(owner, attacker));
            case PacketShape.EntitySound(String id) -> entities.sound(id);
            case PacketShape.ViewCentre(String x, String z) -> {
                IntField chunkX = Fields.intField(owner, x);
                IntField chunkZ = Fields.intField(owner, z);
                yield packet ->
                        messages.telling(new Observation.ViewCentre(chunkX.get(packet), chunkZ.get(packet)), VIEW);
            }
            case PacketShape.ViewRadius(String radius) -> {
                IntField distance = Fields.intField(owner, radius);
                yield packet -> messages.telling(new Observation.ViewRadius(distance.get(packet)), VIEW);
            }
            case PacketShape.Entered entered -> entered(entered);
            case PacketShape.Teleported(PacketShape.Teleported.To to) -> teleported(to);
            case PacketShape.RelativeMove move -> entities.relativeMove();
            case PacketShape.Spawn spawn -> entities.spawn(spawn);
            case PacketShape.EntityList(String ids) -> entities.entityList(ids);
            case PacketShape.Passengers passengers -> entities.passengers(passengers);
            case PacketShape.ProfileIds(String list) -> players.leaving(list);
            case PacketShape.ProfileEntries entries -> players.update(entries);
            case PacketShape.SignedLine(String sender) -> players.line(sender);
            case PacketShape.SystemLine(String overlay) -> systemLine(overlay);
            case PacketShape.Bundle(String packets) ->
                bundle(Fields.objectField(owner, packets, Iterable.class), inside);
        };
    }

    private Extractor constant(Target target, List<Message.Key> keys) {
        Message message = messages.of(target, keys, null, 0);
        return packet -> message;
    }

    private Extractor teleported(PacketShape.Teleported.@Nullable To to) {
        Message somewhere = messages.telling(Observation.Teleported.somewhere());
        if (to == null) {
            return packet -> somewhere;
        }
        Places places = new Places(owner, to.values());
        ObjectField relatives = Fields.objectField(owner, to.relatives(), Set.class);
        Class<?> relative = Fields.elementOf(owner, to.relatives());
        List<Object> axes = Stream.of("X", "Y", "Z")
                .map(axis -> Fields.constant(relative, axis))
                .toList();
        return packet -> Collections.disjoint((Set<?>) relatives.get(packet), axes)
                ? messages.telling(places.read(packet, Observation.Teleported::new))
                : somewhere;
    }

    /** What overlays goes like the action bar, which the client shows in the same place. */
    private Extractor systemLine(String overlayName) {
        IntField overlay = Fields.flag(owner, overlayName);
        Message line =
                messages.of(Target.StreamTarget.CHAT, List.of(MessageMaker.exclusive(OrderingKey.CHAT)), null, 0);
        Message shown = messages.servedIn(MessagePriority.METADATA)
                .of(Target.StreamTarget.INTERFACE, List.of(MessageMaker.exclusive(OrderingKey.INTERFACE)), null, 0);
        return packet -> overlay.get(packet) == 0 ? line : shown;
    }

    /** Where that cannot be read of a packet, it begins a world all the same. */
    private Extractor entered(PacketShape.Entered shape) {
        ObjectField info = Fields.objectField(owner, shape.info(), Object.class);
        ObjectField dimension = Fields.objectField(Fields.typeOf(owner, shape.info()), shape.dimension(), Object.class);
        IntField kept = shape.kept() == null ? null : Fields.intField(owner, shape.kept());
        Message unread = behindThePlayerList(null);
        return packet -> {
            try {
                return behindThePlayerList(new Observation.Entered(
                        dimension.get(info.get(packet)), kept != null && kept.get(packet) == EVERYTHING_KEPT));
            } catch (UnsetException e) {
                return unread;
            }
        };
    }

    private Message behindThePlayerList(@Nullable Observation observation) {
        return messages.of(
                Target.StreamTarget.PLAYER,
                List.of(MessageMaker.exclusive(OrderingKey.PLAYER_LIST)),
                null,
                0,
                observation);
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
}
