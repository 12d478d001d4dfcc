package dev.sluice.engine.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.CountedSteps;
import dev.sluice.engine.TestPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** Along a key goes the leading run of those that share it, or the first if that owns it; what leaves wakes no more than that. */
final class KeyQueueTest {

    private static final TestPacket CHAT = TestPacket.chat("line", 90);

    @Test
    void remove_randomEntries_readyIsWhatNothingBlocks() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            KeyQueue queue = new KeyQueue.Pooled();
            List<HeldMessage> held = new ArrayList<>();
            List<HeldMessage> unblocked = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                if (held.isEmpty() || random.nextInt(5) < 3) {
                    HeldMessage message = new HeldMessage(CHAT.message(), CHAT);
                    message.hold(i, 0, CHAT.message(), CHAT, null);
                    queue.append(message.addEntry(), random.nextInt(3) == 0);
                    held.add(message);
                    if (message.isReady()) {
                        unblocked.add(message);
                    }
                } else {
                    HeldMessage leaving = held.remove(random.nextInt(held.size()));
                    queue.remove(leaving, unblocked::add);
                    unblocked.remove(leaving);
                }
                String when = "seed " + seed + ", round " + round + ", step " + i;
                List<HeldMessage> free = held.stream()
                        .filter(each -> held.stream()
                                .limit(held.indexOf(each))
                                .noneMatch(before -> before.exclusive || each.exclusive))
                        .toList();
                assertEquals(free, held.stream().filter(HeldMessage::isReady).toList(), when);
                assertEquals(free, held.stream().filter(unblocked::contains).toList(), when);
                assertEquals(free.size(), unblocked.size(), when);
            }
        }
    }

    @Test
    void remove_manyEditsBehindSpawnsThatMayGo_takesAsManyStepsForEach() throws ReflectiveOperationException {
        CountedSteps.assertLinear(EditsBehindSpawns.class);
    }

    /** What an unload does to its held chunk: its data goes and its edits, and as many spawns as edits stay. */
    static final class EditsBehindSpawns implements IntConsumer {
        @Override
        public void accept(int count) {
            HoldQueue queue = HoldQueues.empty();
            add(queue, TestPacket.chunk(0, 0, 5_000));
            for (int i = 0; i < count; i++) {
                add(queue, TestPacket.spawn(i, 0, 0));
            }
            for (int i = 0; i < count; i++) {
                add(queue, TestPacket.edit(0, 0, "edit"));
            }
            for (HeldMessage held : queue.byAge().snapshot()) {
                if (held.message
                        .target()
                        .equals(TestPacket.edit(0, 0, "edit").message().target())) {
                    queue.remove(held, 0);
                }
            }
            queue.recycle();
            assertEquals(count, queue.size());
        }

        private static void add(HoldQueue queue, TestPacket packet) {
            queue.add(packet.message(), packet, null, packet.bytes(), 0, List.of());
        }
    }
}
