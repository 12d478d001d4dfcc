package dev.sluice.sim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.priority.MessagePriority;
import org.junit.jupiter.api.Test;

final class BudgetUseTest {

    private static final long TICK = 50_000_000L;
    private static final double RATE = EngineConfig.DEFAULT.bandwidth().maxBytesPerSecond();

    private final BudgetUse use = new BudgetUse(EngineConfig.DEFAULT);

    @Test
    void rates_somethingWaitsAllTheTime_areOfThatTime() {
        use.starts(MessagePriority.CHUNK_DATA);
        use.tick(TICK, false);
        for (int i = 2; i <= 101; i++) {
            use.budgeted(5_000);
            use.charged(100);
            use.tick(i * TICK, false);
        }
        assertEquals(5_000 * 20, use.budgetedRate(), 1e-6);
        assertEquals(5_100 * 20 / RATE, use.utilisation(), 1e-9);
    }

    @Test
    void rates_onlyWithheldEntityStateWaits_areUnknown() {
        use.starts(MessagePriority.NEARBY_ENTITIES);
        use.tick(TICK, true);
        use.budgeted(5_000);
        use.tick(2 * TICK, true);
        assertTrue(Double.isNaN(use.utilisation()));
        assertTrue(Double.isNaN(use.budgetedRate()));
    }

    @Test
    void rates_nothingWaitsForAMoment_leaveThatTickOut() {
        use.starts(MessagePriority.CHAT);
        use.tick(TICK, false);
        use.ends(MessagePriority.CHAT);
        use.starts(MessagePriority.CHAT);
        use.tick(2 * TICK, false);
        assertTrue(Double.isNaN(use.utilisation()));
    }
}
