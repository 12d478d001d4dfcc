package dev.sluice.engine.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.Allocations;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.priority.MessagePriority;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** The estimate of the heap, measured by what is allocated. */
final class HeldHeapTest {

    private static final int COUNT = 10_000;

    /** Object headers differ between JVMs. */
    private static final int HEADER = 8;

    private static final TestPacket CHAT = TestPacket.chat("line", 90);

    @Test
    void message_withItsEntries_isAsLargeAsCounted() {
        double perMessage = allocatedBy(i -> {
            HeldMessage held = new HeldMessage(CHAT.message(), CHAT);
            held.addEntry();
            return held;
        });
        assertEquals(HeldHeap.MESSAGE, perMessage, 2 * HEADER);
    }

    @Test
    void queueOfAKey_isAsLargeAsCounted() {
        assertEquals(HeldHeap.KEY_QUEUE, allocatedBy(i -> new KeyQueue.Pooled()), HEADER);
    }

    @Test
    void target_isAsLargeAsCounted() {
        assertEquals(
                HeldHeap.TARGET,
                allocatedBy(i -> new ListedTarget(CHAT.message().target(), MessagePriority.CHAT)),
                HEADER);
    }

    @Test
    void heapBytes_manyTargetsAndKeys_isWhatWasAllocated() {
        assertEstimated(i -> TestPacket.chunk(i, 0, 5_000));
        assertEstimated(i -> TestPacket.edit(i, i, "edit"));
        assertEstimated(i -> TestPacket.chat("line " + i, 90));
    }

    @Test
    void heapBytes_allHasLeft_isNone() {
        HoldQueue queue = HoldQueues.empty();
        for (int i = 0; i < COUNT; i++) {
            hold(queue, TestPacket.edit(i, 0, "edit"), 14);
        }
        for (HeldMessage held : queue.byAge().snapshot()) {
            queue.remove(held, 0);
        }
        queue.recycle();
        assertEquals(0, queue.heapBytes());
    }

    /** What grows by doubling, such as the tables of scores, leaves its former selves behind: less is kept than was allocated. */
    private static void assertEstimated(IntFunction<TestPacket> packets) {
        TestPacket[] made = new TestPacket[COUNT];
        long wireBytes = 0;
        for (int i = 0; i < COUNT; i++) {
            made[i] = packets.apply(i);
            wireBytes += made[i].bytes();
        }
        boolean isChunk = made[0].message().type().priority() == MessagePriority.CHUNK_DATA;
        long packetHeap =
                (long) COUNT * HeldHeap.PACKET + wireBytes * (isChunk ? HeldHeap.CHUNK_CONTENT : HeldHeap.CONTENT);
        for (int round = 0; ; round++) {
            HoldQueue queue = HoldQueues.empty();
            long before = Allocations.bytes();
            for (TestPacket packet : made) {
                hold(queue, packet, packet.bytes());
            }
            double allocated = Allocations.bytes() - before;
            double estimated = queue.heapBytes() - packetHeap;
            // The first rounds load classes.
            if (round == 2) {
                String message = made[0] + ": estimated " + estimated + ", allocated " + allocated;
                assertTrue(estimated <= 1.05 * allocated && estimated >= 0.6 * allocated, message);
                return;
            }
        }
    }

    private static double allocatedBy(IntFunction<Object> maker) {
        Object[] kept = new Object[COUNT];
        long before = 0;
        for (int i = -COUNT; i < COUNT; i++) {
            if (i == 0) {
                // Classes are loaded now.
                before = Allocations.bytes();
            }
            kept[Math.floorMod(i, COUNT)] = maker.apply(i);
        }
        return (double) (Allocations.bytes() - before) / kept.length;
    }

    private static void hold(HoldQueue queue, TestPacket packet, long bytes) {
        queue.add(packet.message(), packet, null, bytes, 0, List.of());
    }
}
