package dev.sluice.engine.priority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EntityRelevanceTest {

    private final EntityMemory memory = new EntityMemory();
    private final EntityRelevance relevance =
            new EntityRelevance(memory, distanceSquared -> distanceSquared > 64 * 64 ? 4 : 1);

    /** As scored, and with the interval, of an entity beside the player; for the queue times as well. */
    @Test
    void passenger_ofANearVehicle_countsAsNear() {
        int vehicle = memory.remember(1);
        int rider = memory.remember(2);
        memory.placed(vehicle, 0, 0, 1);
        memory.placed(rider, 0, 0, 100);
        relevance.adapt(1, LinkPressure.FULL, 10);
        assertEquals(4, relevance.intervalTicks(rider));
        double far = relevance.weight(rider, 10);

        memory.mount(rider, vehicle);

        assertEquals(1, relevance.intervalTicks(rider));
        assertEquals(far * (16 + 100) / (16 + 1), relevance.weight(rider, 10), 1e-9);
    }

    /** Seen from the eyes, 1.62 blocks above the feet. */
    @Test
    void weight_lookedAtOnTheGroundCloseBy_isTwice() {
        int item = memory.remember(1);
        memory.placed(item, 0, 0, 2);
        float down = (float) Math.toDegrees(Math.atan2(1.62, 2));
        relevance.lookFrom(new Viewpoint(0, 0, 0, 180, down));
        double unseen = relevance.weight(item, 10);

        relevance.lookFrom(new Viewpoint(0, 0, 0, 0, down));

        assertEquals(2 * unseen, relevance.weight(item, 10), 1e-9);
    }

    /**
     * On a link that is merely full.
     *
     * @param bucket ticks by the profile, at any distance
     * @param roundTrip ticks by the round-trip time
     * @param expected ticks
     */
    @ParameterizedTest
    @CsvSource({
        "16, 1, 1, 1",
        "16, 2, 1, 1",
        "16, 4, 1, 1",
        "16, 4, 2, 2",
        "17, 1, 1, 3",
        "17, 2, 1, 3",
        "17, 3, 1, 3",
        "17, 4, 1, 4",
        "17, 2, 4, 4",
        "17, 10, 4, 10"
    })
    void intervalTicks_fullLink_waitsBeyondSixteenBlocksByTheLongest(
            double blocks, int bucket, int roundTrip, int expected) {
        EntityRelevance full = new EntityRelevance(memory, distanceSquared -> bucket);
        int row = placed(blocks);
        full.adapt(roundTrip, LinkPressure.FULL, 1_000);

        assertEquals(expected, full.intervalTicks(row));
    }

    /**
     * Five seconds after a blow the two do not fight any more.
     *
     * @param ticksAgo when the blow was
     */
    @ParameterizedTest
    @CsvSource({"0, 2, 1", "0, 10, 1", "100, 2, 1", "100, 10, 1", "101, 2, 3", "101, 10, 10"})
    void intervalTicks_fullLink_opponentFarAwayWaitsForNothing(int ticksAgo, int bucket, int expected) {
        EntityRelevance full = new EntityRelevance(memory, distanceSquared -> bucket);
        int row = placed(17);
        memory.fought(row, 1_000 - ticksAgo);
        full.adapt(1, LinkPressure.FULL, 1_000);

        assertEquals(expected, full.intervalTicks(row));
    }

    /** Where entity updates themselves do not fit, neither place nor combat spares anyone the profile's intervals. */
    @ParameterizedTest
    @CsvSource({"16, false", "17, false", "16, true", "17, true"})
    void intervalTicks_congestedLink_isTheProfilesForAll(double blocks, boolean fights) {
        EntityRelevance congested = new EntityRelevance(memory, distanceSquared -> 2);
        int row = placed(blocks);
        if (fights) {
            memory.fought(row, 1_000);
        }
        congested.adapt(1, LinkPressure.CONGESTED, 1_000);

        assertEquals(2, congested.intervalTicks(row));
    }

    /** As far from where the player is. */
    private int placed(double blocks) {
        int row = memory.remember(7);
        memory.placed(row, blocks, 0, 0);
        return row;
    }
}
