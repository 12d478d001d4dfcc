package dev.sluice.paper;

import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;
import org.jspecify.annotations.Nullable;

/** The round-trip time that the server measures with its keep-alives, a mean of five seconds. Sees nothing else. */
final class PingProbe implements LinkProbe {

    private volatile @Nullable LinkReading reading;

    /**
     * Takes what the server says now. Any thread.
     *
     * @param pingMillis in milliseconds; the server says 0 until the first keep-alive is answered
     */
    void update(int pingMillis) {
        LinkReading last = reading;
        if (pingMillis <= 0) {
            reading = null;
        } else if (last == null || last.rttMillis() != pingMillis) {
            reading = LinkReading.ofRtt(pingMillis);
        }
    }

    @Override
    public @Nullable LinkReading read() {
        return reading;
    }

    @Override
    public String name() {
        return "ping";
    }
}
