package dev.sluice.engine.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class ServerHeapTest {

    private static final long PERIOD = ServerHeap.PERIOD_MILLIS * 1_000_000;
    private static final long UNBOUNDED = Long.MAX_VALUE;

    private final ServerHeap heap = new ServerHeap(100);
    private final HeapCap small = heap.join();
    private final HeapCap large = heap.join();

    @Test
    void allowed_asMuchAsTheLimit_isUnbounded() {
        assertEquals(UNBOUNDED, small.allowed(20, 0));
        assertEquals(UNBOUNDED, large.allowed(80, 0));
    }

    @Test
    void allowed_moreThanTheLimit_leavesTheRestToWhoHoldsMost() {
        small.allowed(20, 0);
        assertEquals(80, large.allowed(81, 0));
        assertEquals(UNBOUNDED, small.allowed(20, 0));
    }

    @Test
    void allowed_bothHoldMuch_isHalfEach() {
        small.allowed(90, 0);
        assertEquals(50, large.allowed(200, 0));
        assertEquals(50, small.allowed(90, 0));
    }

    @Test
    void allowed_onceWithinTheLimitAgain_isUnbounded() {
        small.allowed(20, 0);
        large.allowed(90, 0);
        assertEquals(UNBOUNDED, large.allowed(80, 1));
    }

    @Test
    void allowed_withinThePeriod_goesByTheLastDivision() {
        long start = -10 * PERIOD;
        small.allowed(20, start);
        large.allowed(90, start);
        small.allowed(40, start + PERIOD - 1);
        assertEquals(80, large.allowed(90, start + PERIOD - 1));
        assertEquals(60, large.allowed(90, start + PERIOD));
    }

    @Test
    void allowed_clockThatOverflows_dividesAnewAllTheSame() {
        long start = Long.MAX_VALUE;
        small.allowed(20, start);
        large.allowed(90, start);
        small.allowed(40, start);
        assertEquals(60, large.allowed(90, start + PERIOD));
    }

    @Test
    void leave_holderOfMuch_leavesItToTheOthersAndIsBoundNoMore() {
        large.allowed(90, 0);
        assertEquals(50, small.allowed(60, 0));
        large.leave();
        large.leave();
        assertEquals(UNBOUNDED, large.allowed(1_000, 0));
        assertEquals(UNBOUNDED, small.allowed(100, 0));
        assertEquals(100, small.allowed(101, 0));
    }

    @Test
    void join_whileThereIsTooMuch_isDividedAtOnce() {
        large.allowed(101, 0);
        HeapCap newcomer = heap.join();
        assertEquals(50, newcomer.allowed(60, 1));
        assertEquals(50, large.allowed(101, 1));
    }

    @Test
    void reconfigure_lowerAndNone_countsAtOnce() {
        large.allowed(101, 0);
        heap.reconfigure(10);
        assertEquals(10, large.allowed(101, 1));
        heap.reconfigure(ServerHeap.NONE);
        assertEquals(UNBOUNDED, large.allowed(1L << 50, 2));
        assertEquals(0, heap.fill(1L << 50));
    }

    @Test
    void reconfigure_noByteAtAll_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> heap.reconfigure(0));
        assertThrows(IllegalArgumentException.class, () -> new ServerHeap(-1));
    }

    @Test
    void fill_byWhatIsHeldForOne_isThatOfAnEqualShareAndAtMostOfAll() {
        small.allowed(10, 0);
        large.allowed(65, 0);
        assertEquals(0.2, heap.fill(10));
        assertEquals(0.74, heap.fill(37));
        assertEquals(0.75, heap.fill(38));
        assertEquals(0.75, heap.fill(65));
    }

    /** As after a restart, when all load the world: before anything has to leave, all have to do with less. */
    @Test
    void fill_asMuchForEach_tellsEachHowFullItIs() {
        small.allowed(40, 0);
        large.allowed(40, 0);
        assertEquals(UNBOUNDED, small.allowed(40, 1));
        assertEquals(0.8, heap.fill(40));
    }

    @Test
    void fill_onceOneHasLeft_isThatOfTheOthers() {
        small.allowed(40, 0);
        large.allowed(40, 0);
        large.leave();
        assertEquals(0.4, heap.fill(40));
        assertEquals(0.2, heap.fill(20));
    }

    @Test
    void allowed_randomHolders_atMostTheLimitOnceAllHaveGoneByIt() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            int limit = 1 + random.nextInt(500);
            ServerHeap any = new ServerHeap(limit);
            long[] holds = random.longs(1 + random.nextInt(12), 0, 120).toArray();
            List<HeapCap> members = new ArrayList<>();
            for (long held : holds) {
                HeapCap member = any.join();
                members.add(member);
                member.allowed(held, 0);
            }
            long equal = limit / holds.length;
            long sum = 0;
            for (int i = 0; i < holds.length; i++) {
                long allowed = members.get(i).allowed(holds[i], PERIOD);
                assertTrue(allowed >= Math.min(holds[i], equal), "seed " + seed);
                holds[i] = Math.min(holds[i], allowed);
                members.get(i).allowed(holds[i], PERIOD);
                sum += holds[i];
            }
            assertTrue(sum <= limit, "seed " + seed + ": " + sum + " of " + limit);
        }
    }

    @Test
    void allowed_membersOfManyThreads_countsEachOfThemExactly() throws Exception {
        int threads = 4;
        long limit = 1L << 40;
        ServerHeap shared = new ServerHeap(limit);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                long seed = thread;
                done.add(pool.submit(() -> {
                    Random random = new Random(seed);
                    for (int member = 0; member < 500; member++) {
                        HeapCap cap = shared.join();
                        for (int i = 0; i < 20; i++) {
                            cap.allowed(random.nextLong(2 * limit), i * PERIOD);
                        }
                        cap.leave();
                    }
                    shared.join().allowed(limit / 4, 0);
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        }
        assertEquals(1, shared.fill(limit));
    }
}
