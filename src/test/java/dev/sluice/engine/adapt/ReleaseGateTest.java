package dev.sluice.engine.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.port.LinkReading;
import org.junit.jupiter.api.Test;

/** Whether more may be written, by what is under way; on a link of 125 KB/s. */
final class ReleaseGateTest extends LinkSightRig {

    private static final long RATE = (long) DelayedLink.BYTES_PER_SECOND;
    private static final long UNIT = DelayedLink.BYTES_PER_LOOK;

    private final ReleaseGate gate = new ReleaseGate(sight, link.delivery);

    private boolean isOpen() {
        return gate.isOpen(path(), RATE, RateControlConfig.AUTOMATIC, UNIT, link.now);
    }

    /** What a proxy does not take waits here, however much the client once confirmed. */
    @Test
    void isOpen_markersTrustedAndTheTransportSlower_goesByTheTransport() {
        link.clientMillis = 60;
        run(2_000);
        assertEquals("markers", path().probe());
        link.clientMillis = -1;
        slowTransport(0);
        assertTrue(isOpen(), "nothing waits");
        assertEquals(RATE, path().capacityBytesPerSecond(), 0.1 * RATE, "what the client confirmed");
        assertEquals(40_000, sight.transportBytesPerSecond(), 4_000, "what is taken");

        slowTransport(10_000);
        assertFalse(isOpen(), "250 ms' worth waits");
    }

    /** Takes 40 KB/s for three seconds, with a queue, while so much waits in the socket. */
    private void slowTransport(long unsentBytes) {
        for (int look = 0; look < 300; look++) {
            link.now += 10_000_000L;
            link.delivered += 400;
            link.transport.reading =
                    new LinkReading(200, Double.NaN, link.delivered, Double.NaN, false, unsentBytes, 8_000, 0);
            look(link.now);
        }
    }

    /** Until a proxy would have shown itself, the client's own word counts. */
    @Test
    void isOpen_transportTrustedAfterAFewAnswers_allowsLessUnconfirmedThanLater() {
        run(500);
        assertTrue(sight.trustsTransport());
        assertFalse(sight.isSettled(), () -> link.delivery.answers() + " answers");
        link.delivery.written(RATE, false);
        assertFalse(isOpen(), "a second's worth after a few answers");

        run(2_000);
        assertTrue(sight.isSettled());
        assertTrue(isOpen());
        link.delivery.written(RATE, false);
        assertTrue(isOpen(), "a second's worth after many");
        link.delivery.written(RATE, false);
        assertFalse(isOpen(), "two seconds' worth");
    }

    /** A socket of which nothing else is known was empty all the time: what it refuses now is no standstill. */
    @Test
    void isUnsentStuck_refusedAfterASecondWithNothingUnsent_isNotSo() {
        link.transportMillis = -1;
        link.clientMillis = -1;
        link.transport.reading = LinkReading.ofUnsent(0);
        link.idle(2_000, this::look);
        long refused = RATE * 3 / 10;
        link.transport.reading = LinkReading.ofUnsent(refused);
        link.idle(10, this::look);

        assertFalse(gate.isTaken(DelayedLink.BYTES_PER_SECOND, RateControlConfig.AUTOMATIC, UNIT));
        assertFalse(gate.isUnsentStuck(link.now));
        link.idle(1_100, this::look);
        assertTrue(gate.isUnsentStuck(link.now), "a second later");
    }
}
