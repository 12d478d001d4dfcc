package dev.sluice.engine.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.CountedSteps;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** What must go first is found completely, and in as many steps as there is of it. */
final class PredecessorsTest {

    @Test
    void of_randomKeys_isAllThatConflictsAndWhatThatWaitsFor() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            HoldQueue queue = HoldQueues.empty();
            int count = random.nextInt(40);
            for (int i = 0; i < count; i++) {
                TestPacket packet = random(random, "held " + i);
                queue.add(packet.message(), packet, null, packet.bytes(), 0, List.of());
            }
            Message message = random(random, "message").message();
            Set<HeldMessage> expected = new HashSet<>();
            List<HeldMessage> held = queue.byAge().snapshot();
            for (int i = held.size() - 1; i >= 0; i--) {
                HeldMessage each = held.get(i);
                if (conflict(each.message, message)
                        || expected.stream().anyMatch(later -> conflict(each.message, later.message))) {
                    expected.add(each);
                }
            }
            List<HeldMessage> ordered = new ArrayList<>(held);
            ordered.retainAll(expected);
            assertEquals(ordered, Predecessors.of(message, queue), "seed " + seed + ", round " + round);
        }
    }

    @Test
    void of_acknowledgementBehindEditsOfOneChunk_takesAsManyStepsForEach() throws ReflectiveOperationException {
        CountedSteps.assertLinear(EditsOfOneChunk.class);
    }

    @Test
    void of_ownerBehindManyWhoShareTwoKeys_takesAsManyStepsForEach() throws ReflectiveOperationException {
        CountedSteps.assertLinear(SharersOfTwoKeys.class);
    }

    static final class EditsOfOneChunk implements IntConsumer {
        @Override
        public void accept(int count) {
            HoldQueue queue = HoldQueues.empty();
            for (int i = 0; i < count; i++) {
                TestPacket edit = TestPacket.edit(0, 0, "edit " + i);
                queue.add(edit.message(), edit, null, edit.bytes(), 0, List.of());
            }
            Message ack = TestPacket.immediate("ack", TestPacket.exclusive(OrderingKey.EDITS))
                    .message();
            assertEquals(count, Predecessors.of(ack, queue).size());
        }
    }

    static final class SharersOfTwoKeys implements IntConsumer {
        @Override
        public void accept(int count) {
            HoldQueue queue = HoldQueues.empty();
            hold(queue, "first", exclusive(1), exclusive(2));
            for (int i = 0; i < count; i++) {
                hold(queue, "shared " + i, shared(1), shared(2));
            }
            hold(queue, "owner", exclusive(1), exclusive(2));
            assertEquals(
                    count + 2,
                    Predecessors.of(packet("last", exclusive(1)).message(), queue)
                            .size());
        }

        private static void hold(HoldQueue queue, String label, Message.Key... keys) {
            TestPacket packet = packet(label, keys);
            queue.add(packet.message(), packet, null, packet.bytes(), 0, List.of());
        }
    }

    private static boolean conflict(Message one, Message other) {
        for (Message.Key key : one.keys()) {
            for (Message.Key too : other.keys()) {
                boolean owned = key.mode() == KeyMode.EXCLUSIVE || too.mode() == KeyMode.EXCLUSIVE;
                if (key.key() == too.key() && owned) {
                    return true;
                }
            }
        }
        return false;
    }

    private static TestPacket random(Random random, String label) {
        Map<Integer, Message.Key> keys = new HashMap<>();
        for (int i = 0; i < 3; i++) {
            int key = random.nextInt(4);
            keys.put(key, random.nextInt(3) == 0 ? exclusive(key) : shared(key));
        }
        return packet(label, keys.values().toArray(new Message.Key[0]));
    }

    private static Message.Key exclusive(int chunk) {
        return new Message.Key(OrderingKey.chunk(chunk, 0), KeyMode.EXCLUSIVE);
    }

    private static Message.Key shared(int chunk) {
        return new Message.Key(OrderingKey.chunk(chunk, 0), KeyMode.SHARED);
    }

    private static TestPacket packet(String label, Message.Key... keys) {
        return TestPacket.fact(MessagePriority.METADATA, label, 10, Target.StreamTarget.WORLD, keys);
    }
}
