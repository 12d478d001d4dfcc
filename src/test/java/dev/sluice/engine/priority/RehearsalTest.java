package dev.sluice.engine.priority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.StillView;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A dry run of the order sees what will come, not only what is. An item is known by its bytes here. */
final class RehearsalTest {

    private static final long TICK_NANOS = 50_000_000;
    private static final long MAX_AGE_NANOS = 500_000_000;
    private static final int NOW = 100;
    private static final int INTERVAL = 4;

    private final PrioritizationManager priorities =
            new PrioritizationManager(Map.of(MessagePriority.NEARBY_ENTITIES, 0.2), distanceSquared -> 1);
    private final EntityMemory memory = priorities.memory();
    private final Rehearsal rehearsal = new Rehearsal();
    private final HeldPicture held = rehearsal.held();

    @Test
    void next_entityWithheld_goesAtItsTurnAndNotBefore() {
        priorities.adapt(INTERVAL, LinkPressure.FREE, NOW);
        int row = entityAt(8, 1, NOW - 1);
        held.about(add(MessagePriority.NEARBY_ENTITIES, 10), row, true);
        begin();

        int waited = 0;
        while (!nextAtTick(NOW + waited)) {
            waited++;
        }

        // Turns are staggered by the id: this one's is in the tick that with it is divisible by the interval.
        assertEquals(3, waited);
        assertEquals(0, (NOW + waited + 1) % INTERVAL);
    }

    /** Its turn is in this tick, but the order that stays until the next tick was made in the one before. */
    @Test
    void next_entityAtItsTurnInTheMidstOfATick_waitsForTheOrderOfTheNextOne() {
        priorities.adapt(INTERVAL, LinkPressure.FREE, NOW - 1);
        priorities.gather(new StillView(0), NOW - 1);
        held.about(add(MessagePriority.NEARBY_ENTITIES, 10), entityAt(8, 4, NOW - 3), true);
        rehearsal.keepsOrder(true);
        begin();

        assertFalse(rehearsal.next(0));
        assertTrue(nextAtTick(NOW));
    }

    @Test
    void next_entityWithheldButOverdue_goes() {
        priorities.adapt(INTERVAL, LinkPressure.FREE, NOW);
        int row = entityAt(8, 3, NOW - 1);
        held.about(held.add(MessagePriority.NEARBY_ENTITIES, 10, -1), row, true);
        begin();

        assertTrue(nextAtTick(NOW));
    }

    @Test
    void next_factOfAnEntityInItsInterval_goesAtOnce() {
        priorities.adapt(INTERVAL, LinkPressure.FREE, NOW);
        int row = entityAt(8, 3, NOW - 1);
        held.about(add(MessagePriority.NEARBY_ENTITIES, 10), row, false);
        begin();

        assertTrue(nextAtTick(NOW));
    }

    @Test
    void next_nearEntityThatWasJustSent_doesNotOvertakeAFarOneYet() {
        farAndNear();

        assertEquals(20, servedAtTick(NOW + 4));
    }

    @Test
    void next_nearEntityThatWasJustSent_overtakesAFarOneInTheTickInWhichItsScoreDoes() {
        farAndNear();
        nextAtTick(NOW + 4);

        assertEquals(10, servedAtTick(NOW + 5));
    }

    @Test
    void leaveOut_entityForWhichThereIsNoBudget_comesSooner() {
        farAndNear();
        nextAtTick(NOW);
        rehearsal.leaveOut();

        assertEquals(20, servedAtTick(NOW + 5));
    }

    @Test
    void next_itemBehindOneOfAnotherClass_goesOnceThatHasGone() {
        add(MessagePriority.METADATA, 10);
        int first = held.key(HeldPicture.NONE, true);
        add(MessagePriority.VOXEL_EDITS, 20);
        held.key(first, true);
        begin();

        assertEquals(10, servedAtTick(NOW));
        assertEquals(20, servedAtTick(NOW));
        assertFalse(nextAtTick(NOW));
    }

