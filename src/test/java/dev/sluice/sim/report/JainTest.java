package dev.sluice.sim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class JainTest {

    @Test
    void index_equalAndUnequalValues_isTheirFairness() {
        assertEquals(1, Jain.index(3, 3, 3), 1e-12);
        assertEquals(0.25, Jain.index(0, 0, 8, 0), 1e-12);
        assertEquals(0.9, Jain.index(1, 2, Double.NaN), 1e-12);
        assertTrue(Double.isNaN(Jain.index()));
    }
}
