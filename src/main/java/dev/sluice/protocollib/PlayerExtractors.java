package dev.sluice.protocollib;

import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.Target;
import dev.sluice.protocollib.Fields.ObjectField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Extractors for the player list and for what its players say. Who appears, who speaks and what the list shows are ordered apart: a
 * player's spawn may wait for a held chunk for as long as that takes, and what waits for the spawn must not keep chat waiting.
 */
final class PlayerExtractors {

    /** What a change of the player list concerns. */
    private record Concerns(boolean spawns, boolean lines, boolean list, boolean modes) {
        static final Concerns ALL = new Concerns(true, true, true, true);
    }

    /** Tells what an update of the player list concerns. */
    @FunctionalInterface
    private interface Reading {
        Concerns of(Object packet);
    }

    private final MessageMaker messages;
    private final Class<?> owner;

    PlayerExtractors(MessageMaker messages, Class<?> owner) {
        this.messages = messages;
        this.owner = owner;
    }

    /** Profiles that leave the list: after their spawns, their lines and all that the list was to show of them. */
    Extractor leaving(String list) {
        ObjectField ids = Fields.objectField(owner, list, List.class);
        Observation told = new Observation.Unlisted();
        return packet -> profiles((List<?>) ids.get(packet), element -> element, Concerns.ALL, told);
    }

    Extractor update(PacketShape.ProfileEntries shape) {
        ObjectField entries = Fields.objectField(owner, shape.list(), List.class);
        ObjectField profile = Fields.objectField(Fields.nested(owner, shape.element()), shape.id(), UUID.class);
        Reading concerns = concerns(shape.actions());
        Observation modes = new Observation.ModesTold();
        return packet -> {
            Concerns of = concerns.of(packet);
            return profiles((List<?>) entries.get(packet), profile, of, of.modes() ? modes : null);
        };
    }

    /** A signed line is in order with all chat, and behind what lets the client check it. */
    Extractor line(String senderName) {
        ObjectField sender = Fields.objectField(owner, senderName, UUID.class);
        Message.Key chat = MessageMaker.exclusive(OrderingKey.CHAT);
        return packet -> messages.of(
                Target.StreamTarget.CHAT,
                List.of(chat, MessageMaker.shared(OrderingKey.speaker((UUID) sender.get(packet)))),
                null,
                0);
    }

    private Reading concerns(@Nullable String actionsName) {
        if (actionsName == null) {
            return packet -> Concerns.ALL;
        }
        ObjectField actions = Fields.objectField(owner, actionsName, Set.class);
        Class<?> action = Fields.elementOf(owner, actionsName);
        Object add = Fields.constant(action, "ADD_PLAYER");
        Object startSession = Fields.constant(action, "INITIALIZE_CHAT");
        Object mode = Fields.constant(action, "UPDATE_GAME_MODE");
        return packet -> {
            Set<?> read = (Set<?>) actions.get(packet);
            boolean adds = read.contains(add);
            boolean starts = read.contains(startSession);
            boolean onlyStarts = starts && read.size() == 1;
            return new Concerns(adds, adds || starts, !onlyStarts, adds || read.contains(mode));
        };
    }

    private Message profiles(List<?> elements, ObjectField idOf, Concerns concerns, @Nullable Observation observation) {
        List<Message.Key> keys = new ArrayList<>();
        keys.add(MessageMaker.shared(OrderingKey.PLAYER_LIST));
        for (Object element : elements) {
            UUID id = (UUID) idOf.get(element);
            if (concerns.spawns()) {
                keys.add(MessageMaker.exclusive(OrderingKey.profile(id)));
            }
            if (concerns.lines()) {
                keys.add(MessageMaker.exclusive(OrderingKey.speaker(id)));
            }
            if (concerns.list()) {
                keys.add(MessageMaker.exclusive(OrderingKey.listing(id)));
            }
        }
        return messages.of(Target.StreamTarget.INTERFACE, keys, null, 0, observation);
    }
}
