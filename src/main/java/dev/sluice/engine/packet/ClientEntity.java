package dev.sluice.engine.packet;

import dev.sluice.engine.priority.Component;
import dev.sluice.engine.priority.EntityMemory;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is held and known of one entity in one place, so that a packet looks it up once: the queue of its key, its held
 * updates, and what the client was told of it: the baseline against which an update is new (seed 000; TCP keeps the order, so
 * that what was written counts as acknowledged). Kept for components that nothing but packets changes on the client and
 * whose equal values change nothing: head, attributes, equipment. Confined to the client's thread.
 */
final class ClientEntity extends KeyQueue {

    private final int entityId;

    /** Where it is remembered. */
    private final int row;

    /** What is held of it in the class of entities; null if nothing is. */
    @Nullable
    HeldTarget held;

    /** Whether the server has taken it away; what is held of it still goes first. */
    private boolean removed;

    private @Nullable Object head;
    private @Nullable Map<Component, Map<Object, Object>> values;

    ClientEntity(int entityId, int row) {
        this.entityId = entityId;
        this.row = row;
        this.key = OrderingKey.entity(entityId);
    }

    /** Its row in {@link EntityMemory}. */
    int row() {
        return row;
    }

    int entityId() {
        return entityId;
    }

    boolean isRemoved() {
        return removed;
    }

    /** Begins anew: what was known of it was of another entity with the same id. */
    void begin(boolean nowRemoved) {
        removed = nowRemoved;
        forget();
    }

    /** The server speaks of it again. */
    void appear() {
        removed = false;
    }

    /** An update was written. */
    void told(StateUpdate update) {
        switch (update) {
            case StateUpdate.Absolute(Component component, Object value) -> {
                if (component == Component.HEAD) {
                    head = value;
                }
            }
            case StateUpdate.Indexed indexed -> {
                if (indexed.idempotent()) {
                    baseline(indexed.component()).putAll(indexed.values());
                }
            }
            case StateUpdate.Partial partial -> forget();
            case StateUpdate.Move move -> {}
            case StateUpdate.Place place -> {}
        }
    }

    /** Whether the client already has what an update says. */
    boolean knows(StateUpdate update) {
        return switch (update) {
            case StateUpdate.Absolute(Component component, Object value) ->
                component == Component.HEAD && value != null && value.equals(head);
            case StateUpdate.Indexed indexed -> indexed.idempotent() && knowsAll(indexed);
            case StateUpdate.Partial partial -> false;
            case StateUpdate.Move move -> false;
            case StateUpdate.Place place -> false;
        };
    }

    /** The client may have anything: something was written of which the engine does not know what it does. */
    void forget() {
        head = null;
        values = null;
    }

    private boolean knowsAll(StateUpdate.Indexed update) {
        Map<Object, Object> known = values == null ? null : values.get(update.component());
        if (known == null) {
            return false;
        }
        for (Map.Entry<Object, Object> entry : update.values().entrySet()) {
            if (!entry.getValue().equals(known.get(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }

    private Map<Object, Object> baseline(Component component) {
        Map<Component, Map<Object, Object>> known = values == null ? new EnumMap<>(Component.class) : values;
        values = known;
        return known.computeIfAbsent(component, c -> new HashMap<>());
    }
}
