package dev.sluice.engine;

import dev.sluice.engine.packet.LifecycleRole;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.Observation;

/**
 * What the player rides by what the client is told. A client ignores where it is put while it rides, so that what lets go of its
 * player must not wait; and what the server knows of that is a look a tick. Confined to the client's thread.
 */
final class OwnRide {

    private static final int[] NO_OTHERS = {};

    private int vehicle = ClientSession.NO_ENTITY;

    /** The vehicle once the present message was counted: what lets go of the player is still about its vehicle. */
    private int nextVehicle = ClientSession.NO_ENTITY;

    /** Another message is about to be judged. */
    void next() {
        vehicle = nextVehicle;
    }

    /** Whether a message is about the vehicle. */
    boolean concerns(Message message) {
        return vehicle != ClientSession.NO_ENTITY && message.isAbout(vehicle, NO_OTHERS);
    }

    /** Follows what a message tells of a player with this entity id. */
    void follow(Observation observation, int own) {
        if (observation instanceof Observation.Mounted mounted) {
            if (mounted.passengerIds().contains(own)) {
                nextVehicle = mounted.vehicleId();
            } else if (mounted.vehicleId() == nextVehicle) {
                leave();
            }
        } else if (observation.spawns(nextVehicle)
                || (observation instanceof Observation.EntitiesRemoved removed
                        && removed.entityIds().contains(nextVehicle))) {
            leave();
        }
    }

    /** Follows a removal. */
    void follow(Message message) {
        if (message.type().role() == LifecycleRole.ENTITY_REMOVE && message.isAbout(nextVehicle, NO_OTHERS)) {
            leave();
        }
    }

    /** The player rides nothing any more, as after another world has begun. */
    void leave() {
        nextVehicle = ClientSession.NO_ENTITY;
    }
}
