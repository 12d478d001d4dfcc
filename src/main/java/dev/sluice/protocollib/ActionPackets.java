package dev.sluice.protocollib;

import dev.sluice.protocollib.Fields.IntField;
import dev.sluice.protocollib.Fields.ObjectField;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The packets by which clients tell what the player does to blocks; see docs/packets.md. One that cannot be read changes
 * nothing but a line in the log. Any thread.
 */
final class ActionPackets {

    /** How each is read, by its class's name below the protocol's package. */
    static final Map<String, Function<Class<?>, ActionReader>> SHAPES = Map.of(
            "game.ServerboundPlayerActionPacket",
            ActionPackets::digging,
            "game.ServerboundUseItemOnPacket",
            ActionPackets::clicking,
            "game.ServerboundUseItemPacket",
            owner -> (packet, playerId, to) -> to.acted(playerId),
            "game.ServerboundSignUpdatePacket",
            owner -> at(owner, "pos", packet -> packet));

    /** The digging among a player's actions. Of the others the position means nothing. */
    private static final List<String> DIGGING = List.of("START_DESTROY_BLOCK", "STOP_DESTROY_BLOCK");

    private final Map<Class<?>, ActionReader> readers;
    private final Set<Class<?>> failed = ConcurrentHashMap.newKeySet();
    private final Logger logger;

    private ActionPackets(Map<Class<?>, ActionReader> readers, Logger logger) {
        this.readers = readers;
        this.logger = logger;
    }

    /**
     * Fits the readers to the server's classes. What is missing, or is not shaped as expected, is done without and named in
     * the log.
     *
     * @param packetClasses the server's serverbound play packets
     */
    static ActionPackets of(Set<Class<?>> packetClasses, Logger logger) {
        Map<String, Class<?>> byName = new HashMap<>();
        packetClasses.forEach(packetClass -> byName.put(packetClass.getName(), packetClass));
        Map<Class<?>, ActionReader> readers = new HashMap<>();
        Map<String, String> unusable = new TreeMap<>();
        SHAPES.forEach((name, shape) -> {
            Class<?> found = byName.get(PacketClassifier.PROTOCOL_PACKAGE + name);
            if (found == null) {
                unusable.put(name, "the server has no such packet");
                return;
            }
            try {
                readers.put(found, shape.apply(found));
            } catch (ShapeException e) {
                unusable.put(name, String.valueOf(e.getMessage()));
            }
        });
        if (!unusable.isEmpty()) {
            logger.warning(
                    "Sluice does not see all that players do to blocks " + unusable + ": on a full link the answer"
                            + " may come late. Please report this with the versions of Paper and ProtocolLib.");
        }
        return new ActionPackets(Map.copyOf(readers), logger);
    }

    /** Whether packets of a class tell what a player does. */
    boolean knows(Class<?> packetClass) {
        return readers.containsKey(packetClass);
    }

    /** Tells what a player does with a packet, if it does anything to a block. */
    void read(Object packet, UUID playerId, PlayerActions to) {
        ActionReader reader = readers.get(packet.getClass());
        if (reader == null) {
            return;
        }
        try {
            reader.read(packet, playerId, to);
        } catch (RuntimeException e) {
            if (failed.add(packet.getClass())) {
                logger.log(
                        Level.WARNING,
                        "Sluice cannot read a " + packet.getClass().getSimpleName()
                                + " and does without it, now and from"
                                + " now on without a word. Please report this with the versions of Paper and ProtocolLib.",
                        e);
            }
        }
    }

    private static ActionReader digging(Class<?> owner) {
        ObjectField action = Fields.objectField(owner, "action", Enum.class);
        @Nullable Object[] known = Fields.typeOf(owner, "action").getEnumConstants();
        List<?> digging = Stream.ofNullable(known)
                .flatMap(Arrays::stream)
                .filter(constant -> constant instanceof Enum<?> named && DIGGING.contains(named.name()))
                .toList();
        if (digging.size() < DIGGING.size()) {
            throw new ShapeException("expected " + DIGGING + " among a player's actions, found " + digging);
        }
        ActionReader place = at(owner, "pos", packet -> packet);
        return (packet, playerId, to) -> {
            if (digging.contains(action.get(packet))) {
                place.read(packet, playerId, to);
            }
        };
    }

    private static ActionReader clicking(Class<?> owner) {
        ObjectField hit = Fields.objectField(owner, "blockHit", Object.class);
        return at(Fields.typeOf(owner, "blockHit"), "blockPos", hit);
    }

    /** Reads a {@code BlockPos} of a part of the packet. */
    private static ActionReader at(Class<?> partType, String position, ObjectField part) {
        ObjectField pos = Fields.objectField(partType, position, Object.class);
        Class<?> posType = Fields.typeOf(partType, position);
        IntField x = Fields.intField(posType, "x");
        IntField y = Fields.intField(posType, "y");
        IntField z = Fields.intField(posType, "z");
        return (packet, playerId, to) -> {
            Object at = pos.get(part.get(packet));
            to.acted(playerId, x.get(at), y.get(at), z.get(at));
        };
    }
}
