package dev.sluice.oracle;

import java.util.ArrayList;
import java.util.List;

/** How entities come and go: with a removal before their id is used again, without one, and after a respawn has left them. */
final class EntityLives {

    private static final int NO_PLAYER = -1;

    private final Generator server;
    private final Contract contract;

    /** What is told of an entity with its spawn. */
    private final EntityEvents events;

    EntityLives(Generator server, EntityEvents events) {
        this.server = server;
        this.contract = server.contract;
        this.events = events;
    }

    void removeAll() {
        remove(ids(contract.live));
    }

    /** Most of them. */
    void removeSome() {
        List<Integer> ids = ids(contract.live);
        ids.removeIf(id -> server.oneIn(3));
        remove(ids);
    }

    private void remove(List<Integer> ids) {
        while (!ids.isEmpty()) {
            List<Integer> some = ids.subList(0, Math.min(ids.size(), 1 + server.below(8)));
            server.send(new ModelPacket.Remove(
                    some.stream().mapToInt(Integer::intValue).toArray()));
            some.clear();
        }
    }

    private static List<Integer> ids(boolean[] of) {
        List<Integer> ids = new ArrayList<>();
        for (int id = 0; id < of.length; id++) {
            if (of[id]) {
                ids.add(id);
            }
        }
        return ids;
    }

    void spawns(int count) {
        for (int i = 0; i < count; i++) {
            spawn(freeId());
        }
    }

    private void spawn(int id) {
        if (id == EntityEvents.NOBODY) {
            return;
        }
        spawn(id, server.oneIn(6) ? server.below(Places.PROFILES) : NO_PLAYER);
    }

    private void spawn(int id, int profile) {
        if (profile != NO_PLAYER) {
            server.send(new ModelPacket.InfoUpdate(new int[] {profile}));
        }
        ModelPacket spawn = spawnOf(id, profile);
        if (server.oneIn(4)) {
            server.send(spawn);
            server.send(events.metadata(id));
            return;
        }
        List<ModelPacket> parts = new ArrayList<>();
        parts.add(spawn);
        parts.add(events.metadata(id));
        if (server.oneIn(2)) {
            parts.add(events.attributes(id));
        }
        if (server.oneIn(2)) {
            parts.add(events.equipment(id));
        }
        if (server.oneIn(6) && id % 2 == 0) {
            parts.add(new ModelPacket.Passengers(id, events.riders()));
        }
        server.send(new ModelPacket.Bundle(parts));
    }

    /** The spawn of who looks like nobody. */
    ModelPacket plainSpawn(int id) {
        return spawnOf(id, NO_PLAYER);
    }

    private ModelPacket spawnOf(int id, int profile) {
        int dx = server.below(2 * contract.radius + 1) - contract.radius;
        int dz = server.below(2 * contract.radius + 1) - contract.radius;
        return new ModelPacket.Spawn(
                id,
                profile,
                events.block(contract.centreX + dx),
                64 + server.random.nextDouble(),
                events.block(contract.centreZ + dz),
                events.angle(),
                events.angle(),
                events.nextValue());
    }

    void removals() {
        int id = events.someone();
        int other = events.someone();
        if (contract.live[Math.max(0, id)]) {
            int[] riders = contract.ties.riders(id);
            boolean both = other != id && other != EntityEvents.NOBODY && contract.live[other];
            remove(both ? new int[] {id, other} : new int[] {id});
            events.placeThoseOff(riders);
        }
    }

    void spawnAndRemove() {
        int id = freeId();
        spawn(id);
        if (id != EntityEvents.NOBODY && contract.live[id]) {
            server.send(events.update(id));
            server.send(new ModelPacket.Remove(new int[] {id}));
        }
    }

    void removeAndSpawnAgain() {
        int id = events.someone();
        if (id != EntityEvents.NOBODY && contract.live[id]) {
            server.send(new ModelPacket.Remove(new int[] {id}));
            spawn(id);
            server.send(events.update(id));
        }
    }

    /** Who looks like a player goes and comes back with another id, as an NPC does whose skin changes. */
    void comeBack() {
        int profile = server.below(Places.PROFILES);
        int id = contract.wearer(profile);
        int next = freeId();
        if (next == EntityEvents.NOBODY) {
            return;
        }
        if (id != 0) {
            server.send(new ModelPacket.Remove(new int[] {id}));
        }
        spawn(next, profile);
        // It goes out at once and takes the spawn along, and what that follows.
        server.send(server.oneIn(2) ? new ModelPacket.Camera(next) : events.update(next));
    }

    /** A player, who may have just come, casts a fishing bobber, into another chunk or not, after it has reeled in the last one. */
    void cast() {
        int profile = server.below(Places.PROFILES);
        int next = freeId();
        if (next != EntityEvents.NOBODY && contract.wearer(profile) == 0) {
            spawn(next, profile);
        }
        int angler = contract.wearer(profile);
        int id = freeId();
        if (angler != 0 && id != EntityEvents.NOBODY) {
            int last = contract.ties.bobber(angler);
            if (last != Ties.NOBODY) {
                remove(last);
            }
            server.send(new ModelPacket.Bobber(
                    id,
                    angler,
                    events.block(contract.centreX + server.below(3) - 1),
                    64,
                    events.block(contract.centreZ + server.below(3) - 1)));
            if (server.oneIn(2)) {
                server.send(events.update(contract.live[id] ? id : angler));
            }
        }
    }

    /** By itself or as a bundle. */
    private void remove(int... ids) {
        ModelPacket removal = new ModelPacket.Remove(ids);
        server.send(server.oneIn(5) ? new ModelPacket.Bundle(List.of(removal)) : removal);
    }

    /** An id is used that another entity has: that goes without a removal. */
    void takeOver() {
        int id = events.someone();
        if (id != EntityEvents.NOBODY && contract.live[id]) {
            int[] riders = contract.ties.riders(id);
            spawn(id);
            server.send(events.update(id));
            if (server.oneIn(3)) {
                server.send(new ModelPacket.Remove(new int[] {id}));
            }
            events.placeThoseOff(riders);
        }
    }

    /** What a respawn has left is taken away late, by whoever has not forgotten it; some of it once its id is used again. */
    void removeLeft() {
        List<Integer> ids = ids(contract.left);
        ids.removeIf(id -> server.oneIn(2));
        for (int id : ids) {
            if (server.oneIn(2)) {
                spawn(id);
            }
        }
        remove(ids);
    }

    /** The lowest free id: ids come back soon. */
    int freeId() {
        int from = Contract.FIRST_ENTITY + (server.oneIn(3) ? server.below(30) : 0);
        for (int id = from; id <= Contract.LAST_ENTITY; id++) {
            if (!contract.live[id]) {
                return id;
            }
        }
        return EntityEvents.NOBODY;
    }
}
