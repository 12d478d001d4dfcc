package dev.sluice.testbed.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class WireCounterTest {
    private static final long MILLI = 1_000_000;

    private final AtomicLong nanos = new AtomicLong(-3_141_592_653L);
    private final WireCounter counter = new WireCounter(nanos::get);

    @Test
    void maxPerSecond_burstAcrossTheTurnOfASecond_isSeenWhole() {
        nanos.addAndGet(900 * MILLI);
        counter.add(1000);
        nanos.addAndGet(200 * MILLI);
        counter.add(500);

        assertEquals(1500, counter.maxPerSecond());
    }

    @Test
    void maxPerSecond_burstsMoreThanASecondApart_areNotAddedUp() {
        counter.add(1000);
        nanos.addAndGet(1000 * MILLI);
        counter.add(700);
        nanos.addAndGet(5000 * MILLI);
        counter.add(900);

        assertEquals(1000, counter.maxPerSecond());
        assertEquals(2600, counter.total());
    }
}
