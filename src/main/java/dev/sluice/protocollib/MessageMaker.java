package dev.sluice.protocollib;

import dev.sluice.engine.packet.EditPlace;
import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the messages of one packet class. */
final class MessageMaker {

    private final MessageType type;
    private final WorldEffect effect;

    MessageMaker(MessageType type, WorldEffect effect) {
        this.type = type;
        this.effect = effect;
    }

    /** Makes the same messages in another class. */
    MessageMaker servedIn(MessagePriority other) {
        return new MessageMaker(type.servedIn(other), effect);
    }

    /** Something about the player that is never held. */
    Message telling(Observation observation, Message.Key... keys) {
        return of(Target.StreamTarget.PLAYER, List.of(keys), null, 0, observation);
    }

    Message of(Target target, List<Message.Key> keys, @Nullable StateUpdate update, int sizeBytes) {
        return of(target, keys, update, sizeBytes, null);
    }

    Message of(
            Target target,
            List<Message.Key> keys,
            @Nullable StateUpdate update,
            int sizeBytes,
            @Nullable Observation observation) {
        return new Message(type, target, keys, update, effect, sizeBytes, observation);
    }

    /** Something about the blocks at a place. */
    Message edit(Target target, List<Message.Key> keys, int sizeBytes, EditPlace place) {
        return new Message(type, target, keys, null, effect, sizeBytes, null, place);
    }

    static Message.Key exclusive(long key) {
        return new Message.Key(key, KeyMode.EXCLUSIVE);
    }

    static Message.Key shared(long key) {
        return new Message.Key(key, KeyMode.SHARED);
    }
}
