package dev.sluice.engine.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.adapt.NetworkHealth.Status;
import dev.sluice.engine.port.MarkerPort;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** When a client is asked anew for a reliable message that it does not confirm. */
final class RemarkTest {

    /** As often as the tracker is told of the time. */
    private static final long STEP_MILLIS = 10;

    private long now;

    /** 200 ms after the question, and each time twice as long as before. */
    @Test
    void tick_reliableUnconfirmed_isAskedForEverLessOften() {
        SimulatedLink link = new SimulatedLink(() -> now, 100_000, 80);
        DeliveryTracker tracker = confirmed(link);

        assertEquals(List.of(200L, 600L, 1_400L, 3_000L, 6_200L), remarksOnAStandingLink(link, tracker));
        assertEquals(Status.STALLED, tracker.snapshot().status());
    }

    /** Twice the round trip, if that is longer. */
    @Test
    void tick_reliableUnconfirmedOnALongWay_isAskedForAfterTwoRoundTrips() {
        SimulatedLink link = new SimulatedLink(() -> now, 100_000, 400);
        DeliveryTracker tracker = confirmed(link);
        assertEquals(400, tracker.snapshot().rttMillis(), 1e-6);

        assertEquals(List.of(800L, 2_400L, 5_600L, 12_000L, 24_800L), remarksOnAStandingLink(link, tracker));
    }

    @Test
    void tick_everythingConfirmedInTime_isNotAskedForAgain() {
        SimulatedLink link = new SimulatedLink(() -> now, 100_000, 150);
        DeliveryTracker tracker = confirmed(link);
        for (int i = 0; i < 100; i++) {
            write(link, tracker);
            run(link, tracker, 100);
        }

        assertEquals(0, tracker.snapshot().remarks());
    }

    /** What is confirmed on the way shows that the others are coming. */
    @Test
    void confirmed_oneOfTwo_theOtherIsAskedForAsIfItWereTheFirst() {
        List<Integer> ids = new ArrayList<>();
        DeliveryTracker tracker = new DeliveryTracker(into(ids), new MarkerIds(new SplittableRandom(1)), 10_000, now);
        tracker.written(100, true);
        runTo(tracker, 100);
        tracker.confirmed(ids.getLast(), now);
        tracker.written(100, true);
        runTo(tracker, 1_000);
        int first = ids.getLast();
        tracker.written(100, true);
        runTo(tracker, 1_450);
        long before = tracker.snapshot().remarks();
        tracker.confirmed(first, now);

        runTo(tracker, 1_640);
        assertEquals(before, tracker.snapshot().remarks());
        runTo(tracker, 1_650);
        assertEquals(before + 1, tracker.snapshot().remarks());
        runTo(tracker, 2_040);
        assertEquals(before + 1, tracker.snapshot().remarks());
        runTo(tracker, 2_050);
        assertEquals(before + 2, tracker.snapshot().remarks());
    }

    /** The link moves again, so that asking anew is of use, though nothing reliable has come yet. */
    @Test
    void confirmed_firstAnswerAfterAStall_beginsToAskAnew() {
        List<Integer> ids = new ArrayList<>();
        DeliveryTracker tracker = new DeliveryTracker(into(ids), new MarkerIds(new SplittableRandom(1)), 60_000, now);
        tracker.written(100, true);
        runTo(tracker, 100);
        tracker.confirmed(ids.getLast(), now);
        tracker.written(100, false);
        runTo(tracker, 200);
        int beforeTheReliable = ids.getLast();
        tracker.written(100, true);
        runTo(tracker, 7_000);
        assertEquals(Status.STALLED, tracker.snapshot().status());
        assertEquals(DeliveryTracker.MAX_REMARKS, tracker.snapshot().remarks());

        tracker.confirmed(beforeTheReliable, now);

        assertEquals(1, tracker.snapshot().unconfirmedReliable());
        // Two round trips, of which the last took 6.8 s and counts by an eighth.
        runTo(tracker, 8_690);
        assertEquals(DeliveryTracker.MAX_REMARKS, tracker.snapshot().remarks());
        runTo(tracker, 8_700);
        assertEquals(DeliveryTracker.MAX_REMARKS + 1, tracker.snapshot().remarks());
    }

    /** Something reliable was confirmed, so that the round trip is known. */
    private DeliveryTracker confirmed(SimulatedLink link) {
        DeliveryTracker tracker = new DeliveryTracker(link, new MarkerIds(new SplittableRandom(1)), 1_000, now);
        write(link, tracker);
        run(link, tracker, 2_000);
        assertEquals(Status.HEALTHY, tracker.snapshot().status());
        return tracker;
    }

    /** The link stands still from now on; when is asked anew for what is written now, in milliseconds after the question? */
    private List<Long> remarksOnAStandingLink(SimulatedLink link, DeliveryTracker tracker) {
        link.stalled = true;
        write(link, tracker);
        int before = link.marks;
        while (link.marks == before) {
            run(link, tracker, STEP_MILLIS);
        }
        long asked = now;
        long seen = tracker.snapshot().remarks();
        List<Long> times = new ArrayList<>();
        while (now - asked < 120_000_000_000L) {
            run(link, tracker, STEP_MILLIS);
            if (tracker.snapshot().remarks() > seen) {
                seen = tracker.snapshot().remarks();
                times.add((now - asked) / 1_000_000);
            }
        }
        return times;
    }

    private void runTo(DeliveryTracker tracker, long millis) {
        while (now < millis * 1_000_000) {
            now += STEP_MILLIS * 1_000_000;
            tracker.tick(now);
        }
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

    private static void write(SimulatedLink link, DeliveryTracker tracker) {
        link.carry(100);
        tracker.written(100, true);
    }

    private void run(SimulatedLink link, DeliveryTracker tracker, long millis) {
        for (long i = 0; i < millis; i += STEP_MILLIS) {
            now += STEP_MILLIS * 1_000_000;
            tracker.tick(now);
            link.deliver(STEP_MILLIS * 1_000_000, id -> tracker.confirmed(id, now));
        }
    }
}
