package dev.sluice.engine.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.sluice.engine.priority.EntityMemory;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ClientEntitiesTest {

    private final EntityMemory memory = new EntityMemory();
    private final ClientEntities entities = new ClientEntities(memory);

    /** Whoever comes next mostly is remembered with the one before: that must never be another one than the id's. */
    @Test
    void entity_anyOrderWithRemovalsAndNewWorlds_isTheOneOfTheId() {
        long seed = 20261122;
        Random random = new Random(seed);
        Map<Integer, ClientEntity> expected = new HashMap<>();
        for (int step = 0; step < 50_000; step++) {
            int id = random.nextInt(4) == 0 ? random.nextInt(24) : step % 24;
            String at = "seed " + seed + ", step " + step + ", entity " + id;
            switch (random.nextInt(200)) {
                case 0 -> {
                    entities.forgetAll();
                    expected.clear();
                }
                case 1, 2, 3, 4, 5, 6, 7, 8 -> {
                    entities.removed(id);
                    expected.remove(id);
                }
                case 9, 10, 11, 12 ->
                    assertEquals(
                            expected.containsKey(id) ? expected.get(id).entityRow() : EntityMemory.NO_ROW,
                            entities.row(id),
                            at);
                default -> {
                    ClientEntity found = entities.entity(id);
                    ClientEntity before = expected.putIfAbsent(id, found);
                    assertEquals(id, found.entityId(), at);
                    assertSame(before == null ? found : before, found, at);
                }
            }
        }
    }

    @Test
    void entity_idUsedAgainAfterARemoval_isAnotherOne() {
        ClientEntity first = entities.entity(1);
        ClientEntity second = entities.entity(2);
        assertSame(first, entities.entity(1));
        assertSame(second, entities.entity(2));
        entities.removed(2);
        entities.entity(1);
        assertNull(entities.queue(OrderingKey.entity(2)));
        entities.entity(1);
        assertNotSame(second, entities.entity(2));
        assertNotEquals(first.entityRow(), entities.entity(2).entityRow());
    }
}
