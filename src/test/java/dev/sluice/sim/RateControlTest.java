package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.sim.link.LinkPlan;
import dev.sluice.sim.play.TrafficPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bounds on what the rate control does to a link that is full, over rates, distances and what there is to see. */
final class RateControlTest {

    private static final long SEED = 1;
    private static final long MILLI = ControlRig.MILLI;
    private static final long SECOND = ControlRig.SECOND;

    /** What the session can see of its link. */
    enum View {
        TRANSPORT,
        MARKERS,
        PROXY;

        private SimClient.Sights sights() {
            return new SimClient.Sights(this != MARKERS, true, this == PROXY);
        }
    }

    record Case(long bytesPerSecond, long rttMillis, View view) {}

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (View view : View.values()) {
            for (long rate : new long[] {62_500, 125_000, 500_000, 2_500_000}) {
                for (long rtt : new long[] {2, 40, 200}) {
                    cases.add(new Case(rate, rtt, view));
                }
            }
        }
        return cases.stream();
    }

    static Stream<Case> middleCases() {
        return cases().filter(of -> of.bytesPerSecond() == 125_000 || of.bytesPerSecond() == 500_000);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void step_worldLoads_keepsTheQueueShortAndTheLinkBusy(Case of) {
        ControlRig rig = rig(of, List.of(), List.of()).runTo(60 * SECOND);
        long end = Math.min(rig.loadedNanos, 60 * SECOND);
        double near = rig.secondsUntilNear((double) of.bytesPerSecond(), 0);
        String found = String.format(
                Locale.ROOT,
                "%s, seed %d: queue p50 %.0f p99 %.0f ms, busy %.3f, near after %.2f s",
                of,
                SEED,
                rig.queueMillis(0.5, 0, end),
                rig.queueMillis(0.99, 0, end),
                rig.busy(0, end),
                near);
        boolean slowest = of.bytesPerSecond() < 100_000;
        assertTrue(rig.queueMillis(0.5, 0, end) <= (slowest ? 250 : 80), found);
        assertTrue(rig.queueMillis(0.99, 0, end) <= worstQueueMillis(of, slowest), found);
        assertTrue(rig.busy(0, end) >= (of.bytesPerSecond() > 1_000_000 ? 0.8 : 0.92), found);
        assertTrue(near <= 5, found);
    }

    /** Half a megabit is found from twice as much; a proxy fills for a moment before it is recognised. */
    private static double worstQueueMillis(Case of, boolean slowest) {
        return switch (of.view()) {
            case TRANSPORT -> slowest ? 700 : 190;
            case MARKERS -> slowest ? 850 : 320;
            case PROXY -> slowest ? 1_500 : 450;
        };
    }

    @ParameterizedTest
    @MethodSource("middleCases")
    void step_rateHalvedOrDoubled_isFoundAgain(Case of) {
        for (double factor : new double[] {0.5, 2}) {
            long rate = Math.round(factor * of.bytesPerSecond());
            ControlRig rig = rig(of, List.of(new LinkPlan.Step(10 * SECOND, rate)), List.of())
                    .runTo(18 * SECOND);
            double near = rig.secondsUntilNear((double) rate, 10 * SECOND);
            double queue = rig.queueMillis(0.99, 13 * SECOND, 18 * SECOND);
            String found =
                    of + " x " + factor + ", seed " + SEED + ": near after " + near + " s, then p99 " + queue + " ms";
            // With 200 ms of way and answers alone the doubled rate takes a few searches.
            assertTrue(near <= (of.rttMillis() == 200 && of.view() != View.TRANSPORT ? 4.5 : 3), found);
            assertTrue(queue <= (rate < 100_000 ? 250 : 120), found);
        }
    }

    @ParameterizedTest
    @MethodSource("middleCases")
    void step_nothingArrivesForTwoSeconds_isFoundAgain(Case of) {
        ControlRig rig = rig(of, List.of(), List.of(new LinkPlan.Stall(10 * SECOND, 2 * SECOND)))
                .runTo(18 * SECOND);
        double near = rig.secondsUntilNear((double) of.bytesPerSecond(), 12 * SECOND);
        double queue = rig.queueMillis(0.5, 14 * SECOND, 15 * SECOND);
        String found = of + ", seed " + SEED + ": near after " + near + " s, queue p50 " + queue + " ms";
        assertTrue(near <= (of.rttMillis() == 200 ? 2.5 : 2), found);
        assertTrue(queue <= 120, found);
    }

    /** Fast links get more to load, faster, so that there is a backlog for at least some seconds. */
    private static ControlRig rig(Case of, List<LinkPlan.Step> steps, List<LinkPlan.Stall> stalls) {
        int view = of.bytesPerSecond() > 200_000 ? 24 : 16;
        LinkPlan plan = new LinkPlan(of.bytesPerSecond(), of.rttMillis() * MILLI, of.bytesPerSecond(), steps, stalls);
        return new ControlRig(plan, of.view().sights(), new TrafficPlan(48, view, 1_000, 0), SEED);
    }
}
