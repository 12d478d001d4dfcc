package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.packet.ClientWorld;
import dev.sluice.engine.packet.HoldRules;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.PacketManager;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.PrioritizationManager;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.stats.QueueTimes;
import dev.sluice.engine.stats.SessionCounters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a dry run is made, and what is published where there is none. */
final class QueueTimeEstimateTest {

    private static final BandwidthConfig BANDWIDTH = EngineConfig.DEFAULT.bandwidth();
    private static final long TICK_NANOS = BANDWIDTH.tickNanos();
    private static final QueueTimes PREDICTED = new QueueTimes(Map.of(MessagePriority.CHAT, 7.0));

    /** Counts the runs and how often one was made anew. */
    private final class Rehearsed implements QueueTimeEstimate.Prediction {

        private Rehearsed() {
            made++;
        }

        @Override
        public QueueTimes predict(long nowNanos, EngineConfig config) {
            runs++;
            if (failing) {
                throw new IllegalStateException("run " + runs);
            }
            return PREDICTED;
        }

        @Override
        public int capacity() {
            return capacity;
        }
    }

    private final PrioritizationManager priorities = new PrioritizationManager(Map.of(), distanceSquared -> 1);
    private final TokenBucket bucket = new TokenBucket(BANDWIDTH, 0);
    private final TickClock clock = new TickClock(0, TICK_NANOS);
    private final PacketManager packets = new PacketManager(
            new ClientWorld(priorities.memory()),
            bucket,
            new CountingSink(),
            move -> move,
            new SessionCounters(),
            priorities,
            new HoldRules(500_000_000L, TICK_NANOS, type -> true),
            (message, bytes) -> {});
    private final QueueTimeEstimate estimate = new QueueTimeEstimate(packets, bucket, clock, Rehearsed::new);
    private int made;
    private int runs;
    private boolean failing;
    private int capacity;
    private long nowNanos;

    @Test
    void at_runFails_isRoughForAMinuteAndSaysWhyOnce() {
        hold(TestPacket.chat("line", 90));
        failing = true;

        QueueTimes rough = nextTick();
        double drainMillis = bucket.nanosUntilEarned((double) packets.heldBytes()) / 1e6;
        assertEquals(new QueueTimes(Map.of(MessagePriority.CHAT, drainMillis)), rough);
        RuntimeException failure = estimate.failure();
        assertEquals("run 1", failure == null ? "none" : failure.getMessage());
        assertNull(estimate.failure(), "it was said already");
        assertEquals(2, made, "what failed must not be used again");

        afterTicks(QueueTimeEstimate.RETRY_TICKS - 1);
        assertEquals(1, runs);
        nextTick();
        assertEquals(2, runs);
        assertNull(estimate.failure(), "one failure is enough");
    }

    @Test
    void at_runFailsOnce_isPredictedAgainAMinuteLater() {
        hold(TestPacket.chat("line", 90));
        failing = true;
        nextTick();
        failing = false;
        afterTicks(QueueTimeEstimate.RETRY_TICKS - 1);
        assertSame(PREDICTED, nextTick());
    }

    @Test
    void at_moreHeldThanIsRehearsed_isAsLongAsAllOfItTakes() {
        for (int i = 0; i < QueueTimeEstimate.MAX_LOAD; i++) {
            hold(TestPacket.chat("line", 90));
        }
        // So much is due every eighth tick.
        assertSame(PREDICTED, afterTicks(8));
        hold(TestPacket.chunk(0, 0, 5_000));

        QueueTimes rough = nextTick();
        assertEquals(1, runs);
        double drainMillis = bucket.nanosUntilEarned((double) packets.heldBytes()) / 1e6;
        assertEquals(drainMillis, rough.millis(MessagePriority.CHAT));
        assertEquals(drainMillis, rough.millis(MessagePriority.CHUNK_DATA));
        assertEquals(0, rough.millis(MessagePriority.METADATA), "nothing is held of it");
        assertEquals(90.0 * QueueTimeEstimate.MAX_LOAD / BANDWIDTH.maxBytesPerSecond(), drainMillis / 1e3, 1);
    }

    /** What follows the view distance looks whether a backlog shrinks within ten seconds. */
    @Test
    void at_muchHeldAndNobodyAsks_isMadeAnewEveryFiveSeconds() {
        for (int i = 0; i < QueueTimeEstimate.MAX_LOAD; i++) {
            hold(TestPacket.chat("line", 90));
        }
        for (int tick = 0; tick < 300; tick++) {
            tick();
        }
        assertEquals(3, runs);
    }

    @Test
    void at_littleHeldAndNobodyAsks_isMadeAnewEverySecond() {
        hold(TestPacket.chat("line", 90));
        for (int tick = 0; tick < 300; tick++) {
            tick();
        }
        assertEquals(15, runs);
    }

    @Test
    void at_fewMessagesAlongMoreKeysThanAreRehearsed_isRough() {
        Message.Key[] keys = new Message.Key[QueueTimeEstimate.MAX_LOAD / 2 + 1];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = TestPacket.exclusive(i);
        }
        for (int i = 0; i < 2; i++) {
            hold(TestPacket.fact(MessagePriority.METADATA, "keys", 100, Target.StreamTarget.WORLD, keys));
        }
        nextTick();
        assertEquals(0, runs);
    }

    @Test
    void at_muchLessHeldThanThereIsMemoryFor_memoryIsGivenBack() {
        capacity = QueueTimeEstimate.MAX_IDLE_CAPACITY;
        nextTick();
        assertEquals(1, made, "it is small enough");
        capacity *= 2;
        for (int i = 0; i < capacity / 16; i++) {
            hold(TestPacket.chat("line", 90));
        }
        nextTick();
        assertEquals(1, made, "so much is needed");
        capacity *= 2;
        nextTick();
        assertEquals(2, made);
    }

    private void hold(TestPacket packet) {
        packets.hold(packet.message(), packet, null, nowNanos, List.of());
    }

    private QueueTimes nextTick() {
        return afterTicks(1);
    }

    /** What somebody sees in the end who asks all the time. */
    private QueueTimes afterTicks(int ticks) {
        QueueTimes seen = QueueTimes.NONE;
        for (int tick = 0; tick < ticks; tick++) {
            estimate.ask();
            seen = tick();
        }
        return seen;
    }

    private QueueTimes tick() {
        nowNanos += TICK_NANOS;
        clock.advance(nowNanos);
        return estimate.at(nowNanos, EngineConfig.DEFAULT);
    }
}
