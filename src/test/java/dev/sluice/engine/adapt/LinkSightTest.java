package dev.sluice.engine.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.port.LinkReading;
import dev.sluice.engine.port.MarkerPort;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A link that is looked at every 10 ms, over which 1250 bytes are sent each time: the transport confirms them after one time,
 * the client answers after another.
 */
final class LinkSightTest {

    private static final long MILLI = 1_000_000L;
    private static final long LOOK_NANOS = 10 * MILLI;
    private static final long BYTES_PER_LOOK = 1_250;
    private static final double RATE = 125_000;

    private record Marker(int id, long sentNanos) {}

    private record Write(long nanos, long bytes) {}

    private final Deque<Marker> markers = new ArrayDeque<>();
    private final Deque<Write> writes = new ArrayDeque<>();
    private final SettableProbe transport = new SettableProbe();
    private long now;
    private final DeliveryTracker delivery = new DeliveryTracker(
            new MarkerPort() {
                @Override
                public void mark(int markerId) {
                    markers.add(new Marker(markerId, now));
                }

                @Override
                public boolean isAvailable() {
                    return true;
                }
            },
            new MarkerIds(new SplittableRandom(1)),
            1_000,
            0);
    private final LinkSight sight = new LinkSight(transport, delivery, 0);

    private long written;
    private long delivered;

    /** How long the transport takes to confirm, and how long the client to answer; negative for never. */
    private int transportMillis = 1;

    private int clientMillis = 1;

    private int mostAnswersPerLook = Integer.MAX_VALUE;

    @Test
    void trusted_nothingTells_isNothing() {
        transportMillis = -1;
        clientMillis = -1;
        run(1_000);
        assertNull(sight.trusted());
        assertFalse(sight.trustsTransport());
        assertEquals(0, sight.unsentBytes());
        assertEquals(0, sight.markerQueueNanos(now));
    }

    @Test
    void trusted_transportTells_isTheTransportUnderItsName() {
        transportMillis = 20;
        clientMillis = 30;
        run(2_000);
        assertTrue(sight.trustsTransport());
        assertEquals("settable", path().probe());
        assertEquals(20e6, path().minRttNanos(), 1);
        assertEquals(RATE, path().capacityBytesPerSecond(), 0.02 * RATE);
    }

    @Test
    void trusted_clientAloneAnswers_isTheMarkers() {
        transportMillis = -1;
        clientMillis = 30;
        run(2_000);
        assertEquals("markers", path().probe());
        assertEquals(30e6, path().minRttNanos(), 1);
        assertEquals(RATE, path().capacityBytesPerSecond(), 0.1 * RATE);
    }

    /** An old kernel or one that has measured nothing yet: what it does not know is not zero. */
    @Test
    void look_kernelKnowsNoBytesOrNoRoundTrip_isNotTrusted() {
        transportMillis = -1;
        transport.reading = LinkReading.ofRtt(20);
        run(1_000);
        assertFalse(sight.trustsTransport());
        transport.reading = new LinkReading(Double.NaN, Double.NaN, 5_000, Double.NaN, false, 0, 0, 0);
        run(1_000);
        assertEquals("markers", path().probe());
        assertEquals(0, sight.unsentBytes());
    }

    /** Bytes that nobody counts would pass for delivered in no time. */
    @Test
    void look_kernelDoesNotSeeItsBuffer_isNotTrusted() {
        transport.reading = new LinkReading(
                20, Double.NaN, 5_000, Double.NaN, false, LinkReading.UNSEEN, LinkReading.UNSEEN, LinkReading.UNSEEN);
        sight.look(now, true, BYTES_PER_LOOK);
        assertFalse(sight.trustsTransport());
        assertEquals(0, sight.unsentBytes());
    }

    @Test
    void look_transportFailsLater_leavesItToTheMarkers() {
        transportMillis = 20;
        clientMillis = 30;
        run(1_000);
        transport.reading = new LinkReading(20, 20, delivered, Double.NaN, false, 70_000, 0, 0);
        sight.look(now, true, BYTES_PER_LOOK);
        assertEquals(70_000, sight.unsentBytes());
        transportMillis = -1;
        transport.reading = null;
        run(1_000);
        assertEquals("markers", path().probe());
        assertEquals(30e6, path().minRttNanos(), 1);
        assertEquals(0, sight.unsentBytes(), "what it said last counts no more");
    }

    @Test
    void isProxied_clientMuchFartherThanTheTransport_isSoAfterTenAnswers() {
        clientMillis = 60;
        while (delivery.answers() < 9) {
            run(10);
            assertFalse(sight.isProxied(), delivery.answers() + " answers");
        }
        run(200);
        assertTrue(sight.isProxied());
        assertEquals("markers", path().probe());
    }

    /** A client answers with its next frame. */
    @Test
    void isProxied_clientALittleFarther_isNotSo() {
        transportMillis = 10;
        clientMillis = 65;
        run(20_000);
        assertFalse(sight.isProxied());
    }