    @Test
    void next_entitiesOfWhichMoreIsFreedLater_goAgain() {
        int entities = 32;
        add(MessagePriority.METADATA, 10);
        int before = held.key(HeldPicture.NONE, true);
        for (int id = 0; id < entities; id++) {
            int row = entityAt(8, id, NOW - 1);
            held.about(add(MessagePriority.NEARBY_ENTITIES, 20), row, false);
            int behind = add(MessagePriority.NEARBY_ENTITIES, 30);
            before = held.key(before, false);
            held.about(behind, row, false);
        }
        begin();

        long served = 0;
        while (nextAtTick(NOW)) {
            served += rehearsal.serve(0);
        }
        assertEquals(10 + entities * (20 + 30), served);
    }

    @Test
    void next_probeOfAClassThatWaitsForAnother_goesBeforeWhatWaits() {
        addChunk(1_000, 0);
        int chunk = held.key(HeldPicture.NONE, true);
        add(MessagePriority.VOXEL_EDITS, 20);
        held.key(chunk, true);
        begin();
        rehearsal.probe();

        boolean edited = false;
        while (rehearsal.hasProbes()) {
            assertTrue(nextAtTick(NOW));
            boolean probe = rehearsal.isProbe();
            MessagePriority of = rehearsal.messageClass();
            rehearsal.serve(0);
            assertFalse(
                    edited && probe && of == MessagePriority.VOXEL_EDITS, "an edit that waited went before the probe");
            edited |= !probe && of == MessagePriority.VOXEL_EDITS;
        }
    }

    @Test
    void next_itemWhoseClockStartsWithTheChunkBeforeIt_isOverdueTheMaximumAgeLater() {
        addChunk(1_000, 0);
        int chunkEntry = held.key(HeldPicture.NONE, true);
        int edit = held.add(MessagePriority.VOXEL_EDITS, 20, HeldPicture.NEVER);
        int editEntry = held.key(chunkEntry, true);
        int behind = held.add(MessagePriority.CHAT, 30, HeldPicture.NEVER);
        held.key(editEntry, true);
        begin();
        nextAtTick(NOW + 1);
        rehearsal.serve(TICK_NANOS);

        assertEquals(TICK_NANOS + MAX_AGE_NANOS, held.dueNanos(edit));
        assertEquals(TICK_NANOS + MAX_AGE_NANOS, held.dueNanos(behind));
    }

    @Test
    void next_lightOfAFarChunk_goesBeforeNearerChunksOnceItIsOverdue() {
        addChunk(10, -1);
        addChunk(20, -4);
        addLight(30, -100);
        begin();

        assertEquals(10, servedAtTick(NOW));
        assertEquals(30, servedAtTick(NOW + 11));
        assertEquals(20, servedAtTick(NOW + 11));
    }

    /** As soon as it is late it goes by its deadline, and what it kept waiting goes by its place again. */
    @Test
    void next_chunkBehindItsLight_isNotOverdueWithIt() {
        addLight(10, -100);
        int light = held.key(HeldPicture.NONE, true);
        addChunk(20, -100);
        int chunk = held.key(light, true);
        int behind = addLight(30, -100);
        held.due(behind, HeldPicture.NEVER);
        held.key(chunk, true);
        addChunk(40, -81);
        begin();

        assertEquals(10, servedAtTick(NOW + 11));
        assertEquals(40, servedAtTick(NOW + 22));
        assertEquals(20, servedAtTick(NOW + 22));
        assertEquals(22 * TICK_NANOS + MAX_AGE_NANOS, held.dueNanos(behind));
    }

    @Test
    void next_unload_goesBeforeOverdueLight() {
        addLight(10, -4);
        held.score(addLight(20, 0), 1);
        begin();

        assertEquals(20, servedAtTick(NOW + 11));
        assertEquals(10, servedAtTick(NOW + 11));
    }

    /** By the share of the chunks; what is left over is for what is late. */
    @Test
    void next_ringMissing_goesBeforeOverdueLightButForWhatIsLeftOver() {
        int rings = 9;
        for (int i = 0; i < rings; i++) {
            held.inRing(addChunk(1_000, -2));
        }
        addLight(100, -100);
        addLight(100, -100);
        begin(rings);

        int light = 0;
        int chunks = 0;
        for (int i = 0; i < 4; i++) {
            boolean late = servedAtTick(NOW + 11) == 100;
            light += late ? 1 : 0;
            chunks += late ? 0 : 1;
        }
        assertEquals(1, light, "what is left over is served once");
        assertEquals(3, chunks);
    }

