package dev.sluice.engine.priority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.StillView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The order of a tick is made when it is asked for, as of the tick's gathering. */
final class GatheringTest {

    private final StillView view = new StillView(0);
    private final PrioritizationManager priorities = new PrioritizationManager(Map.of(), distanceSquared -> 2);

    @Test
    void next_ticksWithoutARequestBetween_servesTheNearestToThePlayerNow() {
        Held west = held(1, -40);
        Held east = held(2, 40);
        view.x = -40;
        ReplicationRequests requests = priorities.gather(view, 0);
        assertTrue(requests.next());
        assertSame(west, requests.backlog());

        view.x = 0;
        priorities.gather(view, 1);
        view.x = 40;
        requests = priorities.gather(view, 2);

        assertTrue(requests.next());
        assertSame(east, requests.backlog());
    }

    @Test
    void explain_noRequestSinceTheGathering_speaksOfItsViewpoint() {
        Held held = held(1, 40);
        view.x = 0;
        assertTrue(priorities.gather(view, 0).next());
        view.x = 30;
        priorities.gather(view, 1);

        assertEquals(10, priorities.explain(held.entityRow, 1).distanceBlocks(), 1e-9);
    }

    @Test
    void isEntityWaiting_noRequestSinceTheGathering_followsTheIntervalsOfItsTick() {
        Held held = held(0, 5);
        priorities.adapt(1, LinkPressure.CONGESTED, 0);
        priorities.memory().sent(held.entityRow, 0);
        for (int tick = 0; tick < 6; tick++) {
            priorities.gather(view, tick);
            // The turn of tick 2 stays the entity's own, since nothing was sent of it.
            assertEquals(tick >= 2, priorities.isEntityWaiting(), "in tick " + tick);
        }
        priorities.memory().sent(held.entityRow, 6);
        assertFalse(priorities.gather(view, 7).next());
        assertTrue(priorities.gather(view, 8).next());
    }

    @Test
    void next_someHaveComeAndGone_servesAllOthersNearestFirst() {
        List<Held> waiting = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            waiting.add(held(i, 1 + i * 17 % 40));
        }
        Held rowless = new Held(-1, EntityMemory.NO_ROW);
        priorities.ready(rowless);
        for (int i = 39; i >= 0; i -= 3) {
            priorities.notReady(waiting.remove(i));
        }
        waiting.add(held(40, 60));
        waiting.sort(Comparator.comparingDouble(held -> held.x));
        waiting.add(rowless);

        ReplicationRequests requests = priorities.gather(view, 1);
        for (Held expected : waiting) {
            assertTrue(requests.next());
            assertSame(expected, requests.backlog());
            priorities.notReady(expected);
        }
        assertFalse(requests.next());
    }

    /** No more than mostly goes in a pass: the others would be read in vain. */
    @Test
    void next_manyWait_touchesSixteenMoreForEachSixteenServed() {
        List<Held> waiting = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            waiting.add(held(i, 1 + i));
        }
        ReplicationRequests requests = priorities.gather(view, 1);
        assertEquals(0, touched(waiting), "before anything is asked for");
        for (int served = 1; served <= 40; served++) {
            assertTrue(requests.next());
            priorities.notReady(requests.backlog());
            assertEquals((served + 15) / 16 * 16, touched(waiting), "after " + served);
        }
        requests = priorities.gathered();
        assertTrue(requests.next());
        assertEquals(48 + 16, touched(waiting), "in the pass after");
    }

    private static int touched(List<Held> waiting) {
        int touched = 0;
        for (Held held : waiting) {
            assertEquals(0, held.touches % TargetBacklog.TOUCH_STEPS, "steps of each");
            touched += held.touches / TargetBacklog.TOUCH_STEPS;
        }
        return touched;
    }

    private Held held(int entityId, double x) {
        Held held = new Held(entityId, priorities.memory().remember(entityId));
        held.x = x;
        priorities.memory().placed(held.entityRow, x, 0, 0);
        priorities.ready(held);
        return held;
    }

    /** An entity of which state is held. */
    private static final class Held implements TargetBacklog {

        private final int entityId;
        private final int entityRow;
        private int slot = NOWHERE;
        private double x;
        private int touches;

        Held(int entityId, int row) {
            this.entityId = entityId;
            this.entityRow = row;
        }

        @Override
        public int entityRow() {
            return entityRow;
        }

        @Override
        public int slot() {
            return slot;
        }

        @Override
        public void slot(int newSlot) {
            slot = newSlot;
        }

        @Override
        public Target target() {
            return new Target.EntityTarget(entityId);
        }

        @Override
        public MessagePriority messageClass() {
            return MessagePriority.NEARBY_ENTITIES;
        }

        @Override
        public long touch(int step) {
            assertEquals(touches % TOUCH_STEPS, step, "in their order");
            touches++;
            return 1;
        }

        @Override
        public long readyBytes(long limitBytes) {
            return 12;
        }

        @Override
        public int componentMask() {
            return Component.POSITION.mask();
        }

        @Override
        public long oldestSequence() {
            return entityId;
        }

        @Override
        public long overdueNanos(long nowNanos) {
            return 0;
        }

        @Override
        public boolean isStateOnly() {
            return true;
        }

        @Override
        public boolean isRemovalNext() {
            return false;
        }
    }
}
