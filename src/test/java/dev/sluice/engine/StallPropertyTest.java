package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.adapt.DeliveryTracker;
import dev.sluice.engine.adapt.NetworkHealth.Status;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Stalls on links of any rate and round trip: none on a link that moves, soon on a silent one, none of it left behind. */
final class StallPropertyTest {

    private static final int SEEDS = 300;

    /** The longest that a chunk is on a link that still counts as one that moves. */
    private static final int LONGEST_MESSAGE_MILLIS = 10_000;

    @Test
    void health_linkThatMoves_isNeverStalled() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            LinkedClient.Plan plan = LinkedClient.Plan.random(random, LONGEST_MESSAGE_MILLIS);
            String where = "seed " + seed + ", " + plan;
            LinkedClient linked = new LinkedClient(plan, random);
            while (linked.millis() < 20_000) {
                // A moment of silence is none.
                linked.link.stalled = random.nextInt(20) == 0;
                linked.live();
                assertNotEquals(
                        Status.STALLED, linked.health().status(), () -> where + " after " + linked.millis() + " ms");
            }
            linked.link.stalled = false;
            settle(linked, plan, where);
        }
    }

    @Test
    void health_silentLink_isStalledInTimeAndRecoversWithTheNewest() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            LinkedClient.Plan plan = LinkedClient.Plan.random(random, LONGEST_MESSAGE_MILLIS);
            String where = "seed " + seed + ", " + plan;
            LinkedClient linked = new LinkedClient(plan, random);
            long silentFrom = 3_000L + random.nextInt(5_000);
            while (linked.millis() < silentFrom || linked.health().status() == Status.UNKNOWN) {
                linked.live();
                assertTrue(linked.millis() < 60_000, () -> where + ": nothing was ever answered");
            }

            linked.link.stalled = true;
            long latest = linked.millis() + latestMillis(linked, plan);
            while (linked.health().status() != Status.STALLED) {
                linked.live();
                if (linked.health().bytesInFlight() == 0) {
                    // Nobody can tell silence from having nothing to say.
                    latest = linked.millis() + latestMillis(linked, plan);
                }
                long deadline = latest;
                assertTrue(linked.millis() <= deadline, () -> where + ": silent, but not stalled");
            }

            linked.client.sink.written.clear();
            long end = linked.millis() + 500L + random.nextInt(15_000);
            while (linked.millis() < end) {
                linked.live();
                assertEquals(Status.STALLED, linked.health().status(), where);
            }
            assertTrue(linked.client.writtenLabels().stream().allMatch(label -> label.startsWith("line")), where);

            for (int entity = 0; entity < LinkedClient.ENTITIES; entity++) {
                linked.turn(entity);
            }
            linked.client.sink.written.clear();
            linked.link.stalled = false;
            settle(linked, plan, where);
            List<String> written = linked.client.writtenLabels();
            for (int entity = 0; entity < LinkedClient.ENTITIES; entity++) {
                String prefix = "head " + entity + " ";
                assertEquals(
                        List.of(linked.newest(entity)),
                        written.stream()
                                .filter(label -> label.startsWith(prefix))
                                .toList(),
                        where);
            }
        }
    }

    /**
     * What was in flight, a chunk that follows it, and the marker behind them may take twice their time at the rate that was
     * measured, which may be half of the link's; never longer than the longest patience. With a second to spare.
     */
    private static long latestMillis(LinkedClient linked, LinkedClient.Plan plan) {
        long bytes = linked.health().bytesInFlight() + plan.chunkBytes() + plan.budgetBytesPerSecond() / 10;
        double patience = 4_000.0 * bytes / plan.bytesPerSecond()
                + Math.max(plan.rttMillis(), linked.health().rttMillis());
        return 1_000
                + Math.clamp(
                        Math.round(patience),
                        DeliveryTracker.STALL_NANOS / 1_000_000,
                        DeliveryTracker.MAX_STALL_NANOS / 1_000_000);
    }

    /** Everything goes out and is confirmed, and nothing is taken for a stall meanwhile. */
    private static void settle(LinkedClient linked, LinkedClient.Plan plan, String where) {
        double queueMillis = linked.health().bytesInFlight() * 1_000.0 / plan.bytesPerSecond();
        double heldMillis = linked.client.session.stats().heldBytes()
                * 1_000.0
                / Math.min(plan.bytesPerSecond(), plan.budgetBytesPerSecond());
        long latest = linked.millis() + Math.round(queueMillis + 2 * heldMillis) + 2L * plan.rttMillis() + 10_000;
        boolean answered = false;
        while (linked.client.session.hasHeld()
                || linked.health().bytesInFlight() > 0
                || linked.health().status() != Status.HEALTHY) {
            linked.idle();
            answered |= linked.health().status() != Status.STALLED;
            assertFalse(answered && linked.health().status() == Status.STALLED, () -> where + ": stalled once more");
            assertTrue(linked.millis() <= latest, () -> where + ": " + linked.health());
        }
        assertEquals(linked.client.receipts(), linked.client.sink.settledReceipts(), where);
    }
}
