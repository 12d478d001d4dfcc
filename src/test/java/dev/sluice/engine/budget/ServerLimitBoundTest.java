package dev.sluice.engine.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What members go by, summed at every moment: each learns of its share at its own ticks only. */
final class ServerLimitBoundTest {

    private static final long LIMIT = 1_000_003;
    private static final long MILLI = 1_000_000;

    /** A busy session asks every tick, an idle one less often. */
    private static final int[] ASKS_EVERY_MILLIS = {10, 50, 50, 50, 250};

    private static final class Client {

        final RateCap cap;
        final int everyMillis;
        long asksAtMillis;
        long demand;

        /** What it goes by, since when. */
        long rate;

        Client(RateCap cap, int everyMillis, long asksAtMillis, long demand) {
            this.cap = cap;
            this.everyMillis = everyMillis;
            this.asksAtMillis = asksAtMillis;
            this.demand = demand;
        }
    }

    @Test
    void allowed_randomTicksJoinsAndDemands_sumNeverExceedsTheLimit() {
        for (long seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long start = random.nextBoolean() ? 0 : Long.MAX_VALUE - 3_000 * MILLI;
            ServerLimit limit = new ServerLimit(LIMIT, start);
            List<Client> clients = new ArrayList<>();
            double sent = 0;
            double mayBeSent = 0;
            for (int millis = 0; millis < 8_000; millis++) {
                if (random.nextInt(200) == 0 && clients.size() < 40) {
                    clients.add(joined(limit, random, start, millis));
                }
                if (random.nextInt(400) == 0 && !clients.isEmpty()) {
                    clients.remove(random.nextInt(clients.size())).cap.leave();
                }
                for (Client client : clients) {
                    if (random.nextInt(300) == 0) {
                        client.demand = demand(random);
                    }
                    if (client.asksAtMillis == millis) {
                        ask(client, start + millis * MILLI);
                    }
                }
                String where = "seed " + seed + ", ms " + millis;
                long waiting =
                        clients.stream().filter(client -> client.rate == 1).count();
                long sum = clients.stream().mapToLong(client -> client.rate).sum();
                assertTrue(sum - waiting <= LIMIT, () -> where + ": " + sum);
                assertEquals(sum, limit.inForce(), where);
                sent += sum / 1_000.0;
                mayBeSent += (LIMIT + waiting) / 1_000.0;
                assertTrue(sent <= mayBeSent, where);
            }
        }
    }

    @Test
    void allowed_demandsThatStay_divideTheWholeLimitWithinASecond() {
        for (long seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ServerLimit limit = new ServerLimit(LIMIT, 0);
            List<Client> clients = new ArrayList<>();
            int count = 1 + random.nextInt(20);
            for (int i = 0; i < count; i++) {
                clients.add(joined(limit, random, 0, 0));
            }
            clients.getFirst().demand = 10 * LIMIT;
            for (int millis = 0; millis < 1_000; millis++) {
                for (Client client : clients) {
                    if (client.asksAtMillis == millis) {
                        ask(client, millis * MILLI);
                    }
                }
            }
            assertTrue(limit.inForce() > LIMIT - count, "seed " + seed + ": " + limit.inForce() + " of " + LIMIT);
        }
    }

    private static Client joined(ServerLimit limit, SplittableRandom random, long start, int millis) {
        int every = ASKS_EVERY_MILLIS[random.nextInt(ASKS_EVERY_MILLIS.length)];
        Client client = new Client(limit.join(), every, millis + random.nextInt(every), demand(random));
        // A session asks as soon as it is made.
        client.rate = client.cap.allowed(0, start + millis * MILLI);
        return client;
    }

    private static void ask(Client client, long nowNanos) {
        client.rate = client.cap.allowed(client.demand, nowNanos);
        client.asksAtMillis += client.everyMillis;
    }

    private static long demand(SplittableRandom random) {
        return random.nextInt(3) == 0 ? 0 : random.nextLong(2 * LIMIT);
    }
}
