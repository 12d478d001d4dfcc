package dev.sluice.engine;

import dev.sluice.engine.adapt.NetworkHealth;
import dev.sluice.engine.adapt.SimulatedLink;
import java.util.SplittableRandom;

/** A session whose packets a link of some rate and round trip carries, and a server that sends to it. */
final class LinkedClient {

    /** Entities whose heads turn. */
    static final int ENTITIES = 5;

    private static final int STEP_MILLIS = 10;

    /**
     * A link, and what is sent over it.
     *
     * @param bytesPerSecond the link's rate
     * @param rttMillis its round trip without queues
     * @param budgetBytesPerSecond what the session takes it for
     * @param chunkBytes the size of a chunk
     * @param busy whether there are always chunks to send
     */
    record Plan(long bytesPerSecond, int rttMillis, long budgetBytesPerSecond, int chunkBytes, boolean busy) {

        /** A link of 4 KB/s to 4 MB/s whose budget is a third to one and a half of its rate. */
        static Plan random(SplittableRandom random, int longestMessageMillis) {
            long rate = (long) (4_000 * Math.pow(1_000, random.nextDouble()));
            return new Plan(
                    rate,
                    5 + random.nextInt(800),
                    (long) (rate * (0.3 + 1.2 * random.nextDouble())),
                    Math.clamp(rate * longestMessageMillis / 1_000, 200, 26_000),
                    random.nextBoolean());
        }
    }

    final FakeTicker ticker = new FakeTicker();
    final SimulatedLink link;
    final SessionFixture client;
    private final long start = ticker.nanos();
    private final SplittableRandom random;
    private final Plan plan;
    private long millis;
    private int chunks;
    private int lines;
    private final int[] turns = new int[ENTITIES];

    LinkedClient(Plan plan, SplittableRandom random) {
        this.plan = plan;
        this.random = random;
        this.link = new SimulatedLink(() -> ticker.nanos() - start, plan.bytesPerSecond(), plan.rttMillis());
        this.client = new SessionFixture(SessionFixture.rate(plan.budgetBytesPerSecond()), link, ticker);
        client.sink.carrier = link::carry;
    }

    NetworkHealth health() {
        return client.session.getHealth();
    }

    /** A step of time, in which the server sends what it has to send. */
    void live() {
        if (millis % 50 == 0) {
            turn(random.nextInt(ENTITIES));
            if (plan.busy() && client.session.stats().heldMessages() < 50) {
                client.send(TestPacket.chunk(chunks++, 0, plan.chunkBytes()));
            }
        }
        if (millis % 1_000 == 0) {
            client.send(TestPacket.chat("line " + lines++, 90));
        }
        idle();
    }

    /** A step of time, in which the server has nothing to send. */
    void idle() {
        millis += STEP_MILLIS;
        client.run(STEP_MILLIS);
        link.deliver(STEP_MILLIS * 1_000_000L, client.session::confirmed);
    }

    /** Turns an entity's head once more. */
    void turn(int entity) {
        client.send(TestPacket.head(entity, head(entity, ++turns[entity])));
    }

    /** What was sent last of an entity; null for nothing. */
    String newest(int entity) {
        return head(entity, turns[entity]);
    }

    /** The time so far. */
    long millis() {
        return millis;
    }

    private static String head(int entity, int turn) {
        return "head " + entity + " " + turn;
    }
}
