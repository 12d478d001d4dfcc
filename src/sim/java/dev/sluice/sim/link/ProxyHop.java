package dev.sluice.sim.link;

import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;
import org.jspecify.annotations.Nullable;

/**
 * What the server's transport sees of a link behind a proxy: the short way to it, and as delivered what the proxy buffers.
 * Confined to one player's simulation.
 */
public final class ProxyHop implements LinkProbe {

    private static final long BUFFER_BYTES = 1 << 20;
    private static final double RTT_MILLIS = 1;

    private final SimLink link;

    public ProxyHop(SimLink link) {
        this.link = link;
    }

    @Override
    public @Nullable LinkReading read() {
        LinkReading beyond = link.read();
        long underWay = beyond.unsentBytes() + beyond.inFlightBytes();
        long buffered = Math.min(underWay, BUFFER_BYTES);
        return new LinkReading(
                RTT_MILLIS,
                RTT_MILLIS,
                beyond.deliveredBytes() + buffered,
                Double.NaN,
                false,
                underWay - buffered,
                0,
                LinkReading.UNSEEN);
    }

    @Override
    public String name() {
        return link.name();
    }
}
