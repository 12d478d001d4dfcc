package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.adapt.AdaptiveConfig;
import dev.sluice.engine.adapt.AdaptiveRate;
import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.budget.ClientBandwidthTracker;
import dev.sluice.engine.packet.TickSendLoop;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.PrioritizedMessage;
import dev.sluice.engine.priority.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The five unit tests of seed 002, with its names and numbers, for its send loop and for the engine. */
@SuppressWarnings("MemberName") // the seed's names
final class SeedBandwidthTest {

    /** One tick's sending, by either implementation. */
    interface Sender {
        /** Sends a tick; returns the messages sent in it. */
        List<PrioritizedMessage<String>> tick(List<PrioritizedMessage<String>> messages);

        ClientBandwidthTracker tracker();

        int deferred();
    }

    enum Implementation {
        SEED {
            @Override
            Sender create(int bytesPerTick) {
                return new SeedSender(bytesPerTick);
            }
        },
        ENGINE {
            @Override
            Sender create(int bytesPerTick) {
                return new EngineSender(bytesPerTick);
            }
        };

        abstract Sender create(int bytesPerTick);
    }

    static Stream<Implementation> implementations() {
        return Arrays.stream(Implementation.values());
    }

    private static BandwidthConfig perTick(int bytesPerTick) {
        return new BandwidthConfig(bytesPerTick * 20L, 20, 1);
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void test_bandwidth_stays_within_budget(Implementation implementation) {
        Sender sender = implementation.create(10_000);
        List<PrioritizedMessage<String>> sent = sender.tick(messages(MessagePriority.CHUNK_DATA, 20, 1_000));
        assertEquals(10, sent.size());
        assertEquals(10_000, bytes(sent));
        assertEquals(10, sender.deferred());
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void test_high_priority_messages_always_sent(Implementation implementation) {
        Sender sender = implementation.create(5_000);
        List<PrioritizedMessage<String>> queue = messages(MessagePriority.CHUNK_DATA, 5, 1_000);
        queue.addAll(messages(MessagePriority.PLAYER_STATE, 1, 1_000));
        List<PrioritizedMessage<String>> sent = sender.tick(queue);
        assertEquals(1, count(sent, MessagePriority.PLAYER_STATE));
        assertEquals(4, count(sent, MessagePriority.CHUNK_DATA));
        assertEquals(1, sender.deferred());
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void test_low_priority_deferred_when_budget_exceeded(Implementation implementation) {
        Sender sender = implementation.create(3_000);
        List<PrioritizedMessage<String>> queue = messages(MessagePriority.CHAT, 2, 500);
        queue.addAll(messages(MessagePriority.NEARBY_ENTITIES, 3, 1_000));
        List<PrioritizedMessage<String>> sent = sender.tick(queue);
        assertEquals(3, count(sent, MessagePriority.NEARBY_ENTITIES));
        assertEquals(0, count(sent, MessagePriority.CHAT));
        assertEquals(2, sender.deferred());
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void test_per_client_tracking_is_accurate(Implementation implementation) {
        Sender sender = implementation.create(10_000);
        long[] expected = new long[10];
        for (int tick = 0; tick < 10; tick++) {
            List<PrioritizedMessage<String>> sent = sender.tick(messages(MessagePriority.NEARBY_ENTITIES, tick, 700));
            expected[tick] = bytes(sent);
            assertEquals(700L * tick, expected[tick]);
        }
        assertArrayEquals(expected, sender.tracker().bytesSentHistory());
        assertEquals(
                Arrays.stream(expected).average().orElseThrow(),
                sender.tracker().averageUsage());
    }

    @Test
    void test_adaptive_rate_reduction_works() {
        AdaptiveRate rate = new AdaptiveRate(AdaptiveConfig.DEFAULT);
        rate.adjust(100);
        assertEquals(1, rate.entityUpdateInterval());
        rate.adjust(200);
        assertEquals(2, rate.entityUpdateInterval());
        rate.adjust(350);
        assertEquals(4, rate.entityUpdateInterval());
        rate.adjust(80);
        assertEquals(1, rate.entityUpdateInterval());
    }

    private static List<PrioritizedMessage<String>> messages(MessagePriority priority, int count, int bytes) {
        List<PrioritizedMessage<String>> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(new PrioritizedMessage<>(priority, priority + " " + i, bytes));
        }
        return messages;
    }

    private static long bytes(List<PrioritizedMessage<String>> messages) {
        return messages.stream().mapToLong(PrioritizedMessage::sizeBytes).sum();
    }

    private static long count(List<PrioritizedMessage<String>> messages, MessagePriority priority) {
        return messages.stream().filter(m -> m.priority() == priority).count();
    }

    private static final class SeedSender implements Sender {
        private final ClientBandwidthTracker tracker;
        private List<PrioritizedMessage<String>> queue = new ArrayList<>();

        SeedSender(int bytesPerTick) {
            tracker = new ClientBandwidthTracker(new UUID(0, 1), perTick(bytesPerTick));
        }

        @Override
        public List<PrioritizedMessage<String>> tick(List<PrioritizedMessage<String>> messages) {
            queue.addAll(messages);
            List<PrioritizedMessage<String>> before = new ArrayList<>(queue);
            List<String> sent = new ArrayList<>();
            queue = TickSendLoop.sendTickMessages(tracker, queue, sent::add);
            before.removeIf(message -> !sent.contains(message.data()));
            return before;
        }

        @Override
        public ClientBandwidthTracker tracker() {
            return tracker;
        }

        @Override
        public int deferred() {
            return queue.size();
        }
    }

    /** The engine's gather and writePackets, strictly by class, since the seed knows no shares. */
    private static final class EngineSender implements Sender {
        private final EngineHarness engine;

        EngineSender(int bytesPerTick) {
            engine = new EngineHarness(perTick(bytesPerTick), Map.of());
        }

        @Override
        public List<PrioritizedMessage<String>> tick(List<PrioritizedMessage<String>> messages) {
            for (PrioritizedMessage<String> message : messages) {
                engine.hold(TestPacket.fact(
                        message.priority(),
                        message.data(),
                        Math.toIntExact(message.sizeBytes()),
                        Target.StreamTarget.WORLD));
            }
            return engine.tick().stream()
                    .map(packet -> new PrioritizedMessage<>(
                            packet.message().type().priority(), packet.label(), packet.bytes()))
                    .toList();
        }

        @Override
        public ClientBandwidthTracker tracker() {
            return engine.tracker;
        }

        @Override
        public int deferred() {
            return engine.packets.heldMessages();
        }
    }
}
