package dev.sluice.engine.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.TestPacket;
import dev.sluice.engine.priority.LinkPressure;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.PrioritizationManager;
import dev.sluice.engine.priority.Target;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When held messages are overdue, in milliseconds; entities are updated every 20 ticks. */
final class DeferralDeadlineTest {

    private static final long MILLI = 1_000_000;
    private static final long PROFILE = OrderingKey.profile(new UUID(1, 2));

    private final HoldQueue queue = queue();

    @Test
    void state_longUpdateInterval_isOverdueAfterTwiceThat() {
        add(TestPacket.head(7, "head"), 0);
        assertEquals(List.of(2_000L), deadlines());
    }

    @Test
    void fact_behindState_handsDownItsEarlierDeadline() {
        add(TestPacket.head(7, "head"), 0);
        add(fact(7), 100);
        assertEquals(List.of(600L, 600L), deadlines());
    }

    @Test
    void fact_behindStateWhoseChunkLeaves_handsDownItsEarlierDeadline() {
        add(TestPacket.chunk(0, 0, 100), 0);
        add(TestPacket.spawn(7, 0, 0), 0);
        add(TestPacket.head(7, "head"), 0);
        add(fact(7), 0);

        queue.remove(queue.byAge().snapshot().getFirst(), 1_000 * MILLI);

        assertEquals(List.of(1_500L, 1_500L, 1_500L), deadlines());
    }

    /** The sound shares the entity with others, and has a deadline before the head's. */
    @Test
    void sound_behindStateWhoseChunkLeaves_handsDownItsEarlierDeadline() {
        add(TestPacket.chunk(0, 0, 100), 0);
        add(TestPacket.spawn(7, 0, 0), 0);
        add(TestPacket.head(7, "head"), 0);
        add(sound(7), 0);
        assertEquals(List.of(), datedDeadlines());

        queue.remove(queue.byAge().snapshot().getFirst(), 1_000 * MILLI);

        assertEquals(List.of(1_500L, 1_500L, 1_500L), deadlines());
    }

    /** The spawn that is dropped waits for its chunk; the head before it does not. */
    @Test
    void sound_behindADroppedSpawnOfAHeldChunk_handsDownItsEarlierDeadline() {
        add(TestPacket.chunk(0, 0, 100), 0);
        add(TestPacket.head(7, "head"), 0);
        add(TestPacket.spawn(7, 0, 0), 0);
        add(sound(7), 0);
        assertEquals(List.of(2_000L), datedDeadlines());

        queue.remove(queue.byAge().snapshot().get(2), 100 * MILLI);

        assertEquals(List.of(600L, 600L), datedDeadlines());
    }

    /** The light that is dropped was not all that the spawn waited for. */
    @Test
    void spawn_behindADroppedLightOfItsHeldChunk_hasNoDeadlineYet() {
        add(TestPacket.chunk(0, 0, 100), 0);
        add(TestPacket.light(0, 0, 1_500), 0);
        add(TestPacket.spawn(7, 0, 0), 0);

        queue.remove(queue.byAge().snapshot().get(1), 0);

        assertEquals(List.of(), datedDeadlines());
    }

    /** Something else still blocks the spawn: it has been due since its chunk left all the same. */
    @Test
    void fact_stillBlockedAsItsChunkLeaves_isDatedFromThenOn() {
        add(TestPacket.chunk(0, 0, 100), 0);
        add(TestPacket.remove(7), 0);
        add(TestPacket.spawn(7, 0, 0), 0);
        add(TestPacket.head(7, "head"), 0);

        queue.remove(queue.byAge().snapshot().getFirst(), 1_000 * MILLI);

        assertEquals(List.of(500L, 1_500L, 3_000L), deadlines());
    }

    /** A position takes the place of the second move and the deadline of the first, and the head stands before it. */
    @Test
    void position_supersedesAnEarlierMove_handsDownItsDeadline() {
        StateMerger merger = new StateMerger(queue, (packet, receipt) -> {});
        add(TestPacket.move(7, 5, 0, 0), 0);
        add(TestPacket.head(7, "head"), 400);
        add(TestPacket.move(7, -5, 0, 0), 450);
        TestPacket position = TestPacket.sync(7, "position");

        assertTrue(merger.absorb(position.message(), position, null, position.bytes(), 460 * MILLI));

        assertEquals(List.of(2_000L, 2_000L), deadlines());
    }

    /** The move that leaves is not what the head waits for. */
    @Test
    void state_behindASupersededMoveOfAHeldChunk_hasNoDeadlineYet() {
        StateMerger merger = new StateMerger(queue, (packet, receipt) -> {});
        add(TestPacket.chunk(0, 0, 100), 0);
        add(TestPacket.spawn(7, 0, 0), 0);
        add(TestPacket.move(7, 5, 0, 0), 0);
        add(TestPacket.head(7, "head"), 0);
        add(TestPacket.move(7, -5, 0, 0), 0);
        TestPacket position = TestPacket.sync(7, "position");

        assertTrue(merger.absorb(position.message(), position, null, position.bytes(), 0));

        assertEquals(List.of(), datedDeadlines());
    }

