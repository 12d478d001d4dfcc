package dev.sluice.engine.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.sluice.CountedSteps;
import dev.sluice.engine.TestPacket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a message was used for before costs nothing when it is used again. */
final class HeldPoolTest {

    @Test
    void walk_messageThatWasARemovalOfMany_takesAsManyStepsForEach() throws ReflectiveOperationException {
        CountedSteps.assertLinear(WalkAfterARemoval.class);
    }

    @Test
    void take_afterARemovalOfFew_isTheSameMessage() {
        HoldQueue queue = HoldQueues.empty();
        HeldMessage few = holdAndRelease(queue, 9);
        assertSame(few, holdAndRelease(queue, 9));
    }

    /** Its places along a thousand keys would stay with the player, a thousand times. */
    @Test
    void take_afterARemovalOfMany_isAnotherMessage() {
        HoldQueue queue = HoldQueues.empty();
        HeldMessage many = holdAndRelease(queue, 1_000);
        assertNotSame(many, holdAndRelease(queue, 1));
    }

    /** After a flood a player keeps a thousand and no more. */
    @Test
    void take_afterAFlood_isOneOfThoseKeptForTheFirstThousand() {
        HoldQueue queue = HoldQueues.empty();
        List<HeldMessage> flood = holdEdits(queue);
        flood.forEach(held -> queue.remove(held, 0));
        queue.recycle();
        Set<HeldMessage> again = new HashSet<>(holdEdits(queue));
        again.retainAll(flood);
        assertEquals(1_024, again.size());
    }

    private static List<HeldMessage> holdEdits(HoldQueue queue) {
        for (int i = 0; i < 2_000; i++) {
            add(queue, TestPacket.edit(i, 0, "edit"));
        }
        return queue.byAge().snapshot();
    }

    private static HeldMessage holdAndRelease(HoldQueue queue, int removed) {
        add(queue, TestPacket.remove(IntStream.range(0, removed).toArray()));
        HeldMessage removal = oldest(queue);
        queue.remove(removal, 0);
        queue.recycle();
        return removal;
    }

    /** A removal of so many, and then as many walks over what is held of one entity. */
    static final class WalkAfterARemoval implements IntConsumer {
        @Override
        public void accept(int count) {
            HoldQueue queue = HoldQueues.empty();
            add(queue, TestPacket.remove(IntStream.range(0, count).toArray()));
            queue.remove(oldest(queue), 0);
            queue.recycle();
            add(queue, TestPacket.spawn(7, 0, 0));
            HeldMessage spawn = oldest(queue);
            for (int i = 0; i < count; i++) {
                HeldTarget target = spawn.target;
                if (target == null || target.after(spawn) != null) {
                    throw new AssertionError("expected a spawn and nothing behind it");
                }
            }
        }
    }

    private static void add(HoldQueue queue, TestPacket packet) {
        queue.add(packet.message(), packet, null, packet.bytes(), 0, List.of());
    }

    private static HeldMessage oldest(HoldQueue queue) {
        HeldMessage oldest = queue.byAge().oldest();
        if (oldest == null) {
            throw new AssertionError("expected something held");
        }
        return oldest;
    }
}
