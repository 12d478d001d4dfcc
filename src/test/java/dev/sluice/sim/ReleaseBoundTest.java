package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.adapt.RateControlConfig;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.stats.BandwidthStats;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held bytes released in any window ≤ ∫rate + burst + one atomic unit; what is never held is charged apart. */
final class ReleaseBoundTest {

    private static final long RATE = 125_000;
    private static final double UNIT_BYTES = RandomLoad.largest(MessagePriority.CHUNK_DATA);
    private static final EngineConfig CONFIG =
            BoundsRig.config(RATE, EngineConfig.DEFAULT.shares(), 500 * BoundsRig.MILLI);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void release_randomLoadInAnyWindow_keepsRateAndBurstAndOneUnit(long seed) {
        BoundsRig rig = new BoundsRig(CONFIG);
        new RandomLoad(seed, 2 * RATE).run(rig, 60 * BoundsRig.SECOND, true);
        double allowed = CONFIG.bandwidth().burstBytes() + UNIT_BYTES;
        double worst = worstWindow(rig, RateHistory.at(RATE));
        assertTrue(worst <= allowed, () -> "seed " + seed + ": " + worst + " bytes above the rate, allowed " + allowed);
        // The same check sees a budget that is a tenth too large.
        double tooStrict = worstWindow(rig, RateHistory.at(RATE * 9 / 10));
        assertTrue(tooStrict > allowed, () -> "seed " + seed + ": the check sees nothing, " + tooStrict);
    }

