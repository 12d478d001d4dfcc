package dev.sluice.engine.priority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

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
}
