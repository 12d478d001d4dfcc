package dev.sluice.engine.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.port.LinkReading;
import org.junit.jupiter.api.Test;

/** Whose readings count, by what can be read at all. */
final class LinkSightTrustTest extends LinkSightRig {

    @Test
    void trusted_nothingTells_isNothing() {
        link.transportMillis = -1;
        link.clientMillis = -1;
        run(1_000);
        assertNull(sight.trusted());
        assertFalse(sight.trustsTransport());
        assertEquals(0, sight.unsentBytes());
        assertEquals(0, sight.markerQueueNanos(link.now));
    }

    @Test
    void trusted_transportTells_isTheTransportUnderItsName() {
        link.transportMillis = 20;
        link.clientMillis = 30;
        run(2_000);
        assertTrue(sight.trustsTransport());
        assertEquals("settable", path().probe());
        assertEquals(20e6, path().minRttNanos(), 1);
        assertEquals(
                DelayedLink.BYTES_PER_SECOND, path().capacityBytesPerSecond(), 0.02 * DelayedLink.BYTES_PER_SECOND);
    }

    @Test
    void trusted_clientAloneAnswers_isTheMarkers() {
        link.transportMillis = -1;
        link.clientMillis = 30;
        run(2_000);
        assertEquals("markers", path().probe());
        assertEquals(30e6, path().minRttNanos(), 1);
        assertEquals(DelayedLink.BYTES_PER_SECOND, path().capacityBytesPerSecond(), 0.1 * DelayedLink.BYTES_PER_SECOND);
    }

    /** An old kernel or one that has measured nothing yet: what it does not know is not zero. */
    @Test
    void look_kernelKnowsNoBytesOrNoRoundTrip_isNotTrusted() {
        link.transportMillis = -1;
        link.transport.reading = LinkReading.ofRtt(20);
        run(1_000);
        assertFalse(sight.trustsTransport());
        link.transport.reading = new LinkReading(Double.NaN, Double.NaN, 5_000, Double.NaN, false, 0, 0, 0);
        run(1_000);
        assertEquals("markers", path().probe());
        assertEquals(0, sight.unsentBytes());
    }

    /** Bytes that nobody counts would pass for delivered in no time. */
    @Test
    void look_kernelDoesNotSeeItsBuffer_isNotTrusted() {
        link.transport.reading = new LinkReading(
                20, Double.NaN, 5_000, Double.NaN, false, LinkReading.UNSEEN, LinkReading.UNSEEN, LinkReading.UNSEEN);
        look(link.now);
        assertFalse(sight.trustsTransport());
        assertEquals(0, sight.unsentBytes());
    }

    @Test
    void look_transportFailsLater_leavesItToTheMarkers() {
        link.transportMillis = 20;
        link.clientMillis = 30;
        run(1_000);
        link.transport.reading = new LinkReading(20, 20, link.delivered, Double.NaN, false, 70_000, 0, 0);
        look(link.now);
        assertEquals(70_000, sight.unsentBytes());
        link.transportMillis = -1;
        link.transport.reading = null;
        run(1_000);
        assertEquals("markers", path().probe());
        assertEquals(30e6, path().minRttNanos(), 1);
        assertEquals(0, sight.unsentBytes(), "what it said last counts no more");
    }
}
