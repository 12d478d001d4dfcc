package dev.sluice.engine;

import dev.sluice.engine.packet.LifecycleRole;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;

/**
 * What the player rides by what the client is told. A client ignores where it is put while it rides, so that what lets go of its
 * player must not wait; and what the server knows of that is a look a tick. Confined to the client's thread.
 */
final class OwnRide {

    private int vehicle = ClientSession.NO_ENTITY;

    /** The vehicle's entity id; {@link ClientSession#NO_ENTITY} for none. */
    int vehicle() {
        return vehicle;
    }

    /** Follows what a message tells of a player with this entity id. */
    void follow(Observation observation, int own) {
        if (observation instanceof Observation.Mounted mounted) {
            if (mounted.passengerIds().contains(own)) {
                vehicle = mounted.vehicleId();
            } else if (mounted.vehicleId() == vehicle) {
                leave();
            }
        } else if (observation.spawns(vehicle)
                || (observation instanceof Observation.EntitiesRemoved removed
                        && removed.entityIds().contains(vehicle))) {
            leave();
        }
    }

    /** Follows a removal. */
    void follow(Message message) {
        if (message.type().role() == LifecycleRole.ENTITY_REMOVE && message.hasKey(OrderingKey.entity(vehicle))) {
            leave();
        }
    }

    /** The player rides nothing any more, as after it has appeared anew. */
    void leave() {
        vehicle = ClientSession.NO_ENTITY;
    }
}
