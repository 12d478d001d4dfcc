package dev.sluice.engine.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;
import org.junit.jupiter.api.Test;

final class PingRateTest {

    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    private static final double RATE = 120_000;

    private final SettableProbe ping = new SettableProbe();
    private final PingRate rates = new PingRate(ping, 0);

    @Test
    void next_pingUnknown_keepsTheRate() {
        assertEquals(RATE, after(10 * SECOND, true, RATE));
        ping.reading = LinkReading.ofRtt(Double.NaN);
        assertEquals(RATE, rates.next(RATE, true, true, 20 * SECOND));
        assertTrue(Double.isNaN(rates.minRttNanos()));
        assertTrue(Double.isNaN(rates.rttNanos()));
    }

    @Test
    void next_usedAndPingNearItsSmallest_growsByAFifthEveryTwoSeconds() {
        ping.reading = LinkReading.ofRtt(50);
        assertEquals(RATE, rates.next(RATE, true, true, 0));
        ping.reading = LinkReading.ofRtt(150);
        assertEquals(RATE, rates.next(RATE, true, true, 2 * SECOND - 1));
        assertEquals(1.2 * RATE, rates.next(RATE, true, true, 2 * SECOND), 1e-6);
        assertEquals(RATE, rates.next(RATE, true, true, 4 * SECOND - 1));
        assertEquals(1.2 * RATE, rates.next(RATE, true, true, 4 * SECOND), 1e-6);
    }

    @Test
    void next_notUsed_keepsTheRate() {
        ping.reading = LinkReading.ofRtt(50);
        assertEquals(RATE, after(20 * SECOND, false, RATE));
    }

    @Test
    void next_usedForAMomentOnly_growsOnce() {
        ping.reading = LinkReading.ofRtt(50);
        rates.next(RATE, true, true, SECOND);
        assertEquals(1.2 * RATE, rates.next(RATE, false, true, 2 * SECOND), 1e-6);
        assertEquals(RATE, rates.next(RATE, false, true, 4 * SECOND));
    }

    @Test
    void next_pingFarAboveItsSmallest_fallsByASixthUsedOrNot() {
        ping.reading = LinkReading.ofRtt(50);
        rates.next(RATE, true, true, 0);
        ping.reading = LinkReading.ofRtt(151);
        assertEquals(RATE / 1.2, rates.next(RATE, true, true, 2 * SECOND), 1e-6);
        assertEquals(RATE / 1.2, rates.next(RATE, false, true, 4 * SECOND), 1e-6);
    }

    @Test
    void next_pingComesAfterALongSilence_takesOneStep() {
        ping.reading = LinkReading.ofRtt(50);
        rates.next(RATE, true, true, 0);
        ping.reading = null;
        assertEquals(RATE, after(20 * SECOND, true, RATE));
        ping.reading = LinkReading.ofRtt(50);
        assertEquals(1.2 * RATE, rates.next(RATE, false, true, 21 * SECOND), 1e-6);
        assertEquals(RATE, rates.next(RATE, true, true, 22 * SECOND));
    }

    /** A ping that stays high although the rate fell is how far the player is away. */
    @Test
    void next_pingStaysHighForHalfAMinute_growsAgain() {
        ping.reading = LinkReading.ofRtt(50);
        rates.next(RATE, true, true, 0);
        ping.reading = LinkReading.ofRtt(400);
        for (int second = 2; second < 30; second += 2) {
            assertEquals(RATE / 1.2, rates.next(RATE, true, true, second * SECOND), 1e-6, "after " + second + " s");
        }
        assertEquals(1.2 * RATE, rates.next(RATE, true, true, 30 * SECOND), 1e-6);
        assertEquals(400e6, rates.minRttNanos(), 1e-3);
    }

    @Test
    void rttNanos_pingKnown_isThePing() {
        ping.reading = LinkReading.ofRtt(70);
        rates.next(RATE, false, true, 0);
        assertEquals(70e6, rates.rttNanos(), 1e-3);
        assertEquals(70e6, rates.minRttNanos(), 1e-3);
        assertEquals("settable", rates.name());
    }

    private double after(long nanos, boolean used, double rate) {
        double next = rate;
        for (long now = 0; now < nanos; now += 50 * MILLI) {
            next = rates.next(next, used, true, now);
        }
        return next;
    }

    @Test
    void next_socketRefusedWithoutAPing_fallsAndComesBack() {
        PingRate rates = new PingRate(LinkProbe.NONE, 0);
        rates.next(RATE, true, false, SECOND);
        assertEquals(RATE / 1.2, rates.next(RATE, true, true, 2 * SECOND), 1e-6);
        assertEquals(RATE, rates.next(RATE / 1.2, true, true, 4 * SECOND), 1e-6, "taken back");
        assertEquals(RATE, rates.next(RATE, true, true, 6 * SECOND), "no ping, no more than there was");
    }

    @Test
    void next_socketRefusedTwiceOnEndWithoutAPing_comesBackToTheFirstRate() {
        PingRate rates = new PingRate(LinkProbe.NONE, 0);
        double rate = rates.next(RATE, true, false, 2 * SECOND);
        rate = rates.next(rate, true, false, 4 * SECOND);
        assertEquals(RATE / 1.44, rate, 1e-6);
        for (int second = 6; second < 20; second += 2) {
            rate = rates.next(rate, true, true, second * SECOND);
        }
        assertEquals(RATE, rate, 1e-6);
    }
}
