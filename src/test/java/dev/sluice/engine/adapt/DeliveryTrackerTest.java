package dev.sluice.engine.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.adapt.NetworkHealth.Status;
import dev.sluice.engine.port.MarkerPort;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DeliveryTrackerTest {

    private long now;
    private final SimulatedLink link = new SimulatedLink(() -> now, 100_000, 80);
    private final DeliveryTracker tracker =
            new DeliveryTracker(link, new MarkerIds(new SplittableRandom(1)), 1_000, now);

    @Test
    void confirmed_allArrived_leavesNothingInFlightAndTheRoundTrip() {
        write(1_000, true);
        run(2_000);
        assertEquals(Status.HEALTHY, tracker.snapshot().status());
        assertEquals(0, tracker.snapshot().bytesInFlight());
        assertEquals(0, tracker.snapshot().unconfirmedReliable());
        assertEquals(80, tracker.snapshot().rttMillis(), 10);
    }

    @Test
    void bytesInFlight_betweenTwoMarkers_isExact() {
        List<Integer> ids = new ArrayList<>();
        DeliveryTracker exact = new DeliveryTracker(into(ids), new MarkerIds(new SplittableRandom(1)), 1_000, 0);
        exact.written(300, true);
        exact.tick(100_000_000L);
        exact.written(50, true);
        exact.confirmed(ids.get(0), 140_000_000L);
        assertEquals(50, exact.snapshot().bytesInFlight());
        assertEquals(1, exact.snapshot().unconfirmedReliable());
        assertEquals(40, exact.snapshot().rttMillis(), 1e-9);
    }

    @Test
    void tick_linkStandsStill_isStalledWithinThreeSecondsAndRecovers() {
        now = Long.MAX_VALUE - 4_000_000_000L;
        SimulatedLink wrapping = new SimulatedLink(() -> now - Long.MAX_VALUE + 4_000_000_000L, 100_000, 80);
        DeliveryTracker stalling = new DeliveryTracker(wrapping, new MarkerIds(new SplittableRandom(1)), 1_000, now);
        stalling.written(500, false);
        run(wrapping, stalling, 1_000);
        assertEquals(Status.HEALTHY, stalling.snapshot().status());
        wrapping.stalled = true;
        stalling.written(40_000, false);
        wrapping.carry(40_000);
        run(wrapping, stalling, 1_900);
        assertFalse(stalling.chunksPaused());
        run(wrapping, stalling, 1_000);
        assertEquals(Status.STALLED, stalling.snapshot().status());
        assertTrue(stalling.chunksPaused() && stalling.statePaused());
        wrapping.stalled = false;
        run(wrapping, stalling, 3_000);
        assertEquals(Status.HEALTHY, stalling.snapshot().status());
        assertFalse(stalling.chunksPaused());
    }

    @Test
    void confirmed_firstAnswerAfterAStall_recoversUntilTheStallsBytesHaveArrived() {
        List<Integer> ids = new ArrayList<>();
        DeliveryTracker stalling = stalled(ids);
        int beforeLast = ids.size() - 1;
        stalling.written(70, false);
        stalling.confirmed(ids.get(beforeLast), 4_000_000_000L);
        assertEquals(Status.RECOVERING, stalling.snapshot().status());
        assertFalse(stalling.chunksPaused());
        stalling.tick(4_100_000_000L);
        stalling.confirmed(ids.getLast(), 4_200_000_000L);
        assertEquals(Status.HEALTHY, stalling.snapshot().status());
    }

    @Test
    void tick_stallOfThirtySeconds_endsThePause() {
        DeliveryTracker stalling = stalled(new ArrayList<>());
        stalling.tick(32_000_000_000L);
        assertTrue(stalling.chunksPaused());
        stalling.tick(34_000_000_000L);
        assertFalse(stalling.chunksPaused() || stalling.statePaused());
    }

    @Test
    void tick_withoutAnswersFromTheStart_neverStalls() {
        link.stalled = true;
        write(1_000, true);
        run(60_000);
        assertEquals(Status.UNKNOWN, tracker.snapshot().status());
        assertFalse(tracker.chunksPaused());
    }

    @Test
    void tick_portGone_failsOpen() {
        write(1_000, true);
        run(1_000);
        link.stalled = true;
        write(1_000, true);
        run(3_000);
        assertTrue(tracker.chunksPaused());
        link.available = false;
        run(10);
        assertEquals(Status.UNKNOWN, tracker.snapshot().status());
        assertFalse(tracker.chunksPaused());
    }

    /** What answers now may be something else than what answered then. */
    @Test
    void tick_portBackAndNothingAnsweredSince_neverStalls() {
        write(1_000, true);
        run(1_000);
        assertEquals(Status.HEALTHY, tracker.snapshot().status());
        link.available = false;
        run(10);
        link.available = true;
        link.stalled = true;
        write(1_000, true);
        run(60_000);
        assertEquals(Status.UNKNOWN, tracker.snapshot().status());
        assertFalse(tracker.chunksPaused());
    }

    @Test
    void tick_stalledAndWrittenToAllTheTime_marksAsOnAnIdleLink() {
        write(1_000, false);
        run(1_000);
        link.stalled = true;
        write(1_000, false);
        run(3_000);
        assertEquals(Status.STALLED, tracker.snapshot().status());
        int before = link.marks;
        for (int i = 0; i < 500; i++) {
            write(100, false);
            run(10);
        }
        assertEquals(5, link.marks - before, "in 5 s, with one each second on an idle link");
    }

    @Test
    void confirmed_forgedRepeatedAndOvertaken_gainNothing() {
        List<Integer> ids = new ArrayList<>();
        DeliveryTracker forged = new DeliveryTracker(into(ids), new MarkerIds(new SplittableRandom(1)), 1_000, 0);
        for (int i = 1; i <= 3; i++) {
            forged.written(100, true);
            forged.tick(i * 100_000_000L);
        }
        forged.written(100, true);
        forged.confirmed(ids.get(1), 350_000_000L);
        NetworkHealth before = forged.snapshot();
        for (int id : new int[] {0, -1, Integer.MIN_VALUE, ids.get(2) + 1, ids.get(0), ids.get(1)}) {
            forged.confirmed(id, 360_000_000L);
        }
        assertEquals(before, forged.snapshot());
        assertEquals(6, forged.ignoredAnswers());
        assertEquals(200, before.bytesInFlight());
    }

    @Test
    void tick_reliableUnconfirmed_isRemarkedAtMostFiveTimes() {
        write(100, true);
        run(500);
        link.stalled = true;
        write(100, true);
        run(60_000);
        assertEquals(DeliveryTracker.MAX_REMARKS, tracker.snapshot().remarks());
        assertEquals(1, tracker.snapshot().unconfirmedReliable());
    }

    @Test
    void take_placeUsedAgain_theDisplacedMarkerIsUnknown() {
        MarkerRing ring = new MarkerRing(new MarkerIds(new SplittableRandom(1)));
        int first = ring.add(0, 0, 0);
        int second = ring.add(1, 0, 0);
        for (int i = 2; i <= MarkerRing.CAPACITY; i++) {
            ring.add(i, 0, 0);
        }
        assertEquals(-1, ring.take(first));
        assertEquals(1, ring.bytesBefore(ring.take(second)));
        assertEquals(-1, ring.take(second));
    }

    @Test
    void next_manyIds_areOursAndNotInSequence() {
        MarkerIds ids = new MarkerIds(new SplittableRandom(1));
        long steps = IntStream.range(0, 1_000)
                .map(i -> ids.next(i & 0xFF))
                .peek(id -> assertTrue(MarkerIds.isOurs(id)))
                .map(id -> id >> 8)
                .distinct()
                .count();
        assertTrue(steps > 950, () -> steps + " different ids of 1000");
        assertFalse(MarkerIds.isOurs(0x5200_0000) || MarkerIds.isOurs(0x50FF_FFFF) || MarkerIds.isOurs(-1));
    }

    @Test
    void tick_slowLinkThatMoves_isNotStalled() {
        SimulatedLink slow = new SimulatedLink(() -> now, 8_000, 80);
        DeliveryTracker patient = new DeliveryTracker(slow, new MarkerIds(new SplittableRandom(1)), 1_000, now);
        patient.written(8_000, false);
        slow.carry(8_000);
        run(slow, patient, 2_000);
        patient.written(30_000, false);
        slow.carry(30_000);
        run(slow, patient, 3_500);
        assertEquals(Status.HEALTHY, patient.snapshot().status());
    }

    /** 8 KB/s and a second there and back: 10 KB are waited for twice as long as they take, and a round trip. */
    @Test
    void tick_slowLinkWithALongRoundTrip_isStalledARoundTripLater() {
        List<Integer> ids = new ArrayList<>();
        DeliveryTracker patient = new DeliveryTracker(into(ids), new MarkerIds(new SplittableRandom(1)), 60_000, 0);
        patient.written(8_000, false);
        patient.tick(100_000_000L);
        patient.confirmed(ids.getLast(), 1_100_000_000L);
        patient.tick(1_200_000_000L);
        patient.written(10_000, false);
        patient.tick(1_300_000_000L);
        patient.tick(1_300_000_000L + 3_499_000_000L);
        assertEquals(Status.HEALTHY, patient.snapshot().status());
        patient.tick(1_300_000_000L + 3_500_000_000L);
        assertEquals(Status.STALLED, patient.snapshot().status());
    }

    private static DeliveryTracker stalled(List<Integer> ids) {
        DeliveryTracker stalling = new DeliveryTracker(into(ids), new MarkerIds(new SplittableRandom(1)), 1_000, 0);
        stalling.written(100, false);
        stalling.tick(100_000_000L);
        stalling.confirmed(ids.get(0), 200_000_000L);
        stalling.written(100, false);
        stalling.tick(1_100_000_000L);
        stalling.tick(3_200_000_000L);
        assertEquals(Status.STALLED, stalling.snapshot().status());
        return stalling;
    }

    private static MarkerPort into(List<Integer> ids) {
        return new MarkerPort() {
            @Override
            public void mark(int markerId) {
                ids.add(markerId);
            }

            @Override
            public boolean isAvailable() {
                return true;
            }
        };
    }

    private void write(long bytes, boolean reliable) {
        link.carry(bytes);
        tracker.written(bytes, reliable);
    }

    private void run(long millis) {
        run(link, tracker, millis);
    }

    private void run(SimulatedLink over, DeliveryTracker client, long millis) {
        for (long i = 0; i < millis; i += 10) {
            now += 10_000_000;
            client.tick(now);
            over.deliver(10_000_000, id -> client.confirmed(id, now));
        }
    }
}
