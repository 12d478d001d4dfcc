package dev.sluice.engine.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.sluice.CountedSteps;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.function.IntConsumer;
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

    /** What was blocked wakes behind those that are held before it, and before all that came after. */
    @Test
    void add_manyAreBlockedAndManyNot_takesAsManyStepsForEach() throws ReflectiveOperationException {
        CountedSteps.assertLinear(OrderedAndFree.class);
    }

    static final class OrderedAndFree implements IntConsumer {
        @Override
        public void accept(int count) {
            HoldQueue queue = HoldQueues.empty();
            for (int i = 0; i < count; i++) {
                TestPacket packet = i % 2 == 0 ? ordered("ordered") : free("free");
                queue.add(packet.message(), packet, null, packet.bytes(), i);
            }
            ReadyQueue ready = queue.backlog(MessagePriority.METADATA).ready;
            for (HeldMessage earliest = ready.earliest(); earliest != null; earliest = ready.earliest()) {
                queue.remove(earliest, count);
            }
            assertEquals(0, queue.size());
        }
    }

    private static TestPacket ordered(String label) {
        return TestPacket.fact(
                MessagePriority.METADATA,
                label,
                100,
                Target.StreamTarget.INTERFACE,
                TestPacket.exclusive(OrderingKey.SCOREBOARD));
    }

    private static TestPacket free(String label) {
        return TestPacket.fact(MessagePriority.METADATA, label, 100, Target.StreamTarget.INTERFACE);
    }

    private void add(TestPacket packet) {
        queue.add(packet.message(), packet, null, packet.bytes(), 0);
    }

    private void removeEarliest(String label) {
        HeldMessage earliest = queue.backlog(MessagePriority.METADATA).ready.earliest();
        assertNotNull(earliest, "expected " + label);
        assertEquals(label, ((TestPacket) earliest.packet).label());
        queue.remove(earliest, 0);
    }
}
