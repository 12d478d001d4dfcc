package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No state is older than its maximum age without being first in line. Without shares there is one line: the oldest of what
 * is overdue, then strictly by class. With shares it is first in its class, by whichever lane that is served. What an entity has
 * to say goes together. Merging keeps the age of the oldest update.
 */
final class MaximumAgeTest {

    private static final long RATE = 125_000;
    private static final long MAX_AGE = 300 * BoundsRig.MILLI;
    private static final int ENTITIES = 100;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void release_overdueState_goesBeforeWhateverIsLessOverdue(long seed) {
        assertEquals(List.of(), overtaken(seed, MAX_AGE), "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void check_largerMaximumAge_isSeen(long seed) {
        assertTrue(!overtaken(seed, MAX_AGE / 2).isEmpty(), "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void release_overdueStateBesideShares_goesBeforeYoungerOnesOfItsClass(long seed) {
        assertEquals(List.of(), overtakenInItsClass(seed, MAX_AGE), "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void check_largerMaximumAgeBesideShares_isSeen(long seed) {
        assertTrue(!overtakenInItsClass(seed, MAX_AGE / 2).isEmpty(), "seed " + seed);
    }

    /** Releases before which an older state should have gone, with a maximum age that is said to be this one. */
    private static List<String> overtaken(long seed, long saidMaxAge) {
        BoundsRig rig = new BoundsRig(BoundsRig.config(RATE, Map.of(), MAX_AGE));
        LineWatch watch = new LineWatch(rig, saidMaxAge, EnumSet.allOf(MessagePriority.class));
        rig.observers.add(watch);
        SplittableRandom random = new SplittableRandom(seed);
        for (int tick = 0; tick < 600; tick++) {
            // About the whole rate before any state, in bursts that leave it waiting.
            if (tick % 20 < 12) {
                for (int i = 0; i < 95; i++) {
                    rig.offer(TestPacket.fact(
                            MessagePriority.PLAYER_STATE,
                            "own",
                            random.nextInt(20, 200),
                            new Target.EntityTarget(1_000 + i),
                            TestPacket.exclusive(OrderingKey.entity(1_000 + i))));
                }
            }
            for (int id = 0; id < ENTITIES; id++) {
                offerSome(rig, random, id, 3);
            }
            rig.runFor(50 * BoundsRig.MILLI);
        }
        return watch.overtaken();
    }

    /** A creature moves in one of so many ticks, and turns its head in one of nine. */
    private static void offerSome(BoundsRig rig, SplittableRandom random, int id, int ticksAMove) {
        if (random.nextInt(ticksAMove) == 0) {
            rig.offer(TestPacket.move(id, random.nextInt(1, 300), 0, random.nextInt(1, 300)));
        }
        if (random.nextInt(9) == 0) {
            rig.offer(TestPacket.head(id, "head"));
        }
    }

    /** The same of the entities' class alone, with the default shares and every other class flooding. */
    private static List<String> overtakenInItsClass(long seed, long saidMaxAge) {
        BoundsRig rig = new BoundsRig(BoundsRig.config(RATE / 4, EngineConfig.DEFAULT.shares(), MAX_AGE));
        LineWatch watch = new LineWatch(rig, saidMaxAge, EnumSet.of(MessagePriority.NEARBY_ENTITIES));
        rig.observers.add(watch);
        SplittableRandom random = new SplittableRandom(seed);
        for (int tick = 0; tick < 600; tick++) {
            for (MessagePriority messageClass : MessagePriority.values()) {
                for (int i = 0; messageClass != MessagePriority.NEARBY_ENTITIES && i < 3; i++) {
                    rig.offer(BoundsRig.ordered(messageClass, random.nextInt(20, 400)));
                }
            }
            // In bursts that are more than the share, with pauses in which what is overdue goes.
            for (int id = 0; tick % 40 < 20 && id < 2 * ENTITIES; id++) {
                offerSome(rig, random, id, 2);
            }
            rig.runFor(50 * BoundsRig.MILLI);
        }
        return watch.overtaken();
    }

    private static final class LineWatch implements ClientObserver {
        private final BoundsRig rig;
        private final long maxAge;
        private final Set<MessagePriority> line;
        private final Set<SimPacket> waiting = new LinkedHashSet<>();
        private final List<String> overtaken = new ArrayList<>();
        private final Set<Target> served = new HashSet<>();
        private int overdue;

        /** @param line which classes stand in line with entity state */
        LineWatch(BoundsRig rig, long maxAge, Set<MessagePriority> line) {
            this.rig = rig;
            this.maxAge = maxAge;
            this.line = line;
        }

        /** What was overtaken; there must have been enough that could be. */
        List<String> overtaken() {
            assertTrue(overdue > 100, "the load made too little overdue: " + overdue);
            return overtaken;
        }

        @Override
        public void held(SimPacket packet) {
            if (packet.isWaiting() && packet.messageClass() == MessagePriority.NEARBY_ENTITIES) {
                waiting.add(packet);
            }
        }

        @Override
        public void passBegins() {
            served.clear();
        }

        @Override
        public void ended(SimPacket packet) {
            waiting.remove(packet);
        }

        @Override
        public void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {
            if (cause != Cause.RELEASED || !line.contains(packet.messageClass())) {
                return;
            }
            SimPacket oldest = waiting.stream()
                    .min(Comparator.comparingLong(SimPacket::sinceNanos))
                    .orElse(packet);
            long age = rig.clock.nanos() - oldest.sinceNanos();
            if (age > maxAge) {
                overdue++;
                if (packet.sinceNanos() <= oldest.sinceNanos()) {
                    served.add(packet.message().target());
                } else if (!served.contains(packet.message().target())) {
                    overtaken.add(packet.message() + " since " + packet.sinceNanos() + " before " + oldest.message()
                            + " since " + oldest.sinceNanos() + ", both at " + rig.clock.nanos());
                }
            }
        }
    }
}
