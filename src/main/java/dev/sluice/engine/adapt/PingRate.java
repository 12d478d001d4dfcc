package dev.sluice.engine.adapt;

import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;

/**
 * The rate where neither the transport tells how fast it delivers nor the client answers markers: by the server's own ping,
 * which is a mean of five seconds, and by whether the socket takes what is written. Every two seconds it grows by a fifth
 * if it was used, the ping is near its smallest and the socket took everything; it falls by a sixth if one of the two was
 * not so. Confined to the client's thread.
 */
final class PingRate {

    private static final long STEP_NANOS = 2_000_000_000L;
    private static final double STEP = 1.2;

    /** A mean over seconds that moves by less may be jitter. */
    private static final double TOLERATED_NANOS = 100e6;

    private final LinkProbe probe;
    private final MinRtt minRtt;
    private long steppedNanos;
    private boolean used;
    private boolean refused;
    private double refusedFrom;

    PingRate(LinkProbe probe, long nowNanos) {
        this.probe = probe;
        this.minRtt = new MinRtt(nowNanos);
        this.steppedNanos = nowNanos;
    }

    /**
     * Returns the rate that follows on this one.
     *
     * @param nowUsed whether something waits for want of credit, with this rate in force
     * @param writable whether the socket has taken what was written, but for a little
     */
    double next(double rate, boolean nowUsed, boolean writable, long nowNanos) {
        used |= nowUsed;
        refused |= !writable;
        LinkReading reading = probe.read();
        double rtt = reading == null ? Double.NaN : 1e6 * reading.rttMillis();
        if (!Double.isNaN(rtt)) {
            minRtt.observe(rtt, nowNanos);
        }
        if (nowNanos - steppedNanos < STEP_NANOS) {
            return rate;
        }
        steppedNanos = nowNanos;
        // Without a ping only what was taken back after a refusal is tried again.
        boolean grow = used && (!Double.isNaN(rtt) || rate < refusedFrom);
        boolean shrink = refused || rtt - minRtt.nanos() > TOLERATED_NANOS;
        used = false;
        refused = false;
        if (shrink) {
            refusedFrom = Math.max(refusedFrom, rate);
            return rate / STEP;
        }
        return grow ? rate * STEP : rate;
    }

    /** In nanoseconds, NaN while unknown. */
    double rttNanos() {
        LinkReading reading = probe.read();
        return reading == null ? Double.NaN : 1e6 * reading.rttMillis();
    }

    /** In nanoseconds, NaN while unknown. */
    double minRttNanos() {
        return minRtt.nanos();
    }

    String name() {
        return probe.name();
    }
}
