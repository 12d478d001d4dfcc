package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.adapt.RateControlConfig;
import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.sim.link.LinkPlan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * As shipped, with the budget that follows the link: a pass ends with credit and a sendable message only while the gate is
 * shut, and on a steady link that is seldom.
 */
final class GatedWorkConservingTest {

    private static final double TOLERANCE = TokenBucket.MAX_UNDATED_BYTES + 1;
    private static final int SEEDS = 4;
    private static final EngineConfig CONFIG = EngineConfig.DEFAULT.withControl(RateControlConfig.AUTOMATIC);

    /**
     * On a steady link.
     *
     * @param byTransport whether the transport or the client tells of it
     * @param most the part of the time in which something waits for which the gate may be shut
     */
    @ParameterizedTest
    @CsvSource({
        "62500,40,true,0.02",
        "125000,2,true,0.02",
        "125000,40,true,0.02",
        "125000,200,true,0.02",
        "1000000,40,true,0.02",
        "62500,40,false,0.2",
        "125000,2,false,0.1",
        "125000,40,false,0.1",
        "125000,200,false,0.1",
        "1000000,40,false,0.1"
    })
    void pass_budgetFollowsTheLink_isIdleOnlyWhileTheGateIsShut(
            long rate, long rttMillis, boolean byTransport, double most) {
        LinkPlan link = LinkPlan.steady(rate, rttMillis * BoundsRig.MILLI, rate);
        for (int seed = 1; seed <= SEEDS; seed++) {
            BoundsRig rig = new BoundsRig(CONFIG, link, new SimClient.Sights(byTransport, !byTransport));
            GateWatch watch = new GateWatch(rig);
            rig.observers.add(watch);

            new RandomLoad(seed, 2 * rate).run(rig, 60 * BoundsRig.SECOND, true);

            assertEquals(List.of(), watch.idle, "seed " + seed);
            assertTrue(watch.backloggedNanos > 30 * BoundsRig.SECOND, "seed " + seed + ": too little waited");
            double part = watch.shutNanos / (double) watch.backloggedNanos;
            assertTrue(part <= most, "seed " + seed + ": the gate was shut for " + part + " of the time");
        }
    }

    private static final class GateWatch implements ClientObserver {
        private final BoundsRig rig;
        private final List<String> idle = new ArrayList<>();
        private long endedNanos;
        private boolean backlogged;
        private boolean shut;
        private long backloggedNanos;
        private long shutNanos;

        GateWatch(BoundsRig rig) {
            this.rig = rig;
        }

        @Override
        public void passEnded() {
            long now = rig.clock.nanos();
            long sinceNanos = backlogged ? now - endedNanos : 0;
            backloggedNanos += sinceNanos;
            shutNanos += shut ? sinceNanos : 0;
            endedNanos = now;
            backlogged = rig.client.session().hasHeld();
            shut = !rig.rate.isGateOpen();
            if (backlogged && !shut && rig.credit.bytes() > TOLERANCE) {
                idle.add(rig.credit.bytes() + " bytes of credit at " + now);
            }
        }
    }
}
