package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class TravelTest {

    private final Travel travel = new Travel();

    @Test
    void hasCome_join_isNoTeleport() {
        assertFalse(travel.hasCome("world", 10_000, 0));
    }

    @Test
    void hasCome_flight_isNoTeleport() {
        for (int tick = 0; tick < 1_000; tick++) {
            assertFalse(travel.hasCome("world", 3.4 * tick, 0));
        }
    }

    @Test
    void hasCome_farAwayInATick_isATeleportOnce() {
        travel.hasCome("world", 0, 0);

        assertTrue(travel.hasCome("world", 0, -100));
        assertFalse(travel.hasCome("world", 0, -100));
    }

    @Test
    void hasCome_otherWorldAtTheSamePlace_isATeleport() {
        travel.hasCome("world", 0, 0);

        assertTrue(travel.hasCome("world_nether", 0, 0));
    }
}
