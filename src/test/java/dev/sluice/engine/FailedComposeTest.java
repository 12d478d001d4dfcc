package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.PacketSink;
import dev.sluice.engine.priority.Component;
import dev.sluice.engine.priority.MessagePriority;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A merged packet that cannot be composed, and whatever else fails while packets leave, costs no packet its way out. */
final class FailedComposeTest {

    private static final int ID = 7;

    private final FakeTicker ticker = new FakeTicker();
    private final List<String> written = new ArrayList<>();
    private final List<String> abandoned = new ArrayList<>();
    private boolean composeFails = true;
    private boolean clockFails;
    private Runnable onWrite = () -> {};
    private final ClientSession session = session(SessionFixture.rate(10_000));

    @Test
    void pass_composeFails_heldPacketGoesInItsPlaceAndTheFailureIsThrown() {
        congest(session);
        holdMerged(session);
        assertThrows(NoClassDefFoundError.class, () -> run(session, 5_000));
        assertEquals(List.of("move 7"), written);
        assertFalse(session.hasHeld());
    }

    @Test
    void bypass_composeFails_everythingGoesInOrder() {
        congest(session);
        send(session, TestPacket.chat("first", 50));
        holdMerged(session);
        send(session, TestPacket.chat("last", 50));
        assertThrows(NoClassDefFoundError.class, session::bypass);
        assertEquals(List.of("first", "move 7", "last"), written);
    }

    @Test
    void pass_composeAndWriteFail_bothAreTold() {
        congest(session);
        holdMerged(session);
        onWrite = () -> {
            throw new IllegalStateException("no write");
        };
        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> run(session, 5_000));
        assertEquals("no write", failure.getMessage());
        assertInstanceOf(NoClassDefFoundError.class, failure.getSuppressed()[0]);
        assertFalse(session.hasHeld());
    }

    /** The client got less than the merged packet says. */
    @Test
    void pass_composeFails_whatWasMergedIsNotTakenForKnown() {
        send(session, TestPacket.spawn(ID, 0, 0));
        congest(session);
        send(session, attributes("one", "one"));
        assertInstanceOf(Decision.Absorb.class, send(session, attributes("two", "two")));
        assertThrows(NoClassDefFoundError.class, () -> run(session, 5_000));
        composeFails = false;
        run(session, 5_000);
        assertEquals(List.of("one"), written);
        assertInstanceOf(Decision.Pass.class, send(session, attributes("two again", "two")));
    }

    /** It was taken: whoever offered it must not write it once more. */
    @Test
    void offer_composeFailsWhileTheCapIsKept_packetIsTakenAndThePassThrows() {
        ClientSession capped = session(SessionFixture.capped(SessionFixture.rate(10_000), 1_000_000, 1));
        congest(capped);
        holdMerged(capped);
        assertInstanceOf(Decision.Hold.class, send(capped, TestPacket.chat("behind", 50)));
        assertThrows(NoClassDefFoundError.class, capped::pass);
        run(capped, 5_000);
        assertEquals(List.of("move 7", "behind"), written);
    }

    @Test
    void bypass_clockFails_everythingGoes() {
        congest(session);
        send(session, TestPacket.chat("held", 50));
        clockFails = true;
        try {
            session.bypass();
        } catch (IllegalStateException e) {
            assertEquals("no time", e.getMessage());
        }
        assertEquals(List.of("held"), written);
    }

    /** As a listener of a write promise does. */
    @Test
    void bypass_packetOfferedWhileOneIsWritten_waitsForThoseBefore() {
        congest(session);
        send(session, TestPacket.chat("first", 50));
        send(session, TestPacket.chat("second", 50));
        onWrite = () -> {
            onWrite = () -> {};
            send(session, TestPacket.chat("third", 50));
        };
        session.bypass();
        assertEquals(List.of("first", "second", "third"), written);
        assertInstanceOf(Decision.Pass.class, send(session, TestPacket.chat("fourth", 50)));
    }

    @Test
    void close_oneCannotBeLetGoOf_theOthersAre() {
        congest(session);
        send(session, TestPacket.chat("bad", 50));
        send(session, TestPacket.chat("good", 50));
        assertThrows(IllegalStateException.class, session::close);
        assertEquals(List.of("bad", "good"), abandoned);
        assertFalse(session.hasHeld());
    }

    private void holdMerged(ClientSession to) {
        assertInstanceOf(Decision.Hold.class, send(to, TestPacket.move(ID, 1, 0, 0)));
        assertInstanceOf(Decision.Absorb.class, send(to, TestPacket.move(ID, 2, 0, 0)));
    }

    private void congest(ClientSession to) {
        send(to, TestPacket.chunk(0, 0, 20_000));
        written.clear();
    }

    private Decision send(ClientSession to, TestPacket packet) {
        Decision decision = to.offer(packet.message(), packet, null);
        if (decision instanceof Decision.Pass) {
            written.add(packet.label());
            to.passed(packet.message(), packet.bytes());
        }
        return decision;
    }

    private void run(ClientSession of, int millis) {
        for (int i = 0; i < millis; i += 10) {
            ticker.advanceMillis(10);
            of.pass();
        }
    }

    private static TestPacket attributes(String label, String name) {
        MessageType type =
                new MessageType(20, "update_attributes", MessagePriority.NEARBY_ENTITIES, DeliveryKind.STATE, 20);
        return TestPacket.state(
                type, ID, 20, new StateUpdate.Indexed(ID, Component.ATTRIBUTES, Map.of(name, 1), true), label);
    }

    private ClientSession session(EngineConfig config) {
        return new ClientSession(
                new UUID(0, 1),
                config,
                () -> {
                    if (clockFails) {
                        throw new IllegalStateException("no time");
                    }
                    return ticker.nanos();
                },
                new ListSink(),
                update -> {
                    if (composeFails) {
                        throw new NoClassDefFoundError("of the server");
                    }
                    return update;
                },
                LinkProbe.NONE);
    }

    private final class ListSink implements PacketSink {

        @Override
        public long write(Object packet, @Nullable Object receipt) {
            written.add(packet.toString());
            onWrite.run();
            return packet instanceof TestPacket test ? test.bytes() : 12;
        }

        @Override
        public void flush() {}

        @Override
        public void supersede(Object packet, @Nullable Object receipt) {}

        @Override
        public void abandon(Object packet, @Nullable Object receipt) {
            abandoned.add(packet.toString());
            if (packet.toString().equals("bad")) {
                throw new IllegalStateException("already let go of");
            }
        }
    }
}
