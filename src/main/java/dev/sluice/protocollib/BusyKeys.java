package dev.sluice.protocollib;

import dev.sluice.engine.packet.LifecycleRole;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import java.util.HashMap;
import java.util.Map;

/** How many messages that were taken and not yet sent take part in each key. Under the lock of its {@link FallbackRelay}. */
final class BusyKeys {

    private final Map<Long, Integer> counts = new HashMap<>();

    /** How many of them remove entities. These do not name the UUIDs that become free, so each stands for all. */
    private int removals;

    /** Whether such a message shares a key with this one. */
    boolean isAny(Message message) {
        for (Message.Key key : message.keys()) {
            if (counts.containsKey(key.key()) || (removals > 0 && OrderingKey.isProfile(key.key()))) {
                return true;
            }
        }
        return false;
    }

    /** A message was taken. */
    void more(Message message) {
        add(message, 1);
    }

    /** A message that was taken is sent, or not needed. */
    void less(Message message) {
        add(message, -1);
    }

    void clear() {
        counts.clear();
        removals = 0;
    }

    private static boolean removesEntities(Message message) {
        Observation told = message.observation();
        return message.type().role() == LifecycleRole.ENTITY_REMOVE || (told != null && told.removesAny());
    }

    private void add(Message message, int by) {
        removals += removesEntities(message) ? by : 0;
        for (Message.Key key : message.keys()) {
            counts.merge(key.key(), by, (a, b) -> a + b == 0 ? null : a + b);
        }
    }
}