    /** A link that is faster than the ceiling: the rate that is found stays at it, whatever the gate and each look say. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void release_automaticBudget_keepsTheCeilingInAnyWindow(long seed) {
        EngineConfig automatic = CONFIG.withControl(new RateControlConfig(true, 31_250, RATE, 25 * BoundsRig.MILLI));
        BoundsRig rig = new BoundsRig(automatic);
        new RandomLoad(seed, 2 * RATE).run(rig, 60 * BoundsRig.SECOND, true);
        double allowed = automatic.bandwidth().burstBytes() + UNIT_BYTES;
        double worst = worstWindow(rig, RateHistory.at(RATE));
        assertTrue(worst <= allowed, () -> "seed " + seed + ": " + worst + " bytes above the rate, allowed " + allowed);
        double tooStrict = worstWindow(rig, RateHistory.at(RATE * 9 / 10));
        assertTrue(tooStrict > allowed, () -> "seed " + seed + ": the check sees nothing, " + tooStrict);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void release_budgetChangedMidway_keepsTheIntegralOfTheRate(long seed) {
        BoundsRig rig = new BoundsRig(CONFIG);
        RandomLoad load = new RandomLoad(seed, 2 * RATE);
        SplittableRandom random = new SplittableRandom(seed);
        RateHistory rates = new RateHistory(RATE);
        double largestBurst = CONFIG.bandwidth().burstBytes();
        for (int i = 0; i < 20; i++) {
            load.run(rig, 2 * BoundsRig.SECOND, true);
            long rate = random.nextLong(RATE / 4, 2 * RATE);
            EngineConfig next = BoundsRig.config(rate, CONFIG.shares(), CONFIG.maxDeferralNanos());
            largestBurst = Math.max(largestBurst, next.bandwidth().burstBytes());
            rig.client.session().reconfigure(next);
            rig.client.pass();
            rates.change(rig.clock.nanos(), rate);
        }
        double allowed = largestBurst + UNIT_BYTES;
        double worst = worstWindow(rig, rates::allowed);
        assertTrue(worst <= allowed, () -> "seed " + seed + ": " + worst + " bytes above the rate, allowed " + allowed);
        double tooStrict = worstWindow(rig, nanos -> 0.9 * rates.allowed(nanos));
        assertTrue(tooStrict > allowed, () -> "seed " + seed + ": the check sees nothing, " + tooStrict);
    }

    /**
     * A handler further down sends while a packet is being written, whose bytes nobody has counted yet. What it sends passes if
     * nothing else is held, once on each level.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void release_sentFromWithinWrites_keepsRateAndBurstAndOneUnitForEachLevel(int levels) {
        double mostOfAll = 0;
        for (int seed = 1; seed <= 4; seed++) {
            BoundsRig rig = new BoundsRig(CONFIG);
            rig.observers.add(new SendingWhileWritten(rig, levels, seed));
            new RandomLoad(seed, RATE / 2).run(rig, 60 * BoundsRig.SECOND, true);
            assertEquals(0, count(rig, Cause.CAP), "seed " + seed);
            mostOfAll = Math.max(mostOfAll, worstWindow(rig, RateHistory.at(RATE)));
        }
        double worst = mostOfAll;
        double allowed = CONFIG.bandwidth().burstBytes() + (1 + levels) * UNIT_BYTES;
        assertTrue(worst <= allowed, () -> worst + " bytes above the rate, allowed " + allowed);
        assertTrue(worst > allowed - UNIT_BYTES, () -> "the last level is not needed: " + worst + " of " + allowed);
    }

    @Test
    void stats_takenAlongAndCapReleases_areCountedApart() {
        EngineConfig capped = SessionFixture.capped(CONFIG, 100_000, CONFIG.maxHeldMessages());
        BoundsRig rig = new BoundsRig(capped);
        new RandomLoad(11, 4 * RATE).run(rig, 20 * BoundsRig.SECOND, true);
        rig.offer(TestPacket.immediate("barrier", TestPacket.exclusive(OrderingKey.CHAT)));
        rig.runFor(60 * BoundsRig.SECOND);
        BandwidthStats stats = rig.client.session().stats();
        assertEquals(bytes(rig, release -> release.cause().isBudgeted()), stats.budgetedBytes());
        assertEquals(bytes(rig, release -> !release.cause().isBudgeted()), stats.chargedBytes());
        assertEquals(count(rig, Cause.TAKEN_ALONG), stats.takenAlong());
        assertTrue(count(rig, Cause.TAKEN_ALONG) > 0 && count(rig, Cause.CAP) > 0, "the load had neither");
        double worst = worstWindow(rig, RateHistory.at(RATE));
        assertTrue(worst <= capped.bandwidth().burstBytes() + UNIT_BYTES, "above the rate: " + worst);
    }

    private static double worstWindow(BoundsRig rig, ToDoubleFunction<Long> allowed) {
        RunningWindow window = new RunningWindow();
        for (BoundsRig.Release release : rig.releases) {
            if (release.cause().isBudgeted()) {
                window.add(allowed.applyAsDouble(release.nanos()), release.bytes());
            }
        }
        return window.worst();
    }

    private static long bytes(BoundsRig rig, Predicate<BoundsRig.Release> which) {
        return rig.releases.stream()
                .filter(which)
                .mapToLong(BoundsRig.Release::bytes)
                .sum();
    }

    private static long count(BoundsRig rig, Cause cause) {
        return rig.releases.stream().filter(release -> release.cause() == cause).count();
    }

    /** Sends a large packet while another one is being written, and while that one is, so many levels deep. */
    private static final class SendingWhileWritten implements ClientObserver {
        private final BoundsRig rig;
        private final int levels;
        private final SplittableRandom random;
        private int depth;

        SendingWhileWritten(BoundsRig rig, int levels, long seed) {
            this.rig = rig;
            this.levels = levels;
            this.random = new SplittableRandom(seed);
        }

        @Override
        public void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {
            // Seldom, or a cap would release what comes of it; and where it makes the most.
            boolean sends = bytes > 20_000 && random.nextInt(depth == 0 ? 3 : 2) == 0;
            if (depth < levels && sends) {
                depth++;
                int large = (int) UNIT_BYTES - random.nextInt(1_000);
                rig.offer(BoundsRig.ordered(MessagePriority.CHUNK_DATA, large));
                depth--;
            }
        }
    }
}
