package dev.sluice.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A hostile server: makes up a scenario from a seed. Each scenario has a mood of its own, the weights of what happens,
 * so that some are floods of chunks, some crowds of entities, some players who cannot stay where they are.
 */
final class Generator {

    /** Packets of a scenario, at least. */
    static final int PACKETS = 500;

    private static final int[] MOODS = {0, 0, 1, 1, 2, 4, 12};

    final SplittableRandom random;
    final Contract contract = new Contract();
    final List<Step> steps = new ArrayList<>();
    private final WorldEvents world;
    private final EntityEvents entities;
    private final SessionEvents session;
    private int packets;

    /** The engine comes after so many packets; at the beginning in most scenarios. */
    private final int packetsBefore;

    private Generator(long seed) {
        random = new SplittableRandom(seed);
        world = new WorldEvents(this);
        entities = new EntityEvents(this);
        session = new SessionEvents(this);
        packetsBefore = random.nextInt(10) == 0 ? 1 + random.nextInt(200) : 0;
    }

    /** The scenario of a seed: always the same. */
    static Scenario scenario(long seed) {
        return new Generator(seed).generate("seed " + seed);
    }

    private Scenario generate(String origin) {
        boolean byIndex = random.nextInt(4) != 0;
        int[] world0 = weights(WorldEvents.WEIGHTS);
        int[] entities0 = weights(EntityEvents.WEIGHTS);
        int[] session0 = weights(SessionEvents.WEIGHTS);
        int[] sum = {sum(world0), sum(entities0), sum(session0)};
        int perTick = 1 + random.nextInt(24);
        int hurry = random.nextInt(4);
        session.start();
        boolean enabled = packetsBefore == 0;
        while (packets < PACKETS) {
            if (!enabled && packets >= packetsBefore && contract.inPlay) {
                enabled = true;
                packets = 0;
                step(new Step.Enable());
            }
            int choice = random.nextInt(Math.max(1, sum[0] + sum[1] + sum[2]));
            if (choice < sum[0]) {
                world.happen(pick(world0, choice));
            } else if (choice < sum[0] + sum[1]) {
                entities.happen(pick(entities0, choice - sum[0]));
            } else {
                session.happen(pick(session0, Math.max(0, choice - sum[0] - sum[1])));
            }
            if (random.nextInt(perTick) == 0) {
                step(new Step.Advance(hurry == 0 ? 50 : 10 + random.nextInt(40), true));
            }
        }
        session.end();
        return new Scenario(origin, byIndex, steps);
    }

    /** Sends a packet if the contract allows it. */
    void send(ModelPacket packet) {
        step(new Step.Send(packet));
    }

    void step(Step step) {
        Step allowed = contract.allow(step);
        if (allowed == null) {
            return;
        }
        steps.add(allowed);
        if (allowed instanceof Step.Send(ModelPacket packet)) {
            packets += packet instanceof ModelPacket.Bundle(List<ModelPacket> parts) ? parts.size() : 1;
        }
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private int[] weights(int[] usual) {
        int[] weights = new int[usual.length];
        for (int i = 0; i < usual.length; i++) {
            weights[i] = usual[i] * MOODS[random.nextInt(MOODS.length)];
        }
        return weights;
    }

    private static int sum(int[] weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        return sum;
    }

    private static int pick(int[] weights, int choice) {
        int left = choice;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
