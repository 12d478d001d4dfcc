package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.sluice.engine.port.LinkReading;
import org.junit.jupiter.api.Test;

final class PingProbeTest {

    @Test
    void read_beforeTheFirstAnswer_seesNothing() {
        PingProbe probe = new PingProbe();

        assertNull(probe.read());
        probe.update(0);
        assertNull(probe.read());
    }

    @Test
    void read_answered_seesThePing() {
        PingProbe probe = new PingProbe();

        probe.update(142);

        assertEquals(LinkReading.ofRtt(142), probe.read());
    }
}
