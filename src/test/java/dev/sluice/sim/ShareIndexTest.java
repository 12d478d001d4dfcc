package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import dev.sluice.sim.link.LinkPlan;
import dev.sluice.sim.play.TrafficPlan;
import dev.sluice.sim.report.PlayerMeter;
import dev.sluice.sim.report.PlayerResult;
import dev.sluice.sim.report.Tally;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fairness between shares that a simulation prints tells a session that keeps its promise from one that does not. */
final class ShareIndexTest {

    private static final long RATE = 125_000;
    private static final long TICK = 50 * BoundsRig.MILLI;
    private static final EngineConfig PROMISED = shares(0.30, 0.10, 0.30, 0.10, 0.05);
    private static final int BACKLOG = 30;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void result_allClassesBackloggedWithOtherShares_isLow(long seed) {
        // Chunks are short of 1 by what the ends of a window cut off: one has 3 KB of the 19 KB that are theirs in it.
        PlayerResult right = flood(seed, PROMISED);
        assertTrue(right.shareIndex() > 0.999 && right.smallestShare() > 0.94, () -> "seed " + seed + ": " + right);
        // Of entities and metadata all, of edits a half, of chat a fifth of what was promised.
        PlayerResult wrong = flood(seed, shares(0.30, 0.05, 0.43, 0.02, 0.05));
        assertTrue(wrong.shareIndex() < 0.9 && wrong.smallestShare() < 0.3, () -> "seed " + seed + ": " + wrong);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void result_trafficOfAPlayer_isOneUnlessAClassStarves(long seed) {
        PlayerResult right = play(seed, PROMISED, 0);
        assertTrue(right.shareIndex() > 0.9999 && right.smallestShare() > 0.98, () -> "seed " + seed + ": " + right);
        PlayerResult chunksFirst = play(seed, shares(0.01, 0.01, 0.96, 0.01, 0.01), 0.025);
        assertTrue(chunksFirst.smallestShare() < 0.85, () -> "seed " + seed + ": " + chunksFirst);
        PlayerResult strict = play(seed, shares(0, 0, 0, 0, 0), 0);
        assertTrue(strict.shareIndex() < 0.9 && strict.smallestShare() < 0.4, () -> "seed " + seed + ": " + strict);
    }

    /** Metadata that waits for its chunk is no starving metadata. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void result_classWaitsForAnotherOnesPacket_isNotHeldAgainstTheShares(boolean knownToWait) {
        BoundsRig rig = new BoundsRig(PROMISED);
        PlayerMeter meter = meter(rig);
        rig.congest();
        for (int tick = 0; tick < 400; tick++) {
            int far = tick;
            rig.offer(TestPacket.chunk(far, 0, 10_000));
            TestPacket behind = TestPacket.fact(
                    MessagePriority.METADATA,
                    "behind",
                    100,
                    Target.StreamTarget.WORLD,
                    TestPacket.shared(OrderingKey.chunk(far, 0)));
            rig.client.offer(new SimPacket(behind.message(), behind.bytes(), !knownToWait));
            rig.offer(TestPacket.chat("line", 100));
            rig.runFor(TICK);
            meter.tickEnded(false);
        }
        double smallest = meter.result().smallestShare();
        assertTrue(knownToWait ? smallest > 0.99 : smallest < 0.5, "smallest part " + smallest);
    }

    private static PlayerResult flood(long seed, EngineConfig engine) {
        // Nothing is ever overdue: that would make up for wrong shares.
        BoundsRig rig = new BoundsRig(BoundsRig.config(RATE, engine.shares(), 3_600 * BoundsRig.SECOND));
        PlayerMeter meter = meter(rig);
        RandomLoad load = new RandomLoad(seed, RATE, 6_000);
        rig.congest();
        for (MessagePriority messageClass : MessagePriority.values()) {
            for (int i = 0; i < BACKLOG; i++) {
                rig.offer(load.next(messageClass));
            }
        }
        int seen = rig.releases.size();
        for (int tick = 0; tick < 1_200; tick++) {
            for (int pass = 0; pass < 5; pass++) {
                rig.runFor(TICK / 5);
                for (; seen < rig.releases.size(); seen++) {
                    rig.offer(load.next(rig.releases.get(seen).packet().messageClass()));
                }
            }
            meter.tickEnded(false);
        }
        return meter.result();
    }

    /** @param dense how many chunks are large: without any, little is excused by them */
    private static PlayerResult play(long seed, EngineConfig engine, double dense) {
        SimPlan plan = new SimPlan(
                1,
                240 * BoundsRig.SECOND,
                seed,
                engine,
                LinkPlan.steady(RATE, 40 * BoundsRig.MILLI, 64_000),
                new SimClient.Sights(true, true),
                new TrafficPlan(48, 10, 75, dense),
                false,
                List.of());
        return new PlayerRun(plan, PROMISED, 0, new Tally()).run();
    }

    private static PlayerMeter meter(BoundsRig rig) {
        PlayerMeter meter = new PlayerMeter(PROMISED, rig.clock, 1, new Tally());
        rig.observers.add(meter);
        return meter;
    }

    private static EngineConfig shares(double entities, double edits, double chunks, double chat, double metadata) {
        Map<MessagePriority, Double> shares = Map.of(
                MessagePriority.NEARBY_ENTITIES, entities,
                MessagePriority.VOXEL_EDITS, edits,
                MessagePriority.CHUNK_DATA, chunks,
                MessagePriority.CHAT, chat,
                MessagePriority.METADATA, metadata);
        return BoundsRig.config(RATE, shares, 500 * BoundsRig.MILLI);
    }
}
