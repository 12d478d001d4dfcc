package dev.sluice.engine.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.CountedSteps;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What nothing blocks goes by deadline. */
final class ReadyQueueTest {

    private final HoldQueue queue = HoldQueues.empty();

    @Test
    void earliest_oneWasBlockedAndDeadlinesAreEqual_isTheOneHeldFirst() {
        add(ordered("first"));
        add(ordered("second"));
        add(free("third"));
        removeEarliest("first");
        removeEarliest("second");
        removeEarliest("third");
    }

    @Test
    void earliest_comingAndGoingAtRandom_isTheOneOfAList() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        ReadyQueue ready = new ReadyQueue();
        List<HeldMessage> model = new ArrayList<>();
        for (int step = 0; step < 20_000; step++) {
            if (model.isEmpty() || random.nextInt(100) < 60 - step / 200) {
                HeldMessage message = message(random, step);
                ready.add(message);
                model.add(message);
            } else {
                int index = random.nextBoolean() ? 0 : random.nextInt(model.size());
                ready.remove(model.remove(index));
            }
            model.sort(Comparator.comparingLong((HeldMessage each) -> each.deadlineNanos)
                    .thenComparingLong(each -> each.sequence));
            assertSame(model.isEmpty() ? null : model.getFirst(), ready.earliest(), "seed " + seed + ", step " + step);
        }
    }

    /** As in the class of chunks, where the data of none has a deadline and light has. */
    @Test
    void earliest_mostHaveNoDeadline_isTheFirstOfThoseThatHaveAndTellsWhatIsOverdue() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        ReadyQueue ready = new ReadyQueue();
        List<HeldMessage> model = new ArrayList<>();
        int overdueTimes = 0;
        for (int step = 0; step < 20_000; step++) {
            if (model.isEmpty() || random.nextInt(100) < 60 - step / 200) {
                HeldMessage message = message(random, step);
                message.dated = random.nextInt(4) == 0;
                message.ageList = 0;
                ready.add(message);
                model.add(message);
            } else {
                ready.remove(model.remove(random.nextInt(model.size())));
            }
            HeldMessage expected = model.stream()
                    .filter(each -> each.dated)
                    .min(Comparator.comparingLong((HeldMessage each) -> each.deadlineNanos)
                            .thenComparingLong(each -> each.sequence))
                    .orElse(null);
            HeldMessage found = ready.earliest();
            long now = step + random.nextLong(1_500) - 1_000;
            long overdue = expected == null ? 0 : Math.max(0, now - expected.deadlineNanos);
            assertEquals(overdue, Math.max(0, ready.overdueNanos(now)), "seed " + seed + ", step " + step);
            overdueTimes += overdue > 0 ? 1 : 0;
            if (expected != null) {
                assertSame(expected, found, "seed " + seed + ", step " + step);
            } else {
                assertEquals(model.isEmpty(), found == null, "seed " + seed + ", step " + step);
            }
        }
        assertTrue(overdueTimes > 1_000, "seed " + seed + ": overdue " + overdueTimes + " times");
    }

    private static HeldMessage message(Random random, int step) {
        TestPacket packet = free("free");
        HeldMessage message = new HeldMessage(packet.message(), packet);
        message.hold(step, step, packet.message(), packet, null);
        message.ageList = random.nextInt(ReadyQueue.LISTS);
        message.dated = true;
        // Mostly later than what came before with the same age; some are older or as old.
        message.deadlineNanos = step + 500L * message.ageList - (random.nextInt(4) == 0 ? random.nextInt(300) : 0);
        return message;
    }

    /** A queue of which the middle wakes at once, or one after the other. */
    @Test
    void add_manyWakeInTheMiddle_takesAsManyStepsForEach() throws ReflectiveOperationException {
        CountedSteps.assertLinear(BehindAnOwner.class);
    }

    static final class BehindAnOwner implements IntConsumer {
        @Override
        public void accept(int count) {
            holdAndDrain(count, i -> {
                if (i == 0) {
                    return ordered("owner");
                }
                return i > count / 3 && i < 2 * count / 3 ? sharer() : free("free");
            });
        }
    }

    /** What was blocked wakes behind those that are held before it, and before all that came after. */
    @Test
    void add_manyAreBlockedAndManyNot_takesAsManyStepsForEach() throws ReflectiveOperationException {
        CountedSteps.assertLinear(OrderedAndFree.class);
    }

    static final class OrderedAndFree implements IntConsumer {
        @Override
        public void accept(int count) {
            holdAndDrain(count, i -> i % 2 == 0 ? ordered("ordered") : free("free"));
        }
    }

    private static void holdAndDrain(int count, IntFunction<TestPacket> packets) {
        HoldQueue queue = HoldQueues.empty();
        for (int i = 0; i < count; i++) {
            TestPacket packet = packets.apply(i);
            queue.add(packet.message(), packet, null, packet.bytes(), i, List.of());
        }
        ReadyQueue ready = queue.backlog(MessagePriority.METADATA).ready;
        for (HeldMessage earliest = ready.earliest(); earliest != null; earliest = ready.earliest()) {
            queue.remove(earliest, count);
        }
        assertEquals(0, queue.size());
    }

    private static TestPacket ordered(String label) {
        return TestPacket.fact(
                MessagePriority.METADATA,
                label,
                100,
                Target.StreamTarget.INTERFACE,
                TestPacket.exclusive(OrderingKey.SCOREBOARD));
    }

    private static TestPacket sharer() {
        return TestPacket.fact(
                MessagePriority.METADATA,
                "sharer",
                100,
                Target.StreamTarget.INTERFACE,
                TestPacket.shared(OrderingKey.SCOREBOARD));
    }

    private static TestPacket free(String label) {
        return TestPacket.fact(MessagePriority.METADATA, label, 100, Target.StreamTarget.INTERFACE);
    }

    private void add(TestPacket packet) {
        queue.add(packet.message(), packet, null, packet.bytes(), 0, List.of());
    }

    private void removeEarliest(String label) {
        HeldMessage earliest = queue.backlog(MessagePriority.METADATA).ready.earliest();
        assertNotNull(earliest, "expected " + label);
        assertEquals(label, ((TestPacket) earliest.packet).label());
        queue.remove(earliest, 0);
    }
}
