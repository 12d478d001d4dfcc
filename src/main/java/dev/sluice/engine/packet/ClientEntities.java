package dev.sluice.engine.packet;

import dev.sluice.engine.priority.EntityMemory;
import org.jspecify.annotations.Nullable;

/** The entities of which packets were offered, and what the client knows of each. Confined to the client's thread. */
final class ClientEntities {

    private final LongMap<ClientEntity> byId = new LongMap<>();

    /** The last one that was asked for: a packet asks for its entity several times. */
    private @Nullable ClientEntity last;

    /** What is remembered of an entity, from now on if it is new. */
    EntityMemory remember(int entityId) {
        return entity(entityId).memory();
    }

    /** What is remembered of an entity; null if it is unknown. */
    @Nullable
    EntityMemory find(int entityId) {
        ClientEntity entity = known(entityId);
        return entity == null ? null : entity.memory();
    }

    /** Follows what the server says of an entity's place, whether it goes out now or later. */
    void offered(Message message) {
        StateUpdate state = message.state();
        if (state instanceof StateUpdate.Move move) {
            if (move.hasPosition()) {
                entity(move.entityId()).memory().moved(move.deltaX(), move.deltaY(), move.deltaZ());
            }
        } else if (state instanceof StateUpdate.Place place) {
            entity(place.entityId()).memory().placed(place.x(), place.y(), place.z());
        }
    }

    /** The entity appears at a place. */
    void spawned(Observation.EntitySpawned spawn) {
        last = null;
        ClientEntity fresh = new ClientEntity(spawn.entityId());
        fresh.memory().placed(spawn.x(), spawn.y(), spawn.z());
        byId.put(spawn.entityId(), fresh);
    }

    /** The server takes the entity away. */
    void removed(int entityId) {
        last = null;
        byId.remove(entityId);
    }

    /** Whether the client already has what a message of one entity says. */
    boolean knows(Message message) {
        StateUpdate state = message.state();
        boolean compared = state instanceof StateUpdate.Absolute || state instanceof StateUpdate.Indexed;
        if (!compared || message.keyCount() != 1 || !OrderingKey.isEntity(message.key(0))) {
            return false;
        }
        ClientEntity known = known(OrderingKey.entityId(message.key(0)));
        return state != null && known != null && known.knows(state);
    }

    /** Notes what was written. A fact of an entity may do anything to it. */
    void written(Message message, @Nullable StateUpdate state) {
        if (message.type().kind() == DeliveryKind.EPHEMERAL) {
            return;
        }
        for (int i = 0; i < message.keyCount(); i++) {
            if (OrderingKey.isEntity(message.key(i))) {
                ClientEntity known = known(OrderingKey.entityId(message.key(i)));
                if (known != null) {
                    tell(known, state);
                }
            }
        }
    }

    private static void tell(ClientEntity known, @Nullable StateUpdate state) {
        if (state == null) {
            known.forget();
        } else {
            known.told(state);
        }
    }

    void forgetAll() {
        last = null;
        byId.clear();
    }

    private ClientEntity entity(int entityId) {
        ClientEntity known = known(entityId);
        if (known == null) {
            known = new ClientEntity(entityId);
            byId.put(entityId, known);
            last = known;
        }
        return known;
    }

    private @Nullable ClientEntity known(int entityId) {
        ClientEntity known = last;
        if (known == null || known.memory().entityId() != entityId) {
            known = byId.get(entityId);
            last = known;
        }
        return known;
    }
}
