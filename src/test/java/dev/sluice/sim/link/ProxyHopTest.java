package dev.sluice.sim.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.port.LinkReading;
import dev.sluice.sim.VirtualClock;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ProxyHopTest {

    private final VirtualClock clock = new VirtualClock();
    private final SimLink link = new SimLink(LinkPlan.steady(100_000, 40_000_000L, 10_000), clock);
    private final ProxyHop hop = new ProxyHop(link, clock);

    @Test
    void read_bytesBehindTheProxy_areDeliveredToTheTransport() {
        link.send(50_000);
        assertEquals(50_000, Objects.requireNonNull(hop.read()).inFlightBytes(), "on its way to the proxy");
        clock.moveTo(5_000_000L);
        LinkReading reading = Objects.requireNonNull(hop.read());
        assertEquals(50_000, reading.deliveredBytes());
        assertEquals(0, reading.unsentBytes() + reading.inFlightBytes());
        assertEquals(1.0, reading.rttMillis(), 0.5);
    }

    @Test
    void read_moreThanTheProxyBuffers_waitsInTheSocket() {
        link.send(2 << 20);
        clock.moveTo(50_000_000L);
        LinkReading reading = Objects.requireNonNull(hop.read());
        assertEquals((double) (1 << 20), (double) reading.deliveredBytes(), 10_000);
        assertEquals(2 << 20, reading.deliveredBytes() + reading.unsentBytes());
    }
}
