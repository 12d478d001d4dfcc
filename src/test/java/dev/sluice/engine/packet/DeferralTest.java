package dev.sluice.engine.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.CountedSteps;
import dev.sluice.engine.TestPacket;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What starts to wait takes as many steps however many share its key. */
final class DeferralTest {

    private static final int FEW = 500;
    private static final int TIMES = 16;

    @Test
    void hold_manySpawnsBehindTheirChunk_takesAsManyStepsForEach() throws ReflectiveOperationException {
        CountedSteps.assertLinear(BehindTheChunk.class);
    }

    @Test
    void hold_manySpawnsBehindAnEditOfTheirChunk_takesAsManyStepsForEach() throws ReflectiveOperationException {
        CountedSteps.assertLinear(BehindAnEdit.class);
    }

    @Test
    void hold_manySpawnsBetweenEditsOfTheirChunk_takesAsManyStepsForEach() throws ReflectiveOperationException {
        CountedSteps.assertLinear(BetweenEdits.class);
    }

    @Test
    void hold_manySpawnsBeforeEditsOfTheirChunk_takesAsManyStepsForEach() throws ReflectiveOperationException {
        CountedSteps.assertLinear(BeforeEdits.class);
    }

    /** That the steps of what is not linear are seen: each spawn here looks at all that stand before it. */
    @Test
    void count_everySpawnLooksAtAllBefore_isNotLinear() throws ReflectiveOperationException {
        long few = CountedSteps.of(LookingBack.class, FEW);
        long many = CountedSteps.of(LookingBack.class, TIMES * FEW);
        assertTrue(many > TIMES * TIMES / 2 * few, few + " steps, and " + many);
    }

    static final class BehindTheChunk implements IntConsumer {
        @Override
        public void accept(int count) {
            release(hold(count, i -> i == 0 ? TestPacket.chunk(0, 0, 5_000) : TestPacket.spawn(i, 0, 0)));
        }
    }

    static final class BehindAnEdit implements IntConsumer {
        @Override
        public void accept(int count) {
            release(hold(count, i -> switch (i) {
                case 0 -> TestPacket.chunk(0, 0, 5_000);
                case 1 -> TestPacket.edit(0, 0, "edit");
                default -> TestPacket.spawn(i, 0, 0);
            }));
        }
    }

    static final class BetweenEdits implements IntConsumer {
        @Override
        public void accept(int count) {
            release(hold(count, i -> {
                if (i == 0) {
                    return TestPacket.chunk(0, 0, 5_000);
                }
                return i == 1 || i == count - 1 ? TestPacket.edit(0, 0, "edit") : TestPacket.spawn(i, 0, 0);
            }));
        }
    }

    /** The second edit has no deadline yet as the spawns get theirs. */
    static final class BeforeEdits implements IntConsumer {
        @Override
        public void accept(int count) {
            release(hold(count, i -> {
                if (i == 0) {
                    return TestPacket.chunk(0, 0, 5_000);
                }
                return i >= count - 2 ? TestPacket.edit(0, 0, "edit") : TestPacket.spawn(i, 0, 0);
            }));
        }
    }

    static final class LookingBack implements IntConsumer {
        @Override
        public void accept(int count) {
            HoldQueue queue = hold(count, i -> TestPacket.spawn(i, 0, 0));
            long seen = 0;
            for (HeldMessage held : queue.byAge().snapshot()) {
                for (KeyEntry before = held.entry(1).previous; before != null; before = before.previous) {
                    seen++;
                }
            }
            assertEquals(count * (count - 1L) / 2, seen);
        }
    }

    private static HoldQueue hold(int count, IntFunction<TestPacket> packets) {
        HoldQueue queue = HoldQueues.empty();
        for (int i = 0; i < count; i++) {
            TestPacket packet = packets.apply(i);
            queue.add(packet.message(), packet, null, packet.bytes(), 0, List.of());
        }
        return queue;
    }

    /** Lets them go from the oldest to the newest. */
    private static void release(HoldQueue queue) {
        for (HeldMessage held = queue.byAge().oldest();
                held != null;
                held = queue.byAge().oldest()) {
            queue.remove(held, 0);
            queue.recycle();
        }
        assertEquals(0, queue.size());
    }
}
