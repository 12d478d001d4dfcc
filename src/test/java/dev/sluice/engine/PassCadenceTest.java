package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the dry run makes its passes. */
final class PassCadenceTest {

    private static final long MILLI = 1_000_000;
    private static final long QUANTUM = 10 * MILLI;
    private static final long TICK = 50 * MILLI;

    /** A rate of next to nothing must not keep the client's thread. */
    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void nanosUntilPass_creditIsYearsAway_isReachedInAFewSteps(boolean isFollowing, boolean keepsOrder) {
        PassCadence cadence = new PassCadence(QUANTUM, TICK, isFollowing, keepsOrder);
        long creditAt = 16_000_000L * 1_000 * MILLI + 7 * MILLI;
        long at = 0;
        int steps = 0;
        while (at < creditAt) {
            at += cadence.nanosUntilPass(creditAt - at, TICK - at % TICK);
            assertTrue(++steps < 20, () -> "too many steps");
        }
        assertTrue(at < creditAt + TICK, "later than the first pass with credit");
    }

    /** Leaving passes out changes neither when the first with credit comes nor how the ticks lie between it and the next. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nanosUntilPass_orderStays_comesWhenTheSessionMakesIt(boolean isFollowing) {
        SplittableRandom random = new SplittableRandom(5);
        PassCadence cadence = new PassCadence(QUANTUM, TICK, isFollowing, true);
        for (int round = 0; round < 10_000; round++) {
            long beginAt = random.nextLong(TICK);
            long creditAt = beginAt + random.nextLong(20 * TICK);
            long at = beginAt;
            while (at < creditAt) {
                at += cadence.nanosUntilPass(creditAt - at, TICK - at % TICK);
            }
            assertEquals(firstPassWithCredit(isFollowing, beginAt, creditAt), at, "round " + round + " of seed 5");
        }
    }

    /** As {@link ReleasePass#nanosUntilNext} has it, pass by pass. */
    private static long firstPassWithCredit(boolean isFollowing, long beginAt, long creditAt) {
        long at = beginAt;
        while (at < creditAt) {
            long dueNanos = Math.min(QUANTUM, TICK - at % TICK);
            long creditNanos = isFollowing ? 0 : Math.min(creditAt - at, TICK);
            at += Math.max(dueNanos, creditNanos);
        }
        return at;
    }
}
