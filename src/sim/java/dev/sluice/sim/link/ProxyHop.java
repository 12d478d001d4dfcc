package dev.sluice.sim.link;

import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;
import dev.sluice.engine.port.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * What the server's transport sees of a link behind a proxy: the short way to it, and as delivered what the proxy buffers.
 * Confined to one player's simulation.
 */
public final class ProxyHop implements LinkProbe {

    private static final long BUFFER_BYTES = 1 << 20;
    private static final long BYTES_PER_SECOND = 125_000_000;
    private static final long RTT_NANOS = 1_000_000;

    private final SimLink link;
    private final SimLink hop;

    /** @param link the way from the proxy to the client; what is sent over it passes the proxy from now on */
    public ProxyHop(SimLink link, Ticker ticker) {
        this.link = link;
        this.hop = new SimLink(LinkPlan.steady(BYTES_PER_SECOND, RTT_NANOS, BUFFER_BYTES), ticker);
        link.comesBy(hop);
    }

    @Override
    public @Nullable LinkReading read() {
        LinkReading beyond = link.read();
        LinkReading near = hop.read();
        long stuck = Math.max(0, near.deliveredBytes() - beyond.deliveredBytes() - BUFFER_BYTES);
        return new LinkReading(
                near.rttMillis(),
                near.minRttMillis(),
                near.deliveredBytes() - stuck,
                Double.NaN,
                false,
                near.unsentBytes() + stuck,
                near.inFlightBytes(),
                LinkReading.UNSEEN);
    }

    @Override
    public String name() {
        return link.name();
    }
}
