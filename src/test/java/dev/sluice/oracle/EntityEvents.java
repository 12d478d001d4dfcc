package dev.sluice.oracle;

import java.util.ArrayList;
import java.util.List;

/** What a hostile server does with entities. */
final class EntityEvents {

    /** How often each event happens, in the order of {@link #happen}. */
    static final int[] WEIGHTS = {50, 60, 60, 20, 20, 20, 14, 6, 16, 10, 8, 5, 12, 8, 4, 3, 5, 3, 4, 9};

    /** The id of no entity. */
    static final int NOBODY = -1;

    private final Generator server;
    private final Contract contract;
    private final EntityLives lives;
    private int nextValue = 1;

    EntityEvents(Generator server) {
        this.server = server;
        this.contract = server.contract;
        this.lives = new EntityLives(server, this);
    }

    void happen(int event) {
        switch (event) {
            case 0 -> lives.spawns(1 + server.below(4));
            case 1 -> moves(1 + server.below(20), 300);
            case 2 -> everyone();
            case 3 -> floodOfOne();
            case 4 -> metadataFlood();
            case 5 -> moves(1 + server.below(6), 20_000);
            case 6 -> lives.removals();
            case 7 -> lives.spawnAndRemove();
            case 8 -> ride();
            case 9 -> facts();
            case 10 -> ephemerals();
            case 11 -> stateBundle();
            case 12 -> teleports();
            case 13 -> lives.removeAndSpawnAgain();
            case 14 -> camera();
            case 15 -> ridden();
            case 16 -> lives.takeOver();
            case 17 -> lives.comeBack();
            case 18 -> lives.removeLeft();
            default -> lives.cast();
        }
    }

    /** Takes everyone away. */
    void removeAll() {
        lives.removeAll();
    }

    /** Takes most away, as a server does that knows nothing of what plugins have shown. */
    void removeSome() {
        lives.removeSome();
    }

    /** An id that nobody has; {@link #NOBODY} if all are taken. */
    int freeId() {
        return lives.freeId();
    }

    ModelPacket plainSpawn(int id) {
        return lives.plainSpawn(id);
    }

    /** A value that was not used before. */
    int nextValue() {
        return nextValue++;
    }

    private void moves(int count, int range) {
        for (int i = 0; i < count; i++) {
            int id = someone();
            if (id != NOBODY) {
                server.send(move(id, range));
            }
        }
    }

    private void everyone() {
        for (int id = 0; id < Places.ENTITIES; id++) {
            if (contract.live[id] && !server.oneIn(3)) {
                server.send(update(id));
            }
        }
    }

    private void floodOfOne() {
        int id = someone();
        for (int i = 0; id != NOBODY && i < 12; i++) {
            server.send(update(id));
        }
    }

    private void metadataFlood() {
        for (int i = 0; i < 6; i++) {
            int id = someone();
            if (id != NOBODY) {
                server.send(
                        switch (server.below(3)) {
                            case 0 -> attributes(id);
                            case 1 -> equipment(id);
                            default -> metadata(id);
                        });
            }
        }
    }

    ModelPacket update(int id) {
        return switch (server.below(10)) {
            case 0 -> sync(id);
            case 1 -> new ModelPacket.Head(id, angle());
            case 2 -> new ModelPacket.Motion(id, server.below(3));
            case 3 -> metadata(id);
            case 4 -> server.oneIn(2) ? attributes(id) : equipment(id);
            case 5 -> new ModelPacket.Move(id, 0, 0, 0, angle(), angle(), server.oneIn(2), false, true);
            default -> move(id, 300);
        };
    }

    private ModelPacket move(int id, int range) {
        boolean look = server.oneIn(2);
        return new ModelPacket.Move(
                id,
                delta(range),
                delta(range),
                delta(range),
                look ? angle() : 0,
                look ? angle() : 0,
                server.oneIn(2),
                true,
                look);
    }

    /** Some components do not move, some move there and back. */
    private int delta(int range) {
        return switch (server.below(5)) {
            case 0 -> 0;
            case 1 -> 100;
            case 2 -> -100;
            default -> server.below(2 * range) - range;
        };
    }

    private ModelPacket sync(int id) {
        return new ModelPacket.Sync(
                id,
                block(contract.centreX),
                server.oneIn(3) ? 64 : 64 + server.random.nextDouble(),
                block(contract.centreZ),
                angle(),
                angle(),
                server.oneIn(2));
    }

    private void teleports() {
        for (int i = 0; i < 3; i++) {
            int id = someone();
            if (id == NOBODY) {
                return;
            }
            if (server.oneIn(2)) {
                server.send(sync(id));
            } else {
                boolean relative = server.oneIn(2);
                double scale = relative ? 0.25 : 100;
                server.send(new ModelPacket.Teleport(
                        id, server.below(9) * scale, 64, server.below(9) * scale, nextValue++, relative));
            }
            if (server.oneIn(2)) {
                server.send(move(id, 300));
            }
        }
    }

    private void ride() {
        int vehicle = someone() & ~1;
        if (vehicle >= 0 && contract.live[vehicle]) {
            ride(vehicle, riders());
        }
    }

    private void ride(int vehicle, int[] riders) {
        for (int rider : riders) {
            int before = contract.ties.vehicle(rider);
            if (before > 0 && before != vehicle) {
                server.send(new ModelPacket.Passengers(before, contract.ties.ridersWithout(before, rider)));
            }
        }
        int[] before = contract.ties.riders(vehicle);
        server.send(new ModelPacket.Passengers(vehicle, riders));
        placeThoseOff(before);
    }

