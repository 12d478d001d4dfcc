package dev.sluice.sim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.priority.MessagePriority;
import org.junit.jupiter.api.Test;

final class ShareMeterTest {

    private static final long TICK = 50_000_000L;
    private static final long RATE = EngineConfig.DEFAULT.bandwidth().maxBytesPerSecond();

    private final ShareMeter meter = new ShareMeter(EngineConfig.DEFAULT);

    @Test
    void result_classThatGetsHalfItsShare_isSeen() {
        meter.starts(MessagePriority.CHUNK_DATA);
        meter.starts(MessagePriority.CHAT);
        meter.tick(TICK, false);
        for (int i = 2; i < 1_000; i++) {
            meter.budgeted(MessagePriority.CHUNK_DATA, 6_024);
            meter.budgeted(MessagePriority.CHAT, 186);
            meter.tick(i * TICK, false);
        }
        PlayerResult result = meter.result();
        assertEquals(0.5, result.smallestShare(), 0.01);
        assertEquals(0.9, result.shareIndex(), 0.01);
        assertEquals(6_210 * 20.0 / RATE, result.utilisation(), 1e-6);
    }

    @Test
    void result_classThatRunsEmptyInEveryTick_isNotCompared() {
        meter.starts(MessagePriority.CHUNK_DATA);
        for (int i = 1; i < 1_000; i++) {
            meter.starts(MessagePriority.CHAT);
            meter.tick(i * TICK, false);
            meter.budgeted(MessagePriority.CHUNK_DATA, 6_000);
            meter.ends(MessagePriority.CHAT);
        }
        assertTrue(Double.isNaN(meter.result().smallestShare()));
    }
}
