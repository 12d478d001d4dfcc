package dev.sluice.engine.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.CountedSteps;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.PrioritizationManager;
import dev.sluice.engine.priority.Rehearsal;
import dev.sluice.engine.priority.Target;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** A picture of what is held and a dry run over it take little more than as many steps for each of more messages. */
final class DryRunStepsTest {

    private static final long TICK_NANOS = 50_000_000;
    private static final long MAX_AGE_NANOS = 500_000_000;

    /** So many messages go in each tick. */
    private static final int PER_TICK = 5;

    @Test
    void rehearse_manyEntities_takesAlmostLinearlyManySteps() throws ReflectiveOperationException {
        CountedSteps.assertLinear(Entities.class);
    }

    @Test
    void rehearse_manyOfOneKey_takesAlmostLinearlyManySteps() throws ReflectiveOperationException {
        CountedSteps.assertLinear(OneKey.class);
    }

    @Test
    void rehearse_oneMessageAlongTheKeysOfMany_takesAlmostLinearlyManySteps() throws ReflectiveOperationException {
        CountedSteps.assertLinear(ManyKeys.class);
    }

    static final class Entities implements IntConsumer {
        @Override
        public void accept(int count) {
            Held held = new Held();
            for (int i = 0; i < count; i++) {
                held.add(TestPacket.sync(i, "sync"));
            }
            held.rehearse(count);
        }
    }

    static final class OneKey implements IntConsumer {
        @Override
        public void accept(int count) {
            Held held = new Held();
            held.add(TestPacket.chunk(0, 0, 5_000));
            for (int i = 1; i < count; i++) {
                held.add(TestPacket.edit(0, 0, "edit"));
            }
            held.rehearse(count);
        }
    }

    /** Each message after the first waits for it along another one of its keys. */
    static final class ManyKeys implements IntConsumer {
        @Override
        public void accept(int count) {
            Held held = new Held();
            Message.Key[] keys = new Message.Key[count];
            for (int i = 0; i < count; i++) {
                keys[i] = TestPacket.exclusive(OrderingKey.chunk(i, 0));
            }
            held.add(TestPacket.fact(MessagePriority.METADATA, "first", 100, Target.StreamTarget.WORLD, keys));
            for (int i = 1; i < count; i++) {
                held.add(TestPacket.fact(MessagePriority.METADATA, "next", 20, Target.StreamTarget.WORLD, keys[i]));
            }
            held.rehearse(count);
        }
    }

    /** What is held, and its dry run. */
    private static final class Held {

        private final PrioritizationManager priorities = new PrioritizationManager(Map.of(), distance -> 1);
        private final HoldQueue queue = new HoldQueue(
                new ClientWorld(priorities.memory()),
                priorities,
                new HoldRules(MAX_AGE_NANOS, TICK_NANOS, type -> true));

        void add(TestPacket packet) {
            queue.add(packet.message(), packet, null, packet.bytes(), 0, List.of());
        }

        void rehearse(int count) {
            Rehearsal rehearsal = new Rehearsal();
            new Photographer(queue, priorities).take(rehearsal.held(), 0, 0, 0);
            rehearsal.ticks(0, TICK_NANOS, TICK_NANOS);
            // Nothing is overdue meanwhile: entities go by score.
            priorities.rehearse(rehearsal, 10_000 * TICK_NANOS, 0, 0);
            int served = 0;
            for (long atNanos = 0; served < count; atNanos += TICK_NANOS) {
                rehearsal.order(atNanos);
                for (int i = 0; i < PER_TICK && served < count; i++) {
                    assertTrue(rehearsal.next(atNanos), "nothing may go");
                    rehearsal.serve(atNanos);
                    served++;
                }
            }
            assertFalse(rehearsal.next(0), "more went than was held");
            assertEquals(count, queue.size());
        }
    }
}
