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
import java.util.concurrent.atomic.AtomicBoolean;
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
    void allowed_oneIdleOneBacklogged_givesTheRestToTheOtherOnceTheIdleOneWasCut() {
        ServerLimit limit = new ServerLimit(100_000, 0);
        RateCap idle = limit.join();
        RateCap busy = limit.join();
        assertEquals(50_000, idle.allowed(0, 1));
        assertEquals(50_000, busy.allowed(500_000, 1));
        assertEquals(50_000, busy.allowed(500_000, PERIOD));
        assertEquals(5_000, idle.allowed(0, PERIOD));
        assertEquals(95_000, busy.allowed(500_000, PERIOD + 1));
    }

    @Test
    void allowed_memberThatIsSilent_countsAsCut() {
        long start = Long.MAX_VALUE - PERIOD;
        ServerLimit limit = new ServerLimit(100_000, start);
        RateCap hung = limit.join();
        assertEquals(100_000, hung.allowed(500_000, start));
        RateCap busy = limit.join();
        for (long millis = 0; millis < ServerLimit.SILENT_MILLIS; millis += 50) {
            assertEquals(1, busy.allowed(500_000, start + millis * 1_000_000), "after " + millis + " ms");
        }
        assertEquals(50_000, busy.allowed(500_000, start + ServerLimit.SILENT_MILLIS * 1_000_000));
        assertEquals(50_000, hung.allowed(500_000, start + 2 * ServerLimit.SILENT_MILLIS * 1_000_000));
    }

    @Test
    void allowed_moreMembersThanBytesASecond_isOneEach() {
        ServerLimit limit = new ServerLimit(3, 0);
        for (int i = 0; i < 5; i++) {
            assertEquals(i < 1 ? 3 : 1, limit.join().allowed(100, i), "member " + i);
        }
    }

    @Test
    void leave_twice_givesTheShareBackOnce() {
        ServerLimit limit = new ServerLimit(100_000, 0);
        RateCap left = limit.join();
        left.allowed(500_000, 1);
        left.leave();
        left.leave();
        assertEquals(0, limit.inForce());
        assertEquals(100_000, limit.join().allowed(500_000, 2));
        assertEquals(ServerLimit.NONE, left.allowed(500_000, 3));
        assertEquals(100_000, limit.inForce());
    }

    @Test
    void reconfigure_toALimit_holdsOnceEveryMemberHasAsked() {
        ServerLimit limit = new ServerLimit(ServerLimit.NONE, 0);
        List<RateCap> members = List.of(limit.join(), limit.join(), limit.join());
        members.forEach(member -> assertEquals(ServerLimit.NONE, member.allowed(9, 1)));
        limit.reconfigure(90_000, 2);
        for (int round = 0; round < 2; round++) {
            for (RateCap member : members) {
                member.allowed(500_000, 3 + round * PERIOD);
            }
        }
        members.forEach(member -> assertEquals(30_000, member.allowed(500_000, 4 + PERIOD)));
        assertEquals(90_000, limit.inForce());
    }

    /** Without a limit nobody asks: it may go on sending as fast as it likes until it has heard of the new one. */
    @Test
    void reconfigure_toALimitThatAMemberHasNotHeardOf_countsIt() {
        ServerLimit limit = new ServerLimit(ServerLimit.NONE, 0);
        RateCap member = limit.join();
        long later = 10 * ServerLimit.SILENT_MILLIS * 1_000_000;
        limit.reconfigure(90_000, later);
        assertTrue(limit.inForce() > 90_000, () -> limit.inForce() + " B/s");
        member.allowed(500_000, later + 1);
        assertTrue(limit.inForce() <= 90_000, () -> limit.inForce() + " B/s");
    }

    @Test
    void allowed_loweredLimitThatOthersHaveNotHeardOf_isTheShare() {
        ServerLimit limit = new ServerLimit(900_000, 0);
        RateCap first = limit.join();
        RateCap second = limit.join();
        assertEquals(450_000, first.allowed(500_000, 1));
        assertEquals(450_000, second.allowed(500_000, 1));
        limit.reconfigure(90_000, 2);
        assertEquals(45_000, first.allowed(500_000, 3));
        assertEquals(45_000, second.allowed(500_000, 4));
        assertEquals(90_000, limit.inForce());
    }

    /** Nothing is known of what they want while there is none: one share is left for whoever joins. */
    @Test
    void allowed_newLimitThatOthersHaveNotHeardOf_isTheShare() {
        ServerLimit limit = new ServerLimit(ServerLimit.NONE, 0);
        RateCap asking = limit.join();
        RateCap busy = limit.join();
        assertEquals(ServerLimit.NONE, busy.allowed(500_000, 1));
        limit.reconfigure(90_000, 2);
        assertEquals(31_500, asking.allowed(500_000, 3));
    }

    @Test
    void allowed_noLimit_isUnbounded() {
        ServerLimit limit = new ServerLimit(ServerLimit.NONE, 0);
        assertEquals(ServerLimit.NONE, limit.join().allowed(7, PERIOD));
    }

    @Test
    void allowed_membersThatJoinLeaveAndAreReconfiguredByOtherThreads_keepTheSumWithinTheLimit() throws Exception {
        int threads = 4;
        long most = 1_000_000;
        ServerLimit limit = new ServerLimit(most, 0);
        CyclicBarrier start = new CyclicBarrier(threads + 1);
        AtomicBoolean joining = new AtomicBoolean(true);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads + 1)) {
            List<Future<Long>> runs = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int seed = t;
                runs.add(pool.submit(() -> joinAndLeave(limit, new Random(seed), start)));
            }
            Future<?> reconfiguring = pool.submit(() -> {
                start.await();
                for (int i = 0; joining.get(); i++) {
                    limit.reconfigure(most >> (i & 3), i);
                }
                return null;
            });
            for (Future<Long> run : runs) {
                assertTrue(run.get() <= most + threads, () -> "the largest sum in force");
            }
            joining.set(false);
            reconfiguring.get();
        }
        assertEquals(0, limit.inForce());
    }

    @Test
    void reconfigure_fromAndToNoneBesideMembers_endsWithTheLimitInForce() throws Exception {
        int threads = 4;
        ServerLimit limit = new ServerLimit(ServerLimit.NONE, 0);
        CyclicBarrier start = new CyclicBarrier(threads + 1);
        List<RateCap> members = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<RateCap>> runs = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                runs.add(pool.submit(() -> {
                    start.await();
                    RateCap member = limit.join();
                    for (int i = 0; i < 2_000; i++) {
                        if (i % 100 == 99) {
                            member.leave();
                            member = limit.join();
                        }
                        member.allowed(500_000, i);
                    }
                    return member;
                }));
            }
            start.await();
            for (int i = 0; i < 2_000; i++) {
                limit.reconfigure(i % 2 == 0 ? 1_000_000 : ServerLimit.NONE, i);
            }
            for (Future<RateCap> run : runs) {
                members.add(run.get());
            }
        }
        limit.reconfigure(1_000_000, 2_000);
        for (int round = 0; round < 4; round++) {
            long now = 2_000 + round * PERIOD;
            members.forEach(member -> member.allowed(500_000, now));
        }
        members.forEach(member -> assertEquals(250_000, member.allowed(500_000, 2_000 + 3 * PERIOD)));
        assertEquals(1_000_000, limit.inForce());
    }

    private static long joinAndLeave(ServerLimit limit, Random random, CyclicBarrier start) throws Exception {
        long largest = 0;
        start.await();
        for (int i = 0; i < 2_000; i++) {
            RateCap member = limit.join();
            for (int ask = 0; ask < 3; ask++) {
                member.allowed(random.nextLong(2_000_000), i * PERIOD);
                largest = Math.max(largest, limit.inForce());
            }
            member.leave();
        }
        return largest;
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
