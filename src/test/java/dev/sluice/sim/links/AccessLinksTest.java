package dev.sluice.sim.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.sim.link.LinkPlan;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AccessLinksTest {

    private static final long SEED = 7;
    private static final double MEGABIT = 125_000;

    private final List<AccessLink> links = links();

    private static List<AccessLink> links() {
        SplittableRandom random = new SplittableRandom(SEED);
        return Stream.generate(() -> AccessLinks.draw(random, 2e6, 60_000_000_000L))
                .limit(20_000)
                .toList();
    }

    @Test
    void at_betweenTwoPoints_growsByTheSameFactor() {
        Curve curve = new Curve(0, 1, 0.5, 4, 1, 400);
        assertEquals(1, curve.at(0), 1e-9);
        assertEquals(2, curve.at(0.25), 1e-9);
        assertEquals(4, curve.at(0.5), 1e-9);
        assertEquals(40, curve.at(0.75), 1e-9);
        assertEquals(400, curve.at(1), 1e-9);
    }

    @Test
    void draw_rates_areAsPublished() {
        assertShare(0.65, link -> link.plan().bytesPerSecond() >= 4 * MEGABIT);
        assertShare(0.27, link -> link.plan().bytesPerSecond() >= 10 * MEGABIT);
        assertShare(0.15, link -> link.plan().bytesPerSecond() >= 15 * MEGABIT);
        assertShare(0.052, link -> link.plan().bytesPerSecond() >= 25 * MEGABIT);
        assertShare(
                1,
                link -> link.plan().bytesPerSecond() >= 0.5 * MEGABIT
                        && link.plan().bytesPerSecond() <= 1_000 * MEGABIT);
    }

    @Test
    void draw_roundTripTimes_areAsPublished() {
        assertShare(0.10, link -> link.plan().rttNanos() < 27_081_000);
        assertShare(0.25, link -> link.plan().rttNanos() < 56_742_000);
        assertShare(0.50, link -> link.plan().rttNanos() < 113_288_000);
        assertShare(0.75, link -> link.plan().rttNanos() < 156_681_000);
        assertShare(0.90, link -> link.plan().rttNanos() < 232_085_000);
    }

    @Test
    void draw_steps_halveOrDoubleAQuarterOfTheLinks() {
        assertShare(0.25, AccessLink::proxied);
        assertShare(0.125, link -> isStepBy(link, 2));
        assertShare(0.125, link -> isStepBy(link, 0.5));
        assertShare(0.75, link -> link.plan().steps().isEmpty());
    }

    private static boolean isStepBy(AccessLink link, double factor) {
        List<LinkPlan.Step> steps = link.plan().steps();
        return !steps.isEmpty()
                && Math.abs(steps.getFirst().bytesPerSecond()
                                - factor * link.plan().bytesPerSecond())
                        <= 1;
    }

    private void assertShare(double expected, Predicate<AccessLink> which) {
        double share = (double) links.stream().filter(which).count() / links.size();
        assertTrue(
                Math.abs(share - expected) < 0.015,
                () -> "seed " + SEED + ", expected " + expected + ", drawn " + share);
    }
}
