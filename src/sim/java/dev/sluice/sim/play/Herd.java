package dev.sluice.sim.play;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The creatures that the server tracks for one player. Confined to one player's simulation. */
final class Herd {

    private static final double TRACKED_BLOCKS = 64;

    /** How many go and come when the player enters another chunk. */
    private static final int CHANGE = 3;

    private final SplittableRandom random;
    private final List<Creature> creatures = new ArrayList<>();
    private final Map<Integer, Creature> byId = new HashMap<>();
    private int nextId = 1;

    Herd(int size, SplittableRandom random) {
        this.random = random;
        for (int i = 0; i < size; i++) {
            double reach = TRACKED_BLOCKS * StrictMath.sqrt(random.nextDouble());
            add(0, 0, reach);
        }
    }

    List<Creature> all() {
        return creatures;
    }

    List<Creature> unannounced() {
        return creatures.stream().filter(creature -> !creature.announced).toList();
    }

    void written(int id) {
        Creature creature = byId.get(id);
        if (creature != null) {
            creature.written = true;
        }
    }

    /** The farthest leave, as many come at the edge. Returns those that left. */
    List<Creature> moveOn(PlayerPosition player) {
        creatures.sort(
                Comparator.<Creature>comparingDouble(creature -> creature.distanceSquared(player.x(), player.z()))
                        .thenComparingInt(creature -> creature.id));
        List<Creature> gone = new ArrayList<>();
        for (int i = 0; i < CHANGE && !creatures.isEmpty(); i++) {
            Creature farthest = creatures.removeLast();
            byId.remove(farthest.id);
            gone.add(farthest);
        }
        for (int i = 0; i < gone.size(); i++) {
            add(player.x(), player.z(), TRACKED_BLOCKS);
        }
        return gone;
    }

    private void add(double aroundX, double aroundZ, double distance) {
        double angle = random.nextDouble(2 * Math.PI);
        Creature creature = new Creature(
                nextId++,
                aroundX + distance * StrictMath.cos(angle),
                aroundZ + distance * StrictMath.sin(angle),
                random);
        creatures.add(creature);
        byId.put(creature.id, creature);
    }
}
