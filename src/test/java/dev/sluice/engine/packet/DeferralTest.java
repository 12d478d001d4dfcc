package dev.sluice.engine.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.TestPacket;
import dev.sluice.engine.priority.PrioritizationManager;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What starts to wait costs the same however many share its key. */
final class DeferralTest {

    private static final int FEW = 4_000;
    private static final int TIMES = 16;

    /** Between what is linear, caches included, and what is quadratic. */
    private static final int MOST = 5 * TIMES;

    @Test
    void hold_manySpawnsBehindTheirChunk_costsTheSameForEach() {
        assertLinear(i -> i == 0 ? TestPacket.chunk(0, 0, 5_000) : TestPacket.spawn(i, 0, 0));
    }

    @Test
    void hold_manySpawnsBehindAnEditOfTheirChunk_costsTheSameForEach() {
        assertLinear(i -> switch (i) {
            case 0 -> TestPacket.chunk(0, 0, 5_000);
            case 1 -> TestPacket.edit(0, 0, "edit");
            default -> TestPacket.spawn(i, 0, 0);
        });
    }

    private static void assertLinear(IntFunction<TestPacket> packets) {
        long few = Long.MAX_VALUE;
        long many = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            few = Math.min(few, nanosToHoldAndRelease(FEW, packets));
            many = Math.min(many, nanosToHoldAndRelease(TIMES * FEW, packets));
        }
        long fewNanos = few;
        long manyNanos = many;
        assertTrue(
                manyNanos < MOST * fewNanos, TIMES + " times as many took " + manyNanos + " ns instead of " + fewNanos);
    }

    /** Holds so many, then lets them go from the oldest to the newest. */
    private static long nanosToHoldAndRelease(int count, IntFunction<TestPacket> packets) {
        TestPacket[] made = new TestPacket[count];
        for (int i = 0; i < count; i++) {
            made[i] = packets.apply(i);
        }
        PrioritizationManager priorities = new PrioritizationManager(Map.of(), distance -> 1);
        HoldQueue queue = new HoldQueue(
                new ClientWorld(priorities.memory()),
                priorities,
                new HoldRules(500_000_000L, 50_000_000L, type -> true));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        for (TestPacket packet : made) {
            queue.add(packet.message(), packet, null, packet.bytes(), 0);
        }
        for (HeldMessage held = queue.byAge().oldest();
                held != null;
                held = queue.byAge().oldest()) {
            queue.remove(held, 0);
            queue.recycle();
        }
        long nanos = threads.getCurrentThreadCpuTime() - before;
        assertEquals(0, queue.size());
        return nanos;
    }
}
