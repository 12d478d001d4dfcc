package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.FakeTicker;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.port.LinkProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A player without a channel is let go of: everything taken is given back, in order, whatever happens meanwhile. */
final class RelayEndTest {

    private final RelayTroublesList troubles = new RelayTroublesList();
    private final List<String> resent = new ArrayList<>();
    private final FakeTicker ticker = new FakeTicker();
    private boolean composeFails;
    private Runnable onResend = () -> {};
    private final FallbackRelay relay = new FallbackRelay(
            link -> new ClientSession(
                    new UUID(0, 1),
                    SessionFixture.rate(125_000),
                    ticker,
                    link.sink(),
                    update -> {
                        if (composeFails) {
                            throw new IllegalStateException("cannot compose");
                        }
                        return update;
                    },
                    LinkProbe.NONE),
            this::resend,
            troubles);

    @Test
    void end_composeFails_everythingIsGivenBackAndItIsReported() {
        assertFalse(take(TestPacket.chunk(0, 0, 60_000), true));
        assertTrue(take(TestPacket.move(7, 1, 0, 0), true));
        assertTrue(take(TestPacket.move(7, 2, 0, 0), true));
        assertTrue(take(TestPacket.chat("first", 50), true));
        assertTrue(take(TestPacket.chat("last", 50), true));
        composeFails = true;
        relay.end();
        assertEquals(List.of("move 7", "first", "last"), resent);
        assertEquals(1, troubles.stoodAside.size());
    }

    /** What another thread takes from the client without being asked about is gone all the same. */
    @Test
    void take_unloadPassesOnOtherThread_chunkIsTakenForGone() {
        EngineConfig config = SessionFixture.rate(125_000);
        relay.session().reconfigure(unmanaged(config));
        endTicks(1);
        assertFalse(take(TestPacket.chunk(1, 1, 100), true));
        assertFalse(take(TestPacket.unload(1, 1), false));
        relay.session().reconfigure(config);
        endTicks(1);
        assertFalse(take(TestPacket.chunk(0, 0, 60_000), true));
        assertTrue(take(TestPacket.chunk(1, 1, 100), true));

        assertTrue(take(TestPacket.unload(1, 1), true));
        endTicks(100);

        assertEquals(List.of(), resent);
    }

    private void endTicks(int ticks) {
        for (int i = 0; i < ticks; i++) {
            ticker.advanceMillis(50);
            relay.endTick();
        }
    }

    private static EngineConfig unmanaged(EngineConfig base) {
        return new EngineConfig(
                base.bandwidth(),
                base.shares(),
                Set.of(),
                base.maxDeferralNanos(),
                base.adaptive(),
                base.maxHeldBytes(),
                base.maxHeldMessages(),
                base.profile(),
                base.control());
    }

    /** Another thread has found the relay just before it was taken out. */
    @Test
    void take_otherThreadAfterTheEnd_passes() {
        relay.end();
        assertFalse(take(TestPacket.chat("late", 50), false));
        assertFalse(take(TestPacket.chat("later", 50), true));
    }

    @Test
    void take_afterThePlayerHasLeft_passes() {
        relay.abandon();
        assertFalse(take(TestPacket.chat("late", 50), false));
    }

    @Test
    void take_duringTheEnd_isGivenBackBehindWhatWasTakenBefore() {
        assertFalse(take(TestPacket.chunk(0, 0, 60_000), true));
        assertTrue(take(TestPacket.chat("first", 50), true));
        assertTrue(take(TestPacket.chat("second", 50), true));
        onResend = () -> {
            onResend = () -> {};
            assertTrue(take(TestPacket.chat("third", 50), true));
            assertTrue(take(TestPacket.chat("fourth", 50), false));
        };
        relay.end();
        assertEquals(List.of("first", "second", "third", "fourth"), resent);
    }

    /** A plugin disconnects or reloads from within a packet. */
    @Test
    void end_whileATickIsReSent_givesEverythingBackInOrder() {
        assertFalse(take(TestPacket.chunk(0, 0, 60_000), true));
        assertTrue(take(TestPacket.chat("first", 50), true));
        assertTrue(take(TestPacket.chat("second", 50), true));
        onResend = () -> {
            onResend = () -> {};
            assertTrue(take(TestPacket.chat("third", 50), true));
            relay.end();
            assertFalse(take(TestPacket.chat("passes", 50), true));
        };
        ticker.advanceMillis(5_000);
        relay.endTick();
        assertEquals(List.of("first", "second", "third"), resent);
    }

    private boolean take(TestPacket packet, boolean mainThread) {
        return relay.take(packet.message(), packet, mainThread);
    }

    private void resend(Object packet) {
        resent.add(packet.toString());
        onResend.run();
    }
}
