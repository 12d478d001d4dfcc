package dev.sluice.testbed.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class PushRateTest {
    private static final long TICK_NANOS = 50_000_000;

    @Test
    void take_everyTick_givesTheRateOverASecond() {
        long start = Long.MAX_VALUE - 10 * TICK_NANOS;
        PushRate rate = new PushRate(75, start);

        int taken = 0;
        for (int tick = 1; tick <= 20; tick++) {
            taken += rate.take(start + tick * TICK_NANOS, Integer.MAX_VALUE);
        }

        assertEquals(75, taken);
    }

    @Test
    void take_afterAPause_givesNoMoreThanATenthOfASecond() {
        PushRate rate = new PushRate(80, 0);

        assertEquals(8, rate.take(3_000_000_000L, 100));
    }

    @Test
    void take_belowOneChunkATick_collectsUntilOneIsDue() {
        PushRate rate = new PushRate(1, 0);

        assertEquals(0, rate.take(900_000_000, 5));
        assertEquals(1, rate.take(1_000_000_000, 5));
        assertEquals(0, rate.take(1_050_000_000, 5));
    }

    @Test
    void take_whatIsNotWanted_isKept() {
        PushRate rate = new PushRate(100, 0);

        assertEquals(2, rate.take(TICK_NANOS, 2));
        assertEquals(3, rate.take(TICK_NANOS, 10));
    }
}
