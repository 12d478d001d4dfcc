package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.budget.ClientBandwidthTracker;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ClientBandwidthTrackerTest {

    private final ClientBandwidthTracker tracker =
            new ClientBandwidthTracker(new UUID(0, 1), new BandwidthConfig(125_000, 20, 2));

    @Test
    void history_beyondItsLength_forgetsTheOldest() {
        for (int tick = 0; tick < 700; tick++) {
            tracker.consume(tick);
            tracker.endTick();
        }
        long[] history = tracker.bytesSentHistory();
        assertEquals(600, history.length);
        assertEquals(100, history[0]);
        assertEquals(699, history[599]);
        assertEquals((100 + 699) / 2.0, tracker.averageUsage());
    }

    @Test
    void peak_burstWithinASecond_isTheLargestSecond() {
        for (int tick = 0; tick < 100; tick++) {
            tracker.consume(tick >= 30 && tick < 40 ? 5_000 : 10);
            tracker.endTick();
        }
        assertEquals(10 * 5_000 + 10 * 10, tracker.peakBytesPerSecond());
        assertEquals(200, tracker.currentBytesPerSecond());
    }

    @Test
    void peak_anyTraffic_isTheLargestSumOfTheHistory() {
        Random random = new Random(7);
        for (int tick = 0; tick < 3_000; tick++) {
            if (tick == 2_000) {
                tracker.reconfigure(new BandwidthConfig(125_000, 30, 2));
            }
            tracker.consume(
                    random.nextInt(8) == 0 ? random.nextInt(100_000) : tick % 1_000 < 500 ? 1_000 - tick % 1_000 : 7);
            tracker.endTick();
            assertEquals(largestSecond(), tracker.peakBytesPerSecond(), "seed 7, tick " + tick);
            assertEquals(lastSecond(), tracker.currentBytesPerSecond(), "seed 7, tick " + tick);
        }
    }

    private long lastSecond() {
        long[] history = tracker.bytesSentHistory();
        int ticks = Math.min(history.length, tracker.config().tickRate());
        return Arrays.stream(history, history.length - ticks, history.length).sum();
    }

    private long largestSecond() {
        long[] history = tracker.bytesSentHistory();
        int ticks = Math.min(history.length, tracker.config().tickRate());
        long largest = 0;
        for (int from = 0; from + ticks <= history.length; from++) {
            largest =
                    Math.max(largest, Arrays.stream(history, from, from + ticks).sum());
        }
        return largest;
    }

    @Test
    void current_inTheFirstSecond_isWhatWasSentSoFar() {
        tracker.consume(14_000);
        tracker.endTick();
        assertEquals(14_000, tracker.currentBytesPerSecond());
        assertEquals(14_000, tracker.peakBytesPerSecond());
    }

    @Test
    void remainingBudget_overspent_isZero() {
        tracker.consume(10_000);
        assertEquals(0, tracker.remainingBudget());
        tracker.endTick();
        assertEquals(6_250, tracker.remainingBudget());
    }

    @Test
    void averageUsage_noTickYet_isZero() {
        assertEquals(0, tracker.averageUsage());
        assertEquals(0, tracker.peakBytesPerSecond());
    }
}
