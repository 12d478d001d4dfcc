package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.priority.MessagePriority;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A held message at the head of a class with the share w leaves within
 *
 * <pre>  (P·(1 − w)/w + ΣLₖ + D) / r + 2q</pre>
 *
 * where P is the message of its class before it, Lₖ the largest message of each other lane (every other class with a share,
 * and the lane of what is left over, which may carry any), D the largest message of all (the debt that may be open), r the
 * rate (a fifth of it while immediate bytes take the rest) and q the time between two passes. Its own size S does not
 * count: what leaves needs credit, not S bytes of it; S delays what comes next. It follows from the start tags of {@code
 * FairShares}: a backlogged lane is never behind the virtual time, is served before the head only while its tag is not
 * above the head's, and overshoots by one message at most; the head's tag is above the virtual time by P/w at most.
 */
final class HeadOfClassTest {

    private static final long RATE = 125_000;
    private static final double A_FIFTH = 0.2;

    /** More than a pass may release. */
    private static final int FILLING = 1_300;

    private static final double QUANTUM_SECONDS = 0.010;
    private static final Map<MessagePriority, Double> SHARES = EngineConfig.DEFAULT.shares();

    @ParameterizedTest
    @CsvSource({"1,false", "2,false", "3,false", "4,false", "5,false", "6,false", "1,true", "2,true", "3,true"})
    void release_headOfAClassWithAShare_leavesWithinTheBound(long seed, boolean withImmediates) {
        EngineConfig config = BoundsRig.config(RATE, SHARES, 500 * BoundsRig.MILLI);
        double rate = withImmediates ? RATE * A_FIFTH : RATE;
        assertEquals(List.of(), late(config, seed, withImmediates, rate), "seed " + seed);
    }

    @Test
    void check_classThatGetsLessThanItsShare_isSeen() {
        Map<MessagePriority, Double> starving = new EnumMap<>(SHARES);
        starving.put(MessagePriority.CHAT, 0.0001);
        starving.put(MessagePriority.METADATA, 0.1499);
        EngineConfig config = BoundsRig.config(RATE, starving, 3_600 * BoundsRig.SECOND);
        assertTrue(LongStream.rangeClosed(1, 4)
                .anyMatch(seed -> !late(config, seed, false, RATE).isEmpty()));
    }

    /** A class that comes anew after each of its messages: beginning at the present each time, it would always be first. */
    @Test
    void release_classThatComesAnewAfterEachMessage_getsNoMoreThanItsShare() {
        BoundsRig rig = new BoundsRig(BoundsRig.config(RATE, SHARES, 3_600 * BoundsRig.SECOND));
        rig.congest();
        for (int i = 0; i < 600; i++) {
            rig.offer(BoundsRig.ordered(MessagePriority.CHUNK_DATA, 20_000));
        }
        SimPacket last = rig.offer(BoundsRig.ordered(MessagePriority.METADATA, FILLING));
        while (rig.clock.nanos() < 60 * BoundsRig.SECOND) {
            rig.runFor(10 * BoundsRig.MILLI);
            if (!last.isWaiting()) {
                last = rig.offer(BoundsRig.ordered(MessagePriority.METADATA, FILLING));
            }
        }
        double all = 0;
        double metadata = 0;
        for (BoundsRig.Release release : rig.releases) {
            all += release.bytes();
            metadata += release.packet().messageClass() == MessagePriority.METADATA ? release.bytes() : 0;
        }
        // Of the shares of those that have something: 0.05 of 0.05 and 0.30 and what is left over, 0.33.
        double part = metadata / all;
        assertTrue(part <= 0.05 / 0.68 + 0.01 && part > 0.04, "it got " + part);
    }

    private static List<String> late(EngineConfig config, long seed, boolean withImmediates, double rate) {
        BoundsRig rig = new BoundsRig(config);
        List<String> late = new ArrayList<>();
        rig.observers.add(new HeadWatch(rig, (packet, previousBytes, nanos) -> {
            Double share = SHARES.get(packet.messageClass());
            if (share == null) {
                return;
            }
            double seconds = boundSeconds(packet.messageClass(), share, previousBytes, rate);
            if (nanos * 1e-9 > seconds) {
                late.add(packet.message() + " of " + packet.wireBytes() + " bytes after " + nanos * 1e-9
                        + " s at the head, allowed " + seconds);
            }
        }));
        new RandomLoad(seed, 2 * RATE).run(rig, 60 * BoundsRig.SECOND, withImmediates);
        return late;
    }

    private static double boundSeconds(MessagePriority messageClass, double share, long previousBytes, double rate) {
        double largest = RandomLoad.largest(MessagePriority.CHUNK_DATA);
        double others = largest;
        for (MessagePriority other : MessagePriority.values()) {
            if (other != messageClass && SHARES.containsKey(other)) {
                others += RandomLoad.largest(other);
            }
        }
        return (previousBytes * (1 - share) / share + others + largest) / rate + 2 * QUANTUM_SECONDS;
    }
}
