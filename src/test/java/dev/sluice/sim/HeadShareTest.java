package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.priority.MessagePriority;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How near a class comes to the bound of its head ({@link HeadBound}): with large messages of its own among small ones of all other
 * classes, nothing of which is ever overdue, nearly all of the bound is what its share makes it wait.
 */
final class HeadShareTest {

    private static final long RATE = 125_000;
    private static final int LARGE = 4_000;
    private static final int SMALL = 100;
    private static final Map<MessagePriority, Double> SHARES = EngineConfig.DEFAULT.shares();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAYER_STATE")
    void release_headOfABackloggedClass_leavesWithinTheBound(MessagePriority messageClass) {
        assertEquals(List.of(), late(messageClass, 1));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLAYER_STATE")
    void check_halfOfTheShare_isSeen(MessagePriority messageClass) {
        assertTrue(!late(messageClass, 0.5).isEmpty());
    }

    /** With a session that gives a class this part of its share: what was late by all of it. */
    private static List<String> late(MessagePriority messageClass, double part) {
        Map<MessagePriority, Double> shares = new EnumMap<>(SHARES);
        shares.computeIfPresent(messageClass, (of, share) -> part * share);
        BoundsRig rig = new BoundsRig(BoundsRig.config(RATE, shares, 3_600 * BoundsRig.SECOND));
        Map<MessagePriority, Integer> sizes = new EnumMap<>(MessagePriority.class);
        for (MessagePriority each : MessagePriority.values()) {
            sizes.put(each, each == messageClass ? LARGE : SMALL);
        }
        HeadBound bound = new HeadBound(sizes);
        List<String> late = new ArrayList<>();
        HeadWatch watch = new HeadWatch(rig, (packet, nanos) -> {
            if (SHARES.containsKey(packet.messageClass())) {
                double allowed = bound.seconds(packet.messageClass(), SHARES, RATE, rig.quantumSeconds());
                if (nanos * 1e-9 > allowed) {
                    late.add(packet.message() + " after " + nanos * 1e-9 + " s at the head, allowed " + allowed);
                }
            }
        });
        rig.observers.add(watch);
        new SteadyBacklog(rig, sizes, 1).runAll(30 * BoundsRig.SECOND);
        watch.end();
        return late;
    }
}