    /** Who rides no more is somewhere else, which is told soon. */
    void placeThoseOff(int[] riders) {
        for (int rider : riders) {
            if (!server.oneIn(3)) {
                server.send(server.oneIn(2) ? sync(rider) : move(rider, 300));
            }
        }
    }

    /** Riders have odd ids; some of them the client does not know. */
    int[] riders() {
        int count = server.below(3);
        int first = 1 + Contract.FIRST_ENTITY + 2 * server.below(20);
        int[] riders = new int[count];
        for (int i = 0; i < count; i++) {
            int known = someRider();
            riders[i] = i == 0 && known != NOBODY && !server.oneIn(4) ? known : first + 2 * i + 40 * (first / 100);
        }
        if (count == 2 && riders[0] == riders[1]) {
            riders = new int[] {riders[0]};
        }
        return riders;
    }

    /** A live entity that may ride others, now and then the player, or nobody. */
    private int someRider() {
        int start = server.below(24);
        int rider = server.oneIn(25) ? contract.ownId : NOBODY;
        for (int i = 0; rider == NOBODY && i < Places.ENTITIES; i += 2) {
            int id = (start + i | 1) % Places.ENTITIES;
            rider = contract.live[id] ? id : NOBODY;
        }
        return rider;
    }

    private void facts() {
        for (int i = 0; i < 3; i++) {
            int id = someone();
            if (id != NOBODY) {
                int other = someone();
                server.send(
                        server.oneIn(3) && other != id && other != NOBODY
                                ? ofBoth(id, other)
                                : new ModelPacket.EntityEvent(id, nextValue++));
                if (server.oneIn(2)) {
                    server.send(update(id));
                }
            }
        }
    }

    private ModelPacket ofBoth(int id, int other) {
        return server.oneIn(3) ? new ModelPacket.Leash(id, other) : new ModelPacket.PickUp(id, other);
    }

    private void ephemerals() {
        for (int i = 0; i < 4; i++) {
            int id = someone();
            if (id != NOBODY) {
                boolean seen = server.oneIn(2);
                boolean heard = seen && i % 2 == 1;
                server.send(
                        heard
                                ? new ModelPacket.EntitySound(id)
                                : seen ? new ModelPacket.Animate(id) : new ModelPacket.Damage(id, contract.ownId));
            }
        }
    }

    /** State in a bundle is no state to merge. */
    private void stateBundle() {
        int id = someone();
        if (id != NOBODY) {
            List<ModelPacket> parts = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                parts.add(server.oneIn(3) ? foreign() : update(id));
            }
            server.send(new ModelPacket.Bundle(parts));
            server.send(update(id));
        }
    }

    /** What a plugin may put into a bundle beside an entity's state. */
    private ModelPacket foreign() {
        return switch (server.below(4)) {
            case 0 -> new ModelPacket.SystemChat(nextValue++);
            case 1 ->
                new ModelPacket.Edit(
                        Math.clamp(contract.centreX, -16, 15),
                        Math.clamp(contract.centreZ, -16, 15),
                        server.below(16),
                        nextValue++,
                        0);
            case 2 -> new ModelPacket.Interface(nextValue++);
            default -> server.oneIn(3) ? new ModelPacket.KeepAlive(nextValue++) : new ModelPacket.Sound(nextValue++);
        };
    }

    private void camera() {
        int id = someone();
        if (id != NOBODY) {
            server.send(new ModelPacket.Camera(id));
        }
    }

    private void ridden() {
        int id = someone() & ~1;
        boolean rides = id >= Contract.FIRST_ENTITY && contract.live[id] && !server.oneIn(3);
        if (rides) {
            ride(id, new int[] {contract.ownId});
            if (server.oneIn(3)) {
                // Off again before anybody has looked, and elsewhere.
                ride(id, new int[0]);
                server.send(new ModelPacket.OwnPosition(contract.centreX, contract.centreZ));
                return;
            }
        }
        server.step(new Step.Vehicle(rides ? id : NOBODY));
    }

    ModelPacket metadata(int id) {
        return new ModelPacket.Metadata(id, values());
    }

    ModelPacket attributes(int id) {
        return new ModelPacket.Attributes(id, values());
    }

    ModelPacket equipment(int id) {
        return new ModelPacket.Equipment(id, values());
    }

    /** A few indices with a few values, so that equal ones come again. */
    private int[] values() {
        int first = server.below(6);
        return server.oneIn(2)
                ? new int[] {first, server.below(4)}
                : new int[] {first, server.below(4), first + 2, nextValue++};
    }

    int angle() {
        return server.below(8) * 16 - 64;
    }

    double block(int chunk) {
        int clamped = Math.clamp(chunk, -Places.SIDE / 2, Places.SIDE / 2 - 1);
        return clamped * 16 + server.random.nextDouble() * 15.9;
    }

    /** A live entity, now and then the player's own, or nobody. */
    int someone() {
        if (server.oneIn(25)) {
            return contract.ownId;
        }
        int start = server.below(24);
        for (int i = 0; i < Places.ENTITIES; i++) {
            int id = (start + i) % Places.ENTITIES;
            if (contract.live[id]) {
                return id;
            }
        }
        return NOBODY;
    }
}
