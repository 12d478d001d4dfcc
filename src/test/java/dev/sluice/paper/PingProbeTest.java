package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class PingProbeTest {

    @Test
    void rtt_beforeTheFirstAnswer_isUnknown() {
        PingProbe probe = new PingProbe();

        assertEquals(Double.NaN, probe.rttMillis());
        probe.update(0);
        assertEquals(Double.NaN, probe.rttMillis());
    }

    @Test
    void rtt_answered_isThePing() {
        PingProbe probe = new PingProbe();

        probe.update(142);

        assertEquals(142, probe.rttMillis());
    }
}
