package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.schedule.ClockPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A held message at the head of a class with a share leaves within {@link HeadBound}; the rate in it is a fifth while immediate
 * bytes take the rest. While the chunks around the player
 * are missing, the share is what is left to the class then. Its own size does not
 * count: what leaves needs credit, not S bytes of it; S delays what comes next. It follows from the start tags of {@code
 * FairShares}: a backlogged lane is never behind the virtual time, is served before the head only while its tag is not
 * above the head's, and overshoots by one message at most; the head's tag is above the virtual time by P/w at most. P is not the
 * message before it: that may have been overdue and gone out with what the shares leave over.
 */
final class HeadOfClassTest {

    private static final long RATE = 125_000;
    private static final double A_FIFTH = 0.2;

    private static final int LARGEST_CHUNK = 6_000;
    private static final int LARGEST_FACT = 4_000;

    /** What edits, metadata and overdue messages have together while the ring is missing, and for how long it counts as missing. */
    private static final double A_FORTIETH = 0.025;

    private static final long RING_NANOS = 10 * BoundsRig.SECOND;

    /** More than a pass may release. */
    private static final int FILLING = 1_300;

    private static final Map<MessagePriority, Double> SHARES = EngineConfig.DEFAULT.shares();

    private static final HeadBound BOUND = new HeadBound(Arrays.stream(MessagePriority.values())
            .collect(Collectors.toMap(Function.identity(), HeadOfClassTest::largest)));

    @ParameterizedTest
    @CsvSource({"INDEPENDENT,false", "INDEPENDENT,true", "KERNEL,false", "KERNEL,true", "HYBRID,false", "HYBRID,true"})
    void release_headOfAClassWithAShare_leavesWithinTheBound(ClockPolicy clock, boolean withImmediates) {
        EngineConfig config = SessionFixture.clocked(BoundsRig.config(RATE, SHARES, 500 * BoundsRig.MILLI), clock);
        double rate = withImmediates ? RATE * A_FIFTH : RATE;
        for (int seed = 1; seed <= 6; seed++) {
            assertEquals(List.of(), late(config, seed, withImmediates, rate), "seed " + seed);
        }
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
        assertTrue(Math.abs(part - 0.05 / 0.68) <= 0.01, "it got " + part);
    }

    /** All are backlogged from the join on, for 10 s of which the chunks around the player never come, and for 10 s after. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void release_headWhileTheRingIsMissingAndAfter_leavesWithinTheBound(long seed) {
        BoundsRig rig = new BoundsRig(BoundsRig.config(RATE, SHARES, 500 * BoundsRig.MILLI));
        List<String> late = new ArrayList<>();
        HeadWatch watch = new HeadWatch(rig, (packet, nanos) -> {
            boolean after = rig.clock.nanos() - nanos > RING_NANOS;
            check(rig, packet, nanos, after ? SHARES : whileTheRingIsMissing(), RATE, late);
        });
        rig.observers.add(watch);
        rig.client.session().awaitWorld();
        for (int i = 0; i < 3; i++) {
            // Spends the burst; the debt is one chunk at most.
            rig.offer(BoundsRig.ordered(MessagePriority.CHUNK_DATA, LARGEST_CHUNK));
        }
        RandomLoad load = new RandomLoad(seed, RATE, LARGEST_CHUNK, LARGEST_FACT);
        for (MessagePriority messageClass : SHARES.keySet()) {
            for (int i = 0; i < 60; i++) {
                rig.offer(load.next(messageClass));
            }
        }
        int seen = rig.releases.size();
        while (rig.clock.nanos() < 2 * RING_NANOS) {
            rig.runFor(10 * BoundsRig.MILLI);
            for (; seen < rig.releases.size(); seen++) {
                rig.offer(load.next(rig.releases.get(seen).packet().messageClass()));
            }
        }
        watch.end();
        assertEquals(List.of(), late, "seed " + seed);
    }

    private static Map<MessagePriority, Double> whileTheRingIsMissing() {
        Map<MessagePriority, Double> shares = new EnumMap<>(SHARES);
        double kept = SHARES.getOrDefault(MessagePriority.NEARBY_ENTITIES, 0.0)
                + SHARES.getOrDefault(MessagePriority.CHAT, 0.0);
        double others = 1 - kept - SHARES.getOrDefault(MessagePriority.CHUNK_DATA, 0.0);
        shares.replaceAll((messageClass, share) -> switch (messageClass) {
            case CHUNK_DATA -> 1 - kept - A_FORTIETH;
            case NEARBY_ENTITIES, CHAT -> share;
            case PLAYER_STATE, VOXEL_EDITS, METADATA -> A_FORTIETH * share / others;
        });
        return shares;
    }

    private static List<String> late(EngineConfig config, long seed, boolean withImmediates, double rate) {
        BoundsRig rig = new BoundsRig(config);
        List<String> late = new ArrayList<>();
        HeadWatch watch = new HeadWatch(rig, (packet, nanos) -> check(rig, packet, nanos, SHARES, rate, late));
        rig.observers.add(watch);
        rig.tickInternally();
        new RandomLoad(seed, 2 * RATE, LARGEST_CHUNK, LARGEST_FACT).run(rig, 60 * BoundsRig.SECOND, withImmediates);
        watch.end();
        return late;
    }

    private static void check(
            BoundsRig rig,
            SimPacket packet,
            long nanos,
            Map<MessagePriority, Double> shares,
            double rate,
            List<String> late) {
        if (!shares.containsKey(packet.messageClass())) {
            return;
        }
        double seconds = BOUND.seconds(packet.messageClass(), shares, rate, rig.quantumSeconds());
        if (nanos * 1e-9 > seconds) {
            late.add(packet.message() + " of " + packet.wireBytes() + " bytes at " + rig.clock.nanos() * 1e-9
                    + " s after " + nanos * 1e-9 + " s at the head, allowed " + seconds);
        }
    }

    private static int largest(MessagePriority messageClass) {
        return switch (messageClass) {
            case CHUNK_DATA -> LARGEST_CHUNK;
            case VOXEL_EDITS, METADATA -> LARGEST_FACT;
            case PLAYER_STATE, NEARBY_ENTITIES, CHAT -> RandomLoad.largest(messageClass);
        };
    }
}
