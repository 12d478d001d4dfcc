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

    /**
     * How many of them concern entities that they do not name, by a UUID that becomes free or as those who ride no more: each
     * stands for all. What need not have waited for it goes at the end of the tick at the latest.
     */
    private int concerningUnnamed;

    /** Whether such a message shares a key with this one. */
    boolean isAny(Message message) {
        for (Message.Key key : message.keys()) {
            if (counts.containsKey(key.key()) || (concerningUnnamed > 0 && isOfEntities(key.key()))) {
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
        concerningUnnamed = 0;
    }

    private static boolean isOfEntities(long key) {
        return OrderingKey.isProfile(key) || OrderingKey.isEntity(key);
    }

    /** A spawn takes the place of an entity that had its id. */
    private static boolean concernsUnnamed(Message message) {
        Observation told = message.observation();
        return message.type().role() == LifecycleRole.ENTITY_REMOVE
                || (told != null
                        && (told.removesAny()
                                || told.spawnsAny()
                                || !told.mounts().isEmpty()));
    }

    private void add(Message message, int by) {
        concerningUnnamed += concernsUnnamed(message) ? by : 0;
        for (Message.Key key : message.keys()) {
            counts.merge(key.key(), by, (a, b) -> a + b == 0 ? null : a + b);
        }
    }
}
