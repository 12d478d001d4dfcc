package dev.sluice.paper;

import dev.sluice.engine.port.LinkProbe;

/** The round-trip time that the server measures with its keep-alives. */
final class PingProbe implements LinkProbe {

    private volatile double rttMillis = Double.NaN;

    /**
     * Takes what the server says now. Any thread.
     *
     * @param pingMillis in milliseconds; the server says 0 until the first keep-alive is answered
     */
    void update(int pingMillis) {
        rttMillis = pingMillis > 0 ? pingMillis : Double.NaN;
    }

    @Override
    public double rttMillis() {
        return rttMillis;
    }

    @Override
    public String name() {
        return "ping";
    }
}
