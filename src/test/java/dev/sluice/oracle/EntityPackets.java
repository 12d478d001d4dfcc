package dev.sluice.oracle;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What packets about entities do to a client. What is told of an entity that it does not know is lost. */
final class EntityPackets {

    private final ModelClient client;

    EntityPackets(ModelClient client) {
        this.client = client;
    }

    void accept(int serial, ModelPacket packet, boolean equipmentIsState) {
        switch (packet) {
            case ModelPacket.Spawn spawn -> spawn(serial, spawn);
            case ModelPacket.Bobber(int id, int angler, double x, double y, double z) -> {
                remove(id);
                ModelEntity owner = client.entities[angler];
                if (owner != null && owner.profile >= 0) {
                    ModelEntity entity = new ModelEntity(id, serial);
                    entity.place(x, y, z);
                    entity.angler = angler;
                    owner.bobber = id;
                    client.entities[id] = entity;
                }
            }
            case ModelPacket.Remove(int[] ids) -> {
                for (int id : ids) {
                    remove(id);
                }
            }
            case ModelPacket.Move move -> {
                ModelEntity entity = entity(move.id(), serial, packet);
                if (entity != null) {
                    entity.move(move);
                }
            }
            case ModelPacket.Sync(int id, double x, double y, double z, int yaw, int pitch, boolean ground) -> {
                ModelEntity entity = entity(id, serial, packet);
                if (entity != null) {
                    entity.place(x, y, z);
                    entity.yaw = yaw;
                    entity.pitch = pitch;
                    entity.ground = ground;
                }
            }
            case ModelPacket.Teleport teleport -> {
                ModelEntity entity = entity(teleport.id(), serial, packet);
                if (entity != null) {
                    entity.teleport(teleport, serial);
                    entity.fact(serial);
                }
            }
            case ModelPacket.Head(int id, int yaw) -> {
                ModelEntity entity = entity(id, serial, packet);
                if (entity != null) {
                    entity.head = yaw;
                }
            }
            case ModelPacket.Motion(int id, int value) -> {
                ModelEntity entity = entity(id, serial, packet);
                if (entity != null) {
                    entity.motionSerial = serial;
                }
            }
            case ModelPacket.Metadata(int id, int[] values) -> {
                ModelEntity entity = entity(id, serial, packet);
                if (entity != null) {
                    ModelEntity.set(entity.metadata, values);
                }
            }
            case ModelPacket.Attributes(int id, int[] values) -> {
                ModelEntity entity = entity(id, serial, packet);
                if (entity != null) {
                    ModelEntity.set(entity.attributes, values);
                }
            }
            case ModelPacket.Equipment(int id, int[] values) -> {
                ModelEntity entity = entity(id, serial, packet);
                if (entity != null) {
                    ModelEntity.set(entity.equipment, values);
                    if (!equipmentIsState) {
                        entity.fact(serial);
                    }
                }
            }
            case ModelPacket.Passengers(int vehicle, int[] passengers) -> passengers(serial, vehicle, passengers);
            case ModelPacket.EntityEvent(int id, int value) -> {
                ModelEntity entity = entity(id, serial, packet);
                if (entity != null) {
                    entity.fact(serial);
                }
            }
            case ModelPacket.Leash(int id, int holder) -> fact(serial, id);
            case ModelPacket.PickUp(int item, int by) -> {
                fact(serial, item);
                fact(serial, by);
            }
            case ModelPacket.Animate(int id) -> entity(id, serial, packet);
            case ModelPacket.EntitySound(int id) -> entity(id, serial, packet);
            case ModelPacket.Damage(int victim, int attacker) -> entity(victim, serial, packet);
            case ModelPacket.Camera(int id) -> {
                client.immediate(serial);
                entity(id, serial, packet);
            }
            default -> throw new IllegalArgumentException("not about an entity: " + packet);
        }
    }

    private void spawn(int serial, ModelPacket.Spawn spawn) {
        if (spawn.profile() >= 0 && !client.chat.isListed(spawn.profile())) {
            client.violation("spawn #" + serial + " of unlisted player " + spawn.profile());
            return;
        }
        remove(spawn.id());
        if (spawn.profile() >= 0 && isThere(spawn.profile())) {
            client.violation("spawn #" + serial + " is ignored: player " + spawn.profile() + " is there");
            return;
        }
        ModelEntity entity = new ModelEntity(spawn.id(), serial);
        entity.spawn(spawn);
        client.entities[spawn.id()] = entity;
    }

    /** A client takes no entity whose UUID it has. */
    private boolean isThere(int profile) {
        return Arrays.stream(client.entities).anyMatch(entity -> entity != null && entity.profile == profile);
    }

    /** Removes an entity as another one of its id does that takes its place, the player's own after a respawn as well. */
    void remove(int id) {
        ModelEntity entity = client.entities[id];
        if (entity == null) {
            return;
        }
        client.entities[id] = null;
        dismount(entity);
        dismountAll(entity);
        for (ModelEntity other : client.entities) {
            if (other != null && other.angler == id) {
                remove(other.id);
            }
        }
        // With any bobber the client forgets which one its owner has out.
        ModelEntity owner = entity.angler == ModelEntity.NOBODY ? null : client.entities[entity.angler];
        if (owner != null) {
            owner.bobber = ModelEntity.NOBODY;
        }
    }

    private void passengers(int serial, int vehicleId, int[] passengers) {
        ModelEntity vehicle = client.entities[vehicleId];
        if (vehicle == null) {
            // It was removed before it was ever shown.
            return;
        }
        dismountAll(vehicle);
        vehicle.fact(serial);
        for (int id : passengers) {
            ModelEntity passenger = client.entities[id];
            if (passenger != null) {
                dismount(passenger);
                passenger.mount(vehicleId);
                int[] more = java.util.Arrays.copyOf(vehicle.passengers, vehicle.passengers.length + 1);
                more[more.length - 1] = id;
                vehicle.passengers = more;
            }
        }
    }

    private void dismount(ModelEntity passenger) {
        ModelEntity vehicle = passenger.vehicle == ModelEntity.NOBODY ? null : client.entities[passenger.vehicle];
        passenger.vehicle = ModelEntity.NOBODY;
        if (vehicle != null) {
            vehicle.passengers = java.util.Arrays.stream(vehicle.passengers)
                    .filter(id -> id != passenger.id)
                    .toArray();
        }
    }

    private void dismountAll(ModelEntity vehicle) {
        for (int id : vehicle.passengers) {
            ModelEntity passenger = client.entities[id];
            if (passenger != null) {
                passenger.vehicle = ModelEntity.NOBODY;
            }
        }
        vehicle.passengers = new int[0];
    }

    private void fact(int serial, int id) {
        ModelEntity entity = client.entities[id];
        if (entity != null) {
            entity.fact(serial);
        }
    }

    private @Nullable ModelEntity entity(int id, int serial, ModelPacket packet) {
        ModelEntity entity = client.entities[id];
        if (entity == null && client.mustKnow(id, serial)) {
            client.violation("told of unknown entity: " + StepText.write(packet));
        }
        return entity;
    }
}