    @Test
    void isProxied_answersLateWithoutAQueueOfTheTransport_isSoAfterSome() {
        run(2_000);
        clientMillis = 150;
        run(300);
        assertFalse(sight.isProxied(), "one or two answers were late");
        run(700);
        assertTrue(sight.isProxied());
    }

    @Test
    void isProxied_answersLateAndTheTransportSeesTheQueue_isNotSo() {
        run(2_000);
        clientMillis = 400;
        transportMillis = 390;
        run(10_000);
        assertFalse(sight.isProxied());
    }

    /** A client that stood still answers all at once, and late. */
    @Test
    void isProxied_clientStandsStillAndAnswersAllAtOnce_isNotSo() {
        run(2_000);
        for (int pause = 0; pause < 20; pause++) {
            clientMillis = 900;
            run(890);
            clientMillis = 1;
            run(1_000);
            assertFalse(sight.isProxied(), "pause " + pause);
        }
    }

    /** It may also work off what it has received bit by bit. */
    @Test
    void isProxied_lateAnswersComeCloseTogether_isNotSo() {
        run(2_000);
        clientMillis = -1;
        run(900);
        clientMillis = 1;
        mostAnswersPerLook = 1;
        run(200);
        assertFalse(sight.isProxied());
    }

    /** What the transport saw seconds ago excuses nothing now. */
    @Test
    void isProxied_lateAnswersAfterTheTransportsQueueIsGone_isSo() {
        run(2_000);
        clientMillis = 300;
        transportMillis = 300;
        run(1_000);
        clientMillis = 1;
        transportMillis = 1;
        run(1_000);
        assertFalse(sight.isProxied());
        clientMillis = 150;
        run(1_500);
        assertTrue(sight.isProxied());
    }

    @Test
    void isProxied_bothSeeTheSameQueueForTenAnswers_isNotSoAnyMore() {
        run(2_000);
        clientMillis = 150;
        run(2_000);
        assertTrue(sight.isProxied());
        clientMillis = 80;
        transportMillis = 80;
        run(600);
        assertTrue(sight.isProxied(), "a few answers");
        run(1_500);
        assertFalse(sight.isProxied());
        assertEquals("settable", path().probe());
    }

    /** Without a queue there is nothing to compare. */
    @Test
    void isProxied_noQueueForMinutes_staysSo() {
        run(2_000);
        clientMillis = 150;
        run(2_000);
        assertTrue(sight.isProxied());
        clientMillis = 1;
        run(100_000);
        assertTrue(sight.isProxied());
    }

    /** A client's kernel acknowledges a few small segments late, and the client itself answers at once. */
    @Test
    void queueNanos_acknowledgementsAreLateButAnswersAreNot_isNone() {
        run(2_000);
        transportMillis = 31;
        run(1_000);
        assertEquals(0, path().queueNanos(), 1);
        assertTrue(path().minRttNanos() < 2e6);
    }

    @Test
    void queueNanos_acknowledgementsAreLateAndNobodyAnswers_isTheirs() {
        clientMillis = -1;
        run(2_000);
        transportMillis = 31;
        run(1_000);
        assertEquals(30e6, path().queueNanos(), 10e6);
        assertTrue(path().queueNanos() > 0);
    }

    @Test
    void queueNanos_acknowledgementsAreLateBeforeAnyAnswer_isTheirs() {
        clientMillis = -1;
        run(100);
        transportMillis = 31;
        run(150);
        assertTrue(path().queueNanos() > 15e6, () -> path().queueNanos() + " ns");
    }

    /** Nothing is under way: then there is no queue, whatever the last round trip was. */
    @Test
    void queueNanos_nothingUnderWay_isNone() {
        run(1_000);
        transportMillis = 200;
        run(1_000);
        assertTrue(path().queueNanos() > 150e6, () -> path().queueNanos() + " ns");
        idle(300);
        assertEquals(0, path().queueNanos());
        assertEquals(now, path().emptyNanos());
    }

    @Test
    void queueNanos_everythingAnswered_isNone() {
        transportMillis = -1;
        clientMillis = 20;
        run(1_000);
        clientMillis = 300;
        run(1_000);
        assertTrue(path().queueNanos() > 250e6, () -> path().queueNanos() + " ns");
        idle(600);
        assertEquals(0, path().queueNanos());
        assertEquals(now, path().emptyNanos());
    }

    /** A pass looks first and writes then: what was held was written just after the last look. */
    @Test
    void lastQueueNanos_lookAfterAPause_datesWhatWasHeldToTheLookBefore() {
        assertEquals(80e6, queueAfterAPause(true), 1);
        assertEquals(0, queueAfterAPause(false), 1);
    }

    private double queueAfterAPause(boolean held) {
        LinkSight pausing = new LinkSight(transport, delivery, 0);
        transport.reading = new LinkReading(20, 20, 1_000, Double.NaN, false, 0, 0, 0);
        pausing.look(0, held, BYTES_PER_LOOK);
        transport.reading = new LinkReading(20, 20, 1_000, Double.NaN, false, 0, 5_000, 0);
        pausing.look(100 * MILLI, held, BYTES_PER_LOOK);
        PathEstimate seen = pausing.trusted();
        assertNotNull(seen);
        return seen.lastQueueNanos();
    }