    /** The spawn that is dropped was all that the second line waited for whose clock did not run; the edit waits for the chunk, too. */
    @Test
    void fact_behindADroppedSpawnOfAHeldChunk_isDatedFromThenOn() {
        add(TestPacket.chunk(0, 0, 100), 0);
        add(profile(), 0);
        add(spawn(), 0);
        add(profile(), 0);
        add(TestPacket.edit(0, 0, "edit"), 0);
        assertEquals(List.of(500L), datedDeadlines());

        queue.remove(queue.byAge().snapshot().get(2), 1_000 * MILLI);

        assertEquals(List.of(500L, 1_500L), datedDeadlines());
    }

    @Test
    void fact_behindADroppedSpawnOfAHeldChunk_handsDownItsEarlierDeadline() {
        add(TestPacket.chunk(0, 0, 100), 0);
        add(TestPacket.head(7, "head"), 0);
        add(spawn(), 0);
        add(fact(7), 0);
        assertEquals(List.of(2_000L), datedDeadlines());

        queue.remove(queue.byAge().snapshot().get(2), 100 * MILLI);

        assertEquals(List.of(600L, 600L), datedDeadlines());
    }

    @Test
    void light_ofAChunkThatTheClientHas_isOverdueAsEverythingElse() {
        add(TestPacket.light(0, 0, 1_500), 0);
        add(TestPacket.edit(0, 0, "edit"), 100);
        add(TestPacket.unload(0, 0), 200);
        assertEquals(List.of(500L, 600L, 700L), datedDeadlines());
    }

    @Test
    void light_behindItsChunk_hasNoDeadlineBeforeThatLeaves() {
        add(TestPacket.chunk(0, 0, 100), 0);
        add(TestPacket.light(0, 0, 1_500), 0);
        add(TestPacket.edit(0, 0, "edit"), 100);
        assertEquals(List.of(), datedDeadlines());

        queue.remove(queue.byAge().snapshot().getFirst(), 1_000 * MILLI);

        assertEquals(List.of(1_500L, 1_500L), datedDeadlines());
    }

    /** The chunk waits for as long as it must, and so does what stands behind it. */
    @Test
    void chunk_behindLight_hasNoDeadlineWhenThatLeaves() {
        add(TestPacket.light(0, 0, 1_500), 0);
        add(TestPacket.chunk(0, 0, 100), 0);
        add(TestPacket.light(0, 0, 1_500), 0);
        assertEquals(List.of(500L), datedDeadlines());

        queue.remove(queue.byAge().snapshot().getFirst(), 400 * MILLI);

        assertEquals(List.of(), datedDeadlines());
    }

    /** Its first chunk is there, its second is not. */
    @Test
    void biomes_ofAHeldChunkAsWell_haveNoDeadlineBeforeThatLeaves() {
        add(TestPacket.chunk(0, 0, 100), 0);
        add(
                TestPacket.fact(
                        MessagePriority.CHUNK_DATA,
                        "biomes",
                        2_000,
                        new Target.ChunkTarget(9, 9),
                        TestPacket.exclusive(OrderingKey.chunk(9, 9)),
                        TestPacket.exclusive(OrderingKey.chunk(0, 0))),
                0);
        add(TestPacket.edit(9, 9, "edit"), 0);
        assertEquals(List.of(), datedDeadlines());

        queue.remove(queue.byAge().snapshot().getFirst(), 1_000 * MILLI);

        assertEquals(List.of(1_500L, 1_500L), datedDeadlines());
    }

    private static HoldQueue queue() {
        PrioritizationManager priorities = new PrioritizationManager(Map.of(), distance -> 1);
        priorities.adapt(20, LinkPressure.FREE, 0);
        return new HoldQueue(
                new ClientWorld(priorities.memory()), priorities, new HoldRules(500 * MILLI, 50 * MILLI, type -> true));
    }

    private void add(TestPacket packet, long atMillis) {
        queue.add(packet.message(), packet, null, packet.bytes(), atMillis * MILLI, List.of());
    }

    private static TestPacket fact(int id) {
        return TestPacket.fact(
                MessagePriority.NEARBY_ENTITIES,
                "fact",
                10,
                new Target.EntityTarget(id),
                TestPacket.exclusive(OrderingKey.entity(id)));
    }

    private static TestPacket sound(int id) {
        return TestPacket.fact(
                MessagePriority.METADATA,
                "sound",
                10,
                new Target.EntityTarget(id),
                TestPacket.shared(OrderingKey.entity(id)));
    }

    private static TestPacket profile() {
        return TestPacket.fact(
                MessagePriority.METADATA, "profile", 10, Target.StreamTarget.WORLD, TestPacket.exclusive(PROFILE));
    }

    private static TestPacket spawn() {
        return TestPacket.fact(
                MessagePriority.NEARBY_ENTITIES,
                "spawn",
                60,
                new Target.EntityTarget(7),
                TestPacket.exclusive(OrderingKey.entity(7)),
                TestPacket.shared(OrderingKey.chunk(0, 0)),
                TestPacket.shared(PROFILE));
    }

    /** The deadlines of those that have one. */
    private List<Long> datedDeadlines() {
        return queue.byAge().snapshot().stream()
                .filter(held -> held.dated)
                .map(held -> held.deadlineNanos / MILLI)
                .toList();
    }

    private List<Long> deadlines() {
        return queue.byAge().snapshot().stream()
                .map(held -> held.deadlineNanos / MILLI)
                .toList();
    }
}
