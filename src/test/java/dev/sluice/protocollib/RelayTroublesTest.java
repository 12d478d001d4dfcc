package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.CapReached;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.FakeTicker;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.port.LinkProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What goes wrong for a player without a channel costs no packet and is said once. */
final class RelayTroublesTest {

    private final FakeTicker ticker = new FakeTicker();
    private final RelayTroublesList troubles = new RelayTroublesList();
    private final List<Object> resent = new ArrayList<>();
    private boolean clockFails;
    private boolean resendFails;

    @Test
    void endTick_moreHeldThanTheCap_isReportedOnceAndTheOldestGo() {
        EngineConfig base = SessionFixture.rate(1_000);
        FallbackRelay relay = relay(SessionFixture.capped(base, 10_000, 1_000));
        take(relay, TestPacket.chunk(0, 0, 60_000));
        for (int i = 0; i < 20; i++) {
            assertTrue(take(relay, TestPacket.chat("line " + i, 1_000)));
        }
        relay.endTick();
        relay.endTick();
        assertEquals(List.of(new CapReached(11, 11_000, true)), troubles.caps);
        assertEquals("line 0", resent.getFirst().toString());
    }

    @Test
    void endTick_sessionFails_givesEverythingBackInOrderAndLetsPassFromThen() {
        FallbackRelay relay = relay(SessionFixture.rate(125_000));
        TestPacket plug = TestPacket.chunk(0, 0, 60_000);
        TestPacket first = TestPacket.chat("first", 100);
        TestPacket second = TestPacket.chat("second", 100);
        assertFalse(take(relay, plug));
        assertTrue(take(relay, first));
        assertTrue(take(relay, second));
        clockFails = true;
        ticker.advanceMillis(50);
        relay.endTick();
        assertEquals(List.of(first, second), resent);
        assertEquals(1, troubles.stoodAside.size());
        assertFalse(take(relay, TestPacket.chat("third", 100)));
        relay.endTick();
        assertEquals(1, troubles.stoodAside.size());
    }

    @Test
    void take_sessionFails_losesNothingAndKeepsTheOrder() {
        FallbackRelay relay = relay(SessionFixture.rate(125_000));
        TestPacket held = TestPacket.chat("held", 100);
        take(relay, TestPacket.chunk(0, 0, 60_000));
        assertTrue(take(relay, held));
        clockFails = true;
        ticker.advanceMillis(50);
        TestPacket next = TestPacket.chat("next", 100);
        boolean taken = take(relay, next);
        assertEquals(taken ? List.of(held, next) : List.of(held), resent);
        assertEquals(1, troubles.stoodAside.size());
    }

    /** The client never got it: the same update must not be taken for known. */
    @Test
    void endTick_resendFails_sameUpdateIsSentAgain() {
        FallbackRelay relay = relay(SessionFixture.rate(125_000));
        assertFalse(take(relay, TestPacket.chunk(0, 0, 60_000)));
        assertTrue(take(relay, TestPacket.attribute(1, "fast")));
        resendFails = true;
        ticker.advanceMillis(5_000);
        relay.endTick();
        assertEquals(1, troubles.resends);
        resendFails = false;
        assertFalse(take(relay, TestPacket.attribute(1, "fast")), "it is sent");
        assertTrue(take(relay, TestPacket.attribute(1, "fast")), "now it is known");
    }

    @Test
    void endTick_resendThrowsAnError_othersStillGo() {
        FallbackRelay relay = relay(SessionFixture.rate(125_000));
        TestPacket after = TestPacket.chat("after", 100);
        assertFalse(take(relay, TestPacket.chunk(0, 0, 60_000)));
        assertTrue(take(relay, TestPacket.chat("lost", 100)));
        resendFails = true;
        ticker.advanceMillis(5_000);
        relay.endTick();
        resendFails = false;
        assertFalse(take(relay, TestPacket.chunk(1, 0, 60_000)));
        assertTrue(take(relay, after));
        ticker.advanceMillis(5_000);
        relay.endTick();
        assertEquals(List.of(after), resent);
    }

    private void resend(Object packet) {
        if (resendFails) {
            throw new NoClassDefFoundError("of the server");
        }
        resent.add(packet);
    }

    private boolean take(FallbackRelay relay, TestPacket packet) {
        return relay.take(packet.message(), packet, true);
    }

    private FallbackRelay relay(EngineConfig config) {
        return new FallbackRelay(
                link -> new ClientSession(
                        new UUID(0, 1),
                        config,
                        () -> {
                            if (clockFails) {
                                clockFails = false;
                                throw new IllegalStateException("no time");
                            }
                            return ticker.nanos();
                        },
                        link.sink(),
                        move -> move,
                        LinkProbe.NONE),
                this::resend,
                troubles);
    }
}