    @Test
    void queueNanos_answersCeased_isTheTransports() {
        run(2_000);
        transportMillis = 31;
        clientMillis = -1;
        run(1_000);
        assertTrue(path().queueNanos() > 15e6, () -> path().queueNanos() + " ns");
    }

    @Test
    void queueNanos_longQueue_isSeenWhateverTheAnswersSaid() {
        run(2_000);
        transportMillis = 91;
        run(1_000);
        assertEquals(90e6, path().queueNanos(), 11e6);
    }

    @Test
    void bytesPerSecondOf_transportTakesMoreThanTheClientConfirmed_isLittleMore() {
        clientMillis = 10;
        run(450);
        assertTrue(delivery.answers() > 1 && delivery.answers() < 10, () -> delivery.answers() + " answers");
        delivered += 200_000;
        written += 200_000;
        run(150);
        double confirmed = RATE;
        assertFalse(sight.isSettled());
        assertTrue(path().capacityBytesPerSecond() > 2 * confirmed, () -> path().capacityBytesPerSecond() + " B/s");
        assertTrue(sight.bytesPerSecondOf(path()) <= 1.3 * confirmed, () -> sight.bytesPerSecondOf(path()) + " B/s");
        run(1_000);
        assertTrue(sight.isSettled());
        assertTrue(sight.bytesPerSecondOf(path()) <= 1.3 * confirmed, () -> sight.bytesPerSecondOf(path()) + " B/s");
    }

    /** Another flow's queue on the same path, which the control has taken for part of it. */
    @Test
    void isProxied_longerWayTakenForTheTransportsOwn_isNotSo() {
        transportMillis = 30;
        clientMillis = 32;
        run(2_000);
        transportMillis = 230;
        clientMillis = 232;
        run(2_000);
        path().rebase(230e6, now);
        run(500);
        for (int looks = 0; looks < 300; looks++) {
            run(10);
            assertFalse(sight.isSuspect(), "look " + looks);
        }
        assertFalse(sight.isProxied());
    }

    @Test
    void isSuspect_oneLateAnswerThenNone_endsByItself() {
        run(2_000);
        clientMillis = 250;
        run(350);
        assertTrue(sight.isSuspect());
        clientMillis = -1;
        run(12_000);
        assertFalse(sight.isSuspect());
    }

    /** Such as a converter between versions on the server: it confirms what the client does not have yet. */
    @Test
    void bytesPerSecondOf_answersSoonerThanTheTransportCan_countsNoAnswer() {
        transportMillis = 50;
        clientMillis = 0;
        run(3_000);
        assertEquals("settable", path().probe());
        transportMillis = 80;
        run(1_000);
        assertEquals(30e6, path().queueNanos(), 12e6, "no answer says that this is no queue");
    }

    @Test
    void isSettled_noAnswerEver_isSo() {
        clientMillis = -1;
        run(3_000);
        assertTrue(sight.isSettled());
        assertEquals(RATE, sight.bytesPerSecondOf(path()), 0.02 * RATE);
    }

    @Test
    void markerQueueNanos_answerIsLate_growsBeforeItComes() {
        clientMillis = 20;
        run(2_000);
        assertEquals(0, sight.markerQueueNanos(now), 15e6);
        clientMillis = -1;
        run(800);
        assertTrue(sight.markerQueueNanos(now) > 600e6, () -> sight.markerQueueNanos(now) + " ns");
    }

    private PathEstimate path() {
        PathEstimate trusted = sight.trusted();
        assertNotNull(trusted);
        return trusted;
    }

    /** What is new was written just after the look before. */
    private void run(int millis) {
        for (long end = now + millis * MILLI; now < end; ) {
            written += BYTES_PER_LOOK;
            writes.add(new Write(now, BYTES_PER_LOOK));
            delivery.written(BYTES_PER_LOOK, false);
            // One write is always under way, so that the path is never idle.
            look(1);
        }
    }

    /** Nothing is written, and all arrives that was. */
    private void idle(int millis) {
        for (long end = now + millis * MILLI; now < end; ) {
            look(0);
        }
    }

    /** Answers have come since the look before. */
    private void look(int writesUnderWay) {
        now += LOOK_NANOS;
        long answerNanos = clientMillis * MILLI;
        for (int i = 0; clientMillis >= 0 && i < mostAnswersPerLook; i++) {
            if (markers.isEmpty() || markers.element().sentNanos() + answerNanos > now) {
                break;
            }
            Marker marker = markers.remove();
            delivery.confirmed(marker.id(), Math.max(now - LOOK_NANOS, marker.sentNanos() + answerNanos));
        }
        if (transportMillis >= 0) {
            while (writes.size() > writesUnderWay && writes.element().nanos() + transportMillis * MILLI <= now) {
                delivered += writes.remove().bytes();
            }
            transport.reading = new LinkReading(
                    transportMillis, Double.NaN, delivered, Double.NaN, false, 0, written - delivered, 0);
        }
        delivery.tick(now);
        sight.look(now, true, BYTES_PER_LOOK);
    }
}
