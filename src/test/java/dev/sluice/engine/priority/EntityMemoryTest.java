package dev.sluice.engine.priority;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class EntityMemoryTest {

    private final EntityMemory memory = new EntityMemory();
    private final int row = memory.remember(7);

    @Test
    void boost_nothingSent_halvesEverySecond() {
        memory.leftOut(row, 10);
        assertEquals(0.5, memory.boost(row, 10), 1e-6);
        assertEquals(0.25, memory.boost(row, 30), 1e-6);
        assertEquals(0.125, memory.boost(row, 50), 1e-6);
    }

    @Test
    void boost_leftOutInManyTicks_growsToABoundAndEndsOnceSent() {
        for (int tick = 0; tick < 200; tick++) {
            memory.leftOut(row, tick);
        }
        assertEquals(8, memory.boost(row, 199), 0.5);
        memory.sent(row, 200);
        assertEquals(0, memory.boost(row, 200));
    }
}
