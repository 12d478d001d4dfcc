package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.sim.link.LinkPlan;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TickTimesTest {

    private static final long MILLI = 1_000_000L;

    @Test
    void nanos_hitch_holdsTicksUpAndMakesUpForThem() {
        TickTimes ticks = new TickTimes(0, List.of(new LinkPlan.Stall(90 * MILLI, 120 * MILLI)));
        long[] times = new long[7];
        for (int i = 0; i < times.length; i++) {
            times[i] = ticks.nanos() / MILLI;
            ticks.advance();
        }
        assertEquals(
                List.of(0L, 50L, 210L, 212L, 214L, 250L, 300L),
                Arrays.stream(times).boxed().toList());
    }
}
