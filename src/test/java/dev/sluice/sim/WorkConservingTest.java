package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.packet.DeliveryKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No pass ends with credit and a sendable message. In the random load every message waits behind messages of its own class
 * alone and no update interval withholds any, so that something is sendable whenever something is held.
 */
final class WorkConservingTest {

    private static final long RATE = 125_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void pass_somethingSendable_endsWithoutCredit(long seed) {
        assertEquals(List.of(), idleCredits(seed, RATE), "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void check_passThatLeavesSomeOfTheBudget_isSeen(long seed) {
        assertTrue(!idleCredits(seed, RATE * 21 / 20).isEmpty(), "seed " + seed);
    }

    /**
     * With keys of all kinds: whatever is held, the oldest of it waits for nothing; only state may be withheld by an interval.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void pass_mixtureHeld_endsWithoutCredit(long seed) {
        EngineConfig config = BoundsRig.config(RATE, EngineConfig.DEFAULT.shares(), 500 * BoundsRig.MILLI);
        BoundsRig rig = new BoundsRig(config);
        Set<SimPacket> facts = new HashSet<>();
        List<Double> idle = new ArrayList<>();
        UndatedBytes undated = new UndatedBytes(rig.credit);
        rig.observers.add(undated);
        rig.observers.add(new ClientObserver() {
            @Override
            public void held(SimPacket packet) {
                if (packet.message().type().kind() != DeliveryKind.STATE) {
                    facts.add(packet);
                }
            }

            @Override
            public void ended(SimPacket packet) {
                facts.remove(packet);
            }

            @Override
            public void passEnded() {
                if (!facts.isEmpty() && rig.credit.bytes() > undated.tolerance()) {
                    idle.add(rig.credit.bytes());
                }
            }
        });
        for (int i = 0; i < 10; i++) {
            rig.congest();
            new MixedBacklog(seed * 100 + i, 6_000, 12).offer(rig, 100);
            rig.runFor(2 * BoundsRig.SECOND);
        }
        assertTrue(rig.client.session().stats().deferred() > 1_000, "too little was held");
        assertEquals(List.of(), idle, "seed " + seed);
    }

    /** The credits above zero at the end of a pass with something held, with a budget that is said to be this one. */
    private static List<Double> idleCredits(long seed, long saidBytesPerSecond) {
        EngineConfig config = BoundsRig.config(RATE, EngineConfig.DEFAULT.shares(), 500 * BoundsRig.MILLI);
        BoundsRig rig = new BoundsRig(config);
        BandwidthConfig said = new BandwidthConfig(saidBytesPerSecond, 20, 2);
        ShadowCredit credit = new ShadowCredit(said, rig.clock);
        UndatedBytes undated = new UndatedBytes(credit);
        List<Double> idle = new ArrayList<>();
        rig.observers.add(credit);
        rig.observers.add(undated);
        rig.observers.add(new ClientObserver() {
            @Override
            public void passEnded() {
                if (rig.client.session().hasHeld() && credit.bytes() > undated.tolerance()) {
                    idle.add(credit.bytes());
                }
            }
        });
        new RandomLoad(seed, 2 * RATE).run(rig, 60 * BoundsRig.SECOND, true);
        return idle;
    }
}
