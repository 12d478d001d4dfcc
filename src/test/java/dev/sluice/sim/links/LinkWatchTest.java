package dev.sluice.sim.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.sim.link.LinkPlan;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

final class LinkWatchTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void look_budgetFarThenNear_isFoundOnceItsMeanIsNear() {
        LinkResult result = watch(20 * SECOND, now -> now < 2 * SECOND ? 50_000 : 105_000);
        assertTrue(
                result.foundSeconds() > 2.3 && result.foundSeconds() < 2.5,
                () -> "found after " + result.foundSeconds());
        assertTrue(result.foundAgainSeconds() > 0.4 && result.foundAgainSeconds() < 0.6, result::toString);
    }

    @Test
    void look_budgetAlwaysFar_isNeverFound() {
        LinkResult result = watch(20 * SECOND, now -> 80_000);
        assertEquals(Double.POSITIVE_INFINITY, result.foundSeconds());
        assertEquals(List.of(), result.swings());
    }

    @Test
    void look_backlogTooShort_saysNothing() {
        assertTrue(Double.isNaN(watch(2 * SECOND, now -> 80_000).foundSeconds()));
    }

    @Test
    void look_budgetThatSwings_hasItsVariation() {
        LinkResult result = watch(9 * SECOND, now -> now / 100_000_000 % 2 == 0 ? 90_000 : 110_000);
        assertEquals(2, result.swings().size(), result::toString);
        assertEquals(0.1, result.swings().getFirst(), 1e-3);
        assertEquals(0.5, result.utilisation(), 0.01);
        assertEquals(20.0, result.loadingMillis(99), 0.3);
    }

    /** A link of 100 KB/s, the same after a step at 10 s, that is busy every other time it is looked at. */
    private static LinkResult watch(long endNanos, LongToDoubleFunction budget) {
        LinkPlan plan = new LinkPlan(100_000, 0, 64_000, List.of(new LinkPlan.Step(10 * SECOND, 100_000)), List.of());
        LinkWatch watch = new LinkWatch(new AccessLink(plan, false));
        for (long now = 0; now < endNanos; now += LinkWatch.EVERY_NANOS) {
            long queued = now / LinkWatch.EVERY_NANOS % 2 * 20_000_000L;
            watch.look(now, queued, budget.applyAsDouble(now), true, true);
        }
        return watch.result(0, true);
    }
}
