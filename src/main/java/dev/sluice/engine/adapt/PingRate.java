package dev.sluice.engine.adapt;

import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;

/**
 * The rate where neither the transport tells anything nor the client answers markers: additive caution on the server's own
 * ping, which is a mean of five seconds. It grows by a fifth while it is used and the ping is near its smallest, and
 * falls by a sixth while it is not. Confined to the client's thread.
 */
final class PingRate {

    private static final long STEP_NANOS = 2_000_000_000L;
    private static final double STEP = 1.2;
    private static final double TOLERATED_NANOS = 100e6;

    private final LinkProbe probe;
    private final MinRtt minRtt;
    private long steppedNanos;
    private boolean used;

    PingRate(LinkProbe probe, long nowNanos) {
        this.probe = probe;
        this.minRtt = new MinRtt(nowNanos);
        this.steppedNanos = nowNanos;
    }

    /** Returns the rate that follows on this one. */
    double next(double rate, boolean backlogged, long nowNanos) {
        used |= backlogged;
        LinkReading reading = probe.read();
        if (reading == null || Double.isNaN(reading.rttMillis())) {
            return rate;
        }
        double rtt = 1e6 * reading.rttMillis();
        minRtt.observe(rtt, nowNanos);
        if (nowNanos - steppedNanos < STEP_NANOS) {
            return rate;
        }
        steppedNanos = nowNanos;
        boolean grow = used;
        used = false;
        if (rtt - minRtt.nanos() > TOLERATED_NANOS) {
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