    @Test
    void next_ringMissingAndOrderKept_favoursItFromTheNextOrderOn() {
        held.inRing(addChunk(1_000, -2));
        add(MessagePriority.VOXEL_EDITS, 10);
        add(MessagePriority.VOXEL_EDITS, 20);
        rehearsal.keepsOrder(true);
        begin(1);

        assertTrue(rehearsal.next(0));
        assertEquals(10, rehearsal.serve(0));
        assertEquals(1_000, servedAtTick(NOW + 1));
    }

    @Test
    void next_probeOfChunks_isAFarOneThatIsNeverOverdue() {
        addChunk(10, -100);
        begin();
        rehearsal.probe();
        for (MessagePriority of : MessagePriority.values()) {
            if (of != MessagePriority.CHUNK_DATA) {
                assertTrue(nextAtTick(NOW + 11) && rehearsal.isProbe());
                rehearsal.serve(0);
            }
        }

        assertEquals(10, servedAtTick(NOW + 11));
        assertTrue(nextAtTick(NOW + 11) && rehearsal.isProbe());
    }

    @Test
    void next_soundThatIsDroppedMeanwhile_isPassedOver() {
        held.perishable(add(MessagePriority.METADATA, 10));
        add(MessagePriority.METADATA, 20);
        held.due(1, 3 * MAX_AGE_NANOS);
        begin();

        assertEquals(20, servedAtTick(NOW + 21));
        assertFalse(nextAtTick(NOW + 21));
    }

    /** What was freed in a run that did not end is not freed again in the next one. */
    @Test
    void begin_afterARunThatFailed_startsAnew() {
        rehearsal.woken(5);
        rehearsal.woken(6);
        held.clear();
        add(MessagePriority.METADATA, 10);
        begin();

        assertEquals(10, servedAtTick(NOW));
        assertFalse(nextAtTick(NOW));
    }

    @Test
    void capacity_manyMessagesOrPlacesAlongKeys_isForAsMany() {
        assertTrue(rehearsal.capacity() < 100);
        add(MessagePriority.METADATA, 10);
        for (int key = 0; key < 5_000; key++) {
            held.key(HeldPicture.NONE, true);
        }
        assertTrue(rehearsal.capacity() >= 5_000);
        for (int item = 0; item < 10_000; item++) {
            add(MessagePriority.METADATA, 10);
        }
        assertTrue(rehearsal.capacity() >= 10_000);
    }

    /**
     * A near entity of 10 bytes that was just sent, and a far one of 20 bytes that was not. 4/5 × n and 1/4 × (10 + n) are equal
     * after n = 4.5 ticks.
     */
    private void farAndNear() {
        held.about(add(MessagePriority.NEARBY_ENTITIES, 10), entityAt(4, 1, NOW), true);
        held.about(add(MessagePriority.NEARBY_ENTITIES, 20), entityAt(48, 2, NOW - 10), true);
        begin();
    }

    /** Behind the player, so that it does not look at it. */
    private int entityAt(double distance, int id, int sentTick) {
        int row = memory.remember(id);
        memory.placed(row, 0, 0, -distance);
        memory.sent(row, sentTick);
        return row;
    }

    private int add(MessagePriority messageClass, int bytes) {
        return held.add(messageClass, bytes, MAX_AGE_NANOS);
    }

    private int addChunk(int bytes, double score) {
        int item = held.add(MessagePriority.CHUNK_DATA, bytes, HeldPicture.NEVER);
        held.terrain(item);
        held.score(item, score);
        return item;
    }

    private int addLight(int bytes, double score) {
        int item = add(MessagePriority.CHUNK_DATA, bytes);
        held.score(item, score);
        return item;
    }

    private void begin() {
        begin(0);
    }

    private void begin(int ringMissing) {
        rehearsal.ticks(NOW, TICK_NANOS, TICK_NANOS);
        priorities.rehearse(rehearsal, MAX_AGE_NANOS, ringMissing, Long.MAX_VALUE);
    }

    private boolean nextAtTick(int tick) {
        long atNanos = (tick - NOW) * TICK_NANOS;
        rehearsal.order(atNanos);
        return rehearsal.next(atNanos);
    }

    private long servedAtTick(int tick) {
        assertTrue(nextAtTick(tick), "nothing may go");
        return rehearsal.serve((tick - NOW) * TICK_NANOS);
    }
}
