package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.priority.MessagePriority;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * While all compared classes are backlogged and nothing is overdue, what two classes got differs from their shares by at
 * most one message of each, after every single release: |gᵢ/wᵢ − gⱼ/wⱼ| ≤ Lᵢ/wᵢ + Lⱼ/wⱼ. What the shares leave over goes to
 * the class that has none here.
 */
final class WeightedShareTest {

    private static final long RATE = 125_000;
    private static final int BACKLOG = 30;
    private static final Map<MessagePriority, Double> SHARES = EngineConfig.DEFAULT.shares();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void release_allClassesBacklogged_sharesAreExactToAMessage(long seed) {
        double worst = worstDeviation(seed, SHARES);
        assertTrue(worst <= 1, () -> "seed " + seed + ": " + worst + " times what one message of each allows");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void check_otherShares_isSeen(long seed) {
        Map<MessagePriority, Double> other = new EnumMap<>(SHARES);
        other.put(MessagePriority.CHUNK_DATA, 0.18);
        other.put(MessagePriority.CHAT, 0.08);
        assertTrue(worstDeviation(seed, other) > 1, "seed " + seed);
    }

    /** The largest deviation from the shares that are said to be these, as a part of what one message of each allows. */
    private static double worstDeviation(long seed, Map<MessagePriority, Double> saidShares) {
        BoundsRig rig = new BoundsRig(BoundsRig.config(RATE, SHARES, 3_600 * BoundsRig.SECOND));
        RandomLoad load = new RandomLoad(seed, RATE);
        Deviation deviation = new Deviation(saidShares);
        rig.observers.add(deviation);
        rig.congest();
        for (MessagePriority messageClass : MessagePriority.values()) {
            for (int i = 0; i < BACKLOG; i++) {
                rig.offer(load.next(messageClass));
            }
        }
        int seen = rig.releases.size();
        while (rig.clock.nanos() < 120 * BoundsRig.SECOND) {
            rig.runFor(10 * BoundsRig.MILLI);
            for (; seen < rig.releases.size(); seen++) {
                rig.offer(load.next(rig.releases.get(seen).packet().messageClass()));
            }
        }
        return deviation.worst;
    }

    private static final class Deviation implements ClientObserver {
        private final Map<MessagePriority, Double> shares;
        private final Map<MessagePriority, Double> got = new EnumMap<>(MessagePriority.class);
        private double worst;

        Deviation(Map<MessagePriority, Double> shares) {
            this.shares = shares;
        }

        @Override
        public void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {
            Double share = shares.get(packet.messageClass());
            if (cause != Cause.RELEASED || share == null) {
                return;
            }
            got.merge(packet.messageClass(), bytes / share, Double::sum);
            for (MessagePriority one : shares.keySet()) {
                for (MessagePriority other : shares.keySet()) {
                    double apart = got.getOrDefault(one, 0.0) - got.getOrDefault(other, 0.0);
                    worst = Math.max(worst, apart / (oneUnit(one) + oneUnit(other)));
                }
            }
        }

        private double oneUnit(MessagePriority messageClass) {
            return RandomLoad.largest(messageClass) / shares.getOrDefault(messageClass, 1.0);
        }
    }
}
