package dev.sluice.engine.packet;

import dev.sluice.engine.priority.Component;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What the client was told of one entity, against which an update is new (seed 000; TCP keeps the order, so that what was written
 * counts as acknowledged). Only of components that nothing but packets changes on the client, and whose equal values change nothing
 * there: attributes (and equipment, were it comparable). Heads are none: the client turns that of a creature with its body
 * (26.1.2, BodyRotationControl). Confined to the client's thread.
 */
final class Baseline {

    /** Stands for a value of which it is not known whether the client has it. */
    private static final Object UNKNOWN = new Object();

    private final long epoch;
    private final Map<Component, Map<Object, Object>> values = new EnumMap<>(Component.class);

    /** @param epoch the one in which it holds */
    Baseline(long epoch) {
        this.epoch = epoch;
    }

    /** Whether it still holds in an epoch. */
    boolean holdsIn(long present) {
        return epoch == present;
    }

    /** Values are about to be written. */
    void telling(StateUpdate.Indexed update) {
        Map<Object, Object> known = values.get(update.component());
        if (known != null) {
            update.values().keySet().forEach(index -> known.replace(index, UNKNOWN));
        }
    }

    /** Values were written. */
    void told(StateUpdate.Indexed update) {
        values.computeIfAbsent(update.component(), c -> new HashMap<>()).putAll(update.values());
    }

    /** Whether the client has all that an update says. */
    boolean knows(StateUpdate.Indexed update) {
        Map<Object, Object> known = values.getOrDefault(update.component(), Map.of());
        return update.values().entrySet().stream()
                .allMatch(entry -> entry.getValue().equals(known.get(entry.getKey())));
    }
}
