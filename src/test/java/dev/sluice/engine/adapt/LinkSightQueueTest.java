package dev.sluice.engine.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.port.LinkReading;
import org.junit.jupiter.api.Test;

/** How long a queue is taken to be, by acknowledgements and by answers. */
final class LinkSightQueueTest extends LinkSightRig {

    /** A client's kernel acknowledges a few small segments late, and the client itself answers at once. */
    @Test
    void queueNanos_acknowledgementsAreLateButAnswersAreNot_isNone() {
        run(2_000);
        link.transportMillis = 31;
        run(1_000);
        assertEquals(0, path().queueNanos(), 1);
        assertTrue(path().minRttNanos() < 2e6);
    }

    @Test
    void queueNanos_acknowledgementsAreLateAndNobodyAnswers_isTheirs() {
        link.clientMillis = -1;
        run(2_000);
        link.transportMillis = 31;
        run(1_000);
        assertEquals(30e6, path().queueNanos(), 10e6);
        assertTrue(path().queueNanos() > 0);
    }

    @Test
    void queueNanos_acknowledgementsAreLateBeforeAnyAnswer_isTheirs() {
        link.clientMillis = -1;
        run(100);
        link.transportMillis = 31;
        run(150);
        assertTrue(path().queueNanos() > 15e6, () -> path().queueNanos() + " ns");
    }

    /** Nothing is under way: then there is no queue, whatever the last round trip was. */
    @Test
    void queueNanos_nothingUnderWay_isNone() {
        run(1_000);
        link.transportMillis = 200;
        run(1_000);
        assertTrue(path().queueNanos() > 150e6, () -> path().queueNanos() + " ns");
        link.idle(300, this::look);
        assertEquals(0, path().queueNanos());
        assertEquals(link.now, path().emptyNanos());
    }

    @Test
    void queueNanos_everythingAnswered_isNone() {
        link.transportMillis = -1;
        link.clientMillis = 20;
        run(1_000);
        link.clientMillis = 300;
        run(1_000);
        assertTrue(path().queueNanos() > 250e6, () -> path().queueNanos() + " ns");
        link.idle(600, this::look);
        assertEquals(0, path().queueNanos());
        assertEquals(link.now, path().emptyNanos());
    }

    /** A pass looks first and writes then: what was held was written just after the last look. */
    @Test
    void lastQueueNanos_lookAfterAPause_datesWhatWasHeldToTheLookBefore() {
        assertEquals(80e6, queueAfterAPause(true), 1);
        assertEquals(0, queueAfterAPause(false), 1);
    }

    private double queueAfterAPause(boolean held) {
        LinkSight pausing = new LinkSight(link.transport, link.delivery, 0);
        link.transport.reading = new LinkReading(20, 20, 1_000, Double.NaN, false, 0, 0, 0);
        pausing.look(0, held, DelayedLink.BYTES_PER_LOOK);
        link.transport.reading = new LinkReading(20, 20, 1_000, Double.NaN, false, 0, 5_000, 0);
        pausing.look(100_000_000L, held, DelayedLink.BYTES_PER_LOOK);
        PathEstimate seen = pausing.trusted();
        assertNotNull(seen);
        return seen.lastQueueNanos();
    }

    @Test
    void queueNanos_answersCeased_isTheTransports() {
        run(2_000);
        link.transportMillis = 31;
        link.clientMillis = -1;
        run(1_000);
        assertTrue(path().queueNanos() > 15e6, () -> path().queueNanos() + " ns");
    }

    @Test
    void queueNanos_longQueue_isSeenWhateverTheAnswersSaid() {
        run(2_000);
        link.transportMillis = 91;
        run(1_000);
        assertEquals(90e6, path().queueNanos(), 11e6);
    }

    /** Such as a converter between versions on the server: it confirms what the client does not have yet. */
    @Test
    void queueNanos_answersComeSoonerThanTheTransportCan_isTheTransports() {
        link.transportMillis = 50;
        link.clientMillis = 0;
        run(3_000);
        assertEquals("settable", path().probe());
        link.transportMillis = 80;
        run(1_000);
        assertEquals(30e6, path().queueNanos(), 12e6, "no answer says that this is no queue");
    }

    @Test
    void markerQueueNanos_answerIsLate_growsBeforeItComes() {
        link.clientMillis = 20;
        run(2_000);
        assertEquals(0, sight.markerQueueNanos(link.now), 15e6);
        link.clientMillis = -1;
        run(800);
        assertTrue(sight.markerQueueNanos(link.now) > 600e6, () -> sight.markerQueueNanos(link.now) + " ns");
    }
}
