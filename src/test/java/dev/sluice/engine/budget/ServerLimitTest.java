package dev.sluice.engine.budget;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ServerLimitTest {

    private static final long PERIOD = ServerLimit.PERIOD_MILLIS * 1_000_000;

    @Test
    void shares_randomDemands_equalFillingByteByByte() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            long limit = random.nextInt(400);
            long[] demands = random.longs(1 + random.nextInt(8), 0, 120).toArray();
            assertArrayEquals(filled(limit, demands), MaxMinShares.of(limit, demands), "seed " + seed);
        }
    }

    @Test
    void join_betweenDivisions_keepsTheSumWithinTheLimit() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            long now = Long.MAX_VALUE - 2 * PERIOD;
            ServerLimit limit = new ServerLimit(1_000_003, now);
            List<RateCap> members = new ArrayList<>();
            for (int step = 0; step < 60; step++) {
                int choice = random.nextInt(4);
                if (choice == 0 || members.isEmpty()) {
                    members.add(limit.join());
                } else if (choice == 1) {
                    members.remove(random.nextInt(members.size())).leave();
                } else {
                    now += random.nextLong(PERIOD);
                    members.get(random.nextInt(members.size())).allowed(random.nextLong(900_000), now);
                }
                assertTrue(limit.allowedSum() <= 1_000_003, "seed " + seed + ", step " + step);
            }
        }
    }

    @Test
    void allowed_oneIdleOneBacklogged_givesTheRestToTheOther() {
        ServerLimit limit = new ServerLimit(100_000, 0);
        RateCap idle = limit.join();
        RateCap busy = limit.join();
        assertEquals(50_000, busy.allowed(500_000, 1));
        assertEquals(95_000, busy.allowed(500_000, PERIOD));
        assertEquals(5_000, idle.allowed(0, PERIOD));
    }

    @Test
    void allowed_noLimit_isUnbounded() {
        ServerLimit limit = new ServerLimit(ServerLimit.NONE, 0);
        assertEquals(ServerLimit.NONE, limit.join().allowed(7, PERIOD));
    }

    @Test
    void allowed_fromManyThreads_keepsTheSumWithinTheLimit() throws Exception {
        int threads = 4;
        ServerLimit limit = new ServerLimit(1_000_000, 0);
        CyclicBarrier start = new CyclicBarrier(threads);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Boolean>> runs = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int seed = t;
                runs.add(pool.submit(() -> {
                    Random random = new Random(seed);
                    boolean kept = true;
                    start.await();
                    for (int i = 0; i < 500; i++) {
                        RateCap member = limit.join();
                        member.allowed(random.nextLong(2_000_000), i * PERIOD);
                        kept &= limit.allowedSum() <= 1_000_000;
                        member.leave();
                    }
                    return kept;
                }));
            }
            for (Future<Boolean> run : runs) {
                assertTrue(run.get());
            }
        }
        assertEquals(0, limit.allowedSum());
    }

    /** Raises a common level by one byte a second as long as that fits. */
    private static long[] filled(long limit, long[] demands) {
        long level = 0;
        while (level < 200 && sumAt(level + 1, demands) <= limit) {
            level++;
        }
        long reached = level;
        return LongStream.of(demands).map(demand -> Math.min(demand, reached)).toArray();
    }

    private static long sumAt(long level, long[] demands) {
        return LongStream.of(demands).map(demand -> Math.min(demand, level)).sum();
    }
}
