package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.adapt.RateControlConfig;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.sim.link.LinkPlan;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * As shipped the budget follows the link, with a ceiling that no link here reaches: held bytes released in any window ≤ ∫ of the
 * rate that was found + the burst by the rate at its beginning + one unit. That the rate itself is right is {@link
 * RateControlTest}'s.
 */
final class FoundRateBoundTest {

    private static final long RATE = 125_000;
    private static final long END = 60 * BoundsRig.SECOND;
    private static final double UNIT_BYTES = RandomLoad.largest(MessagePriority.CHUNK_DATA);
    private static final EngineConfig CONFIG = EngineConfig.DEFAULT.withControl(RateControlConfig.AUTOMATIC);

    /** A megabit, then half of it, then two. */
    private static final LinkPlan LINK = new LinkPlan(
            RATE,
            20 * BoundsRig.MILLI,
            RATE,
            List.of(new LinkPlan.Step(END / 3, RATE / 2), new LinkPlan.Step(2 * END / 3, 2 * RATE)),
            List.of());

    @ParameterizedTest
    @CsvSource({"1,true", "2,true", "3,true", "4,true", "1,false", "2,false", "3,false", "4,false"})
    void release_linkStepsFarBelowTheCeiling_keepsTheFoundRateInAnyWindow(long seed, boolean byTransport) {
        BoundsRig rig = new BoundsRig(CONFIG, LINK, new SimClient.Sights(byTransport, !byTransport));
        FoundWindow window = new FoundWindow(rig, 1);
        FoundWindow tooStrict = new FoundWindow(rig, 0.9);
        rig.observers.add(window);
        rig.observers.add(tooStrict);

        new RandomLoad(seed, 2 * RATE).run(rig, END, true);

        String found =
                String.format(Locale.ROOT, "seed %d, rates %d to %d B/s", seed, window.leastRate, window.mostRate);
        assertEquals(0, window.strayed, () -> "passes that did not follow the control, " + found);
        assertTrue(window.leastRate < RATE * 3 / 4 && window.mostRate > RATE * 5 / 4, found);
        assertTrue(window.worst <= UNIT_BYTES, () -> window.worst + " bytes above rate and burst, " + found);
        // The same check sees an integral that is a tenth too small.
        assertTrue(tooStrict.worst > UNIT_BYTES, () -> "the check sees nothing: " + tooStrict.worst + ", " + found);
    }

    /** The most by which budgeted bytes exceed ∫rate and burst, over any window. */
    private static final class FoundWindow implements ClientObserver {
        private final BoundsRig rig;
        private final double part;
        private long nanos;
        private long bytesPerSecond = RATE;
        private double open = Double.NEGATIVE_INFINITY;
        private double worst;
        private long leastRate = Long.MAX_VALUE;
        private long mostRate;
        private int strayed;

        /** @param part how much of the rate is said to be allowed */
        FoundWindow(BoundsRig rig, double part) {
            this.rig = rig;
            this.part = part;
        }

        /** The rate changes in passes alone: until now it was what the last of them has left. */
        private void moveOn() {
            long now = rig.clock.nanos();
            open -= part * (now - nanos) * 1e-9 * bytesPerSecond;
            nanos = now;
            bytesPerSecond = rig.rate.bytesPerSecond();
        }

        @Override
        public void passBegins() {
            moveOn();
        }

        @Override
        public void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {
            moveOn();
            if (cause.isBudgeted()) {
                double burst = CONFIG.bandwidth().withRate(bytesPerSecond).burstBytes();
                open = Math.max(open, -burst) + bytes;
                worst = Math.max(worst, open);
            }
        }

        @Override
        public void passEnded() {
            moveOn();
            leastRate = Math.min(leastRate, bytesPerSecond);
            mostRate = Math.max(mostRate, bytesPerSecond);
            strayed += rig.rate.isAsDecided() ? 0 : 1;
        }
    }
}
