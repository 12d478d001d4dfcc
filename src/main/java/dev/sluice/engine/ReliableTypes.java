package dev.sluice.engine;

import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.schedule.NetworkProfile;
import java.util.Arrays;
import java.util.List;

/** A profile's reliable types, looked up by name once for each type. Confined to the client's thread. */
final class ReliableTypes {

    private static final byte RELIABLE = 1;
    private static final byte OTHER = 2;

    private final NetworkProfile profile;

    /** By the type's index; 0 is not known yet. */
    private byte[] known = new byte[0];

    ReliableTypes(NetworkProfile profile) {
        this.profile = profile;
    }

    /** Whether a message is of a reliable type, or is a bundle with a packet of one: servers send spawns in bundles. */
    boolean covers(Message message) {
        if (contains(message.type())) {
            return true;
        }
        List<MessageType> parts = message.parts();
        for (int i = 0; i < parts.size(); i++) {
            if (contains(parts.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean contains(MessageType type) {
        int index = type.index();
        if (index >= known.length) {
            known = Arrays.copyOf(known, index + 16);
        }
        if (known[index] == 0) {
            known[index] = profile.isReliable(type.name()) ? RELIABLE : OTHER;
        }
        return known[index] == RELIABLE;
    }
}
