package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.schedule.ClockPolicy;
import dev.sluice.engine.schedule.NetworkProfile;
import dev.sluice.engine.schedule.NetworkProfiles;
import dev.sluice.engine.schedule.SchedulerClock;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bounds that do not depend on it hold whatever the rate (4 KB/s to 4 MB/s), the tick, the burst, the clock, the quantum and
 * the shares are, some of them 0 and all together up to 1, with the chunks around the player missing at first or not. The other
 * tests look closer at the defaults.
 */
final class AnyConfigurationTest {

    private static final int LARGEST = RandomLoad.largest(MessagePriority.CHUNK_DATA);
    private static final int[] TICKS_PER_SECOND = {20, 10, 40, 5};
    private static final int[] QUANTA_MILLIS = {1, 5, 10, 25, 50};

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 24);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void release_anyConfiguration_keepsEachWindowAndIsNeverIdle(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        EngineConfig config = config(random, 500 * BoundsRig.MILLI);
        long rate = config.bandwidth().maxBytesPerSecond();
        BoundsRig rig = rig(config, random);
        double[] idle = {0};
        UndatedBytes undated = new UndatedBytes(rig.credit);
        rig.observers.add(undated);
        rig.observers.add(new ClientObserver() {
            @Override
            public void passEnded() {
                if (rig.client.session().hasHeld()) {
                    idle[0] = Math.max(idle[0], rig.credit.bytes() - undated.tolerance());
                }
            }
        });

        new RandomLoad(seed, 2 * rate).run(rig, 60 * BoundsRig.SECOND, true);

        RunningWindow window = new RunningWindow();
        for (BoundsRig.Release release : rig.releases) {
            if (release.cause().isBudgeted()) {
                window.add(release.nanos() * 1e-9 * rate, release.bytes());
            }
        }
        double allowed = config.bandwidth().burstBytes() + LARGEST;
        assertTrue(window.worst() > 0, () -> "nothing was released, seed " + seed + ": " + config);
        assertTrue(
                window.worst() <= allowed,
                () -> window.worst() + " bytes above the rate, allowed " + allowed + ", seed " + seed + ": " + config);
        assertTrue(idle[0] == 0, () -> idle[0] + " bytes of credit left over, seed " + seed + ": " + config);
    }

    /** The first class is left out: what the shares leave over goes strictly by class here, so to that one. */
    @ParameterizedTest
    @MethodSource("seeds")
    void release_anySharesAllBacklogged_areKeptToAMessageInEachWindow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        EngineConfig config = config(random, 3_600 * BoundsRig.SECOND);
        BoundsRig rig = rig(config, random);
        ShareWindows windows = new ShareWindows(config.shares());
        rig.observers.add(windows);
        RandomLoad load = new RandomLoad(seed, config.bandwidth().maxBytesPerSecond());
        rig.congest();
        for (MessagePriority messageClass : MessagePriority.values()) {
            for (int i = 0; i < (messageClass == MessagePriority.CHUNK_DATA ? 200 : 4_000); i++) {
                rig.offer(load.next(messageClass));
            }
        }
        int seen = rig.releases.size();
        long end = rig.clock.nanos() + 20 * BoundsRig.SECOND;
        while (rig.clock.nanos() < end && rig.releases.size() < 40_000) {
            rig.runFor(10 * BoundsRig.MILLI);
            for (; seen < rig.releases.size(); seen++) {
                rig.offer(load.next(rig.releases.get(seen).packet().messageClass()));
            }
        }
        assertTrue(windows.worst <= 1, () -> windows.worst + " of what is allowed, seed " + seed + ": " + config);
    }

    private static BoundsRig rig(EngineConfig config, SplittableRandom random) {
        BoundsRig rig = new BoundsRig(config);
        rig.client.session().scheduler().setSchedulerClock(SchedulerClock.INTERNAL);
        if (config.maxDeferralNanos() < BoundsRig.SECOND && random.nextBoolean()) {
            rig.client.session().awaitWorld();
        }
        return rig;
    }

    private static EngineConfig config(SplittableRandom random, long maxDeferralNanos) {
        EngineConfig base = EngineConfig.DEFAULT;
        long bytesPerSecond = (long) (4_000 * Math.pow(1_000, random.nextDouble()));
        int ticks = TICKS_PER_SECOND[random.nextInt(TICKS_PER_SECOND.length)];
        NetworkProfile profile = NetworkProfiles.CO_OP;
        return new EngineConfig(
                new BandwidthConfig(bytesPerSecond, ticks, 1 + random.nextInt(4)),
                shares(random),
                base.managed(),
                maxDeferralNanos,
                base.adaptive(),
                Long.MAX_VALUE,
                Integer.MAX_VALUE,
                new NetworkProfile(
                        profile.name(),
                        ClockPolicy.values()[random.nextInt(ClockPolicy.values().length)],
                        QUANTA_MILLIS[random.nextInt(QUANTA_MILLIS.length)],
                        profile.entityIntervalTicks(),
                        profile.keepaliveMillis(),
                        profile.burstTicks(),
                        profile.reliableTypes(),
                        profile.neverDroppedTypes(),
                        profile.visibility()),
                base.control());
    }

    private static Map<MessagePriority, Double> shares(SplittableRandom random) {
        Map<MessagePriority, Double> shares = new EnumMap<>(MessagePriority.class);
        double sum = 0;
        for (MessagePriority messageClass : MessagePriority.values()) {
            double share = random.nextInt(3) == 0 ? 0 : random.nextDouble(0.02, 1);
            shares.put(messageClass, share);
            sum += share;
        }
        double part = random.nextInt(4) == 0 ? 1 : random.nextDouble(0.3, 1);
        double scale = sum == 0 ? 0 : 0.999_999_999 * part / sum;
        shares.replaceAll((messageClass, share) -> share * scale);
        return shares;
    }

    /** By how much two classes' releases, each divided by its share, drift apart in any window, by what is allowed. */
    private static final class ShareWindows implements ClientObserver {

        private static final MessagePriority[] CLASSES = MessagePriority.values();

        private final Map<MessagePriority, Double> shares;
        private final double[] weighted = new double[CLASSES.length];
        private final double[][] least = new double[CLASSES.length][CLASSES.length];
        private final double[][] most = new double[CLASSES.length][CLASSES.length];
        private double worst;

        ShareWindows(Map<MessagePriority, Double> shares) {
            this.shares = shares;
        }

        @Override
        public void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {
            int of = packet.messageClass().ordinal();
            if (cause != Cause.RELEASED || !counts(of)) {
                return;
            }
            weighted[of] += bytes / share(of);
            for (int other = 1; other < CLASSES.length; other++) {
                if (other != of && counts(other)) {
                    see(of, other);
                }
            }
        }

        private void see(int i, int j) {
            double apart = weighted[i] - weighted[j];
            least[i][j] = Math.min(least[i][j], apart);
            most[i][j] = Math.max(most[i][j], apart);
            least[j][i] = -most[i][j];
            most[j][i] = -least[i][j];
            double allowed = RandomLoad.largest(CLASSES[i]) / share(i) + RandomLoad.largest(CLASSES[j]) / share(j);
            worst = Math.max(worst, (most[i][j] - least[i][j]) / allowed);
        }

        private boolean counts(int of) {
            return of > 0 && share(of) > 0;
        }

        private double share(int of) {
            return shares.getOrDefault(CLASSES[of], 0.0);
        }
    }
}
