package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.FakeTicker;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import dev.sluice.netty.LoopbackPipe;
import dev.sluice.netty.NumberedPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Order along a key through cancel and re-send: listeners on several threads, releases on one. */
@SuppressWarnings("FutureReturnValueIgnored") // what arrives is checked at the other end
final class FallbackOrderTest {

    private static final int SENDERS = 4;
    private static final int MESSAGES_OF_FIRST_KEY = 300_000;
    private static final int MESSAGES_OF_OTHERS = 40_000;
    private static final int TOTAL = MESSAGES_OF_FIRST_KEY + (SENDERS - 1) * MESSAGES_OF_OTHERS;

    /** Every so many messages of a key are immediate: they must not overtake what was taken before. */
    private static final int IMMEDIATE_EVERY = 7;

    private final RelayTroublesList troubles = new RelayTroublesList();

    @Test
    void relay_manySendersWithAKeyEach_nothingIsOvertaken() throws Exception {
        try (LoopbackPipe pipe = new LoopbackPipe(SENDERS, TOTAL)) {
            List<Message> held = messages(false);
            List<Message> immediate = messages(true);
            FallbackRelay relay = new FallbackRelay(
                    link -> new ClientSession(
                            new UUID(0, 1),
                            SessionFixture.rate(400_000),
                            System::nanoTime,
                            link.sink(),
                            move -> move,
                            LinkProbe.NONE),
                    packet -> pipe.server().writeAndFlush(packet),
                    troubles);
            List<Thread> senders = new ArrayList<>();
            for (int key = 1; key < SENDERS; key++) {
                int ownKey = key;
                senders.add(Thread.ofPlatform()
                        .start(() -> send(pipe, relay, held, immediate, ownKey, 0, MESSAGES_OF_OTHERS, false)));
            }
            // This thread plays the main thread: it sends the first key, and ends a tick now and then.
            for (int from = 0; from < MESSAGES_OF_FIRST_KEY; from += 500) {
                send(pipe, relay, held, immediate, 0, from, from + 500, true);
                relay.endTick();
            }
            for (Thread sender : senders) {
                sender.join();
            }
            relay.end();
            assertTrue(pipe.awaitAll(), "still to come: " + pipe.outstanding());
            assertEquals(0, pipe.overtaken());
            assertTrue(relay.session().stats().deferred() > 0, "nothing was held");
        }
    }

    /** Asking is for any thread: whoever takes meanwhile waits. */
    @Test
    void ask_whileAnotherThreadTakes_keepsTheSessionToItself() throws Exception {
        FallbackRelay relay = relay(new FakeTicker(), new ArrayList<>());
        TestPacket line = TestPacket.chat("line", 100);

        Thread sender = relay.ask(session -> {
            Thread other = Thread.ofPlatform().start(() -> relay.take(line.message(), line, false));
            while (other.isAlive() && other.getState() != Thread.State.BLOCKED) {
                Thread.onSpinWait();
            }
            assertTrue(other.isAlive(), "took a packet while the session was asked");
            return other;
        });
        sender.join();
    }

    @Test
    void take_mainThread_passesWithCreditAndHoldsWithout() {
        List<Object> resent = new ArrayList<>();
        FakeTicker ticker = new FakeTicker();
        FallbackRelay relay = relay(ticker, resent);
        TestPacket plug = TestPacket.chunk(0, 0, 60_000);
        TestPacket line = TestPacket.chat("line", 100);
        assertFalse(relay.take(plug.message(), plug, true));
        assertTrue(relay.take(line.message(), line, true));
        ticker.advanceMillis(10_000);
        relay.endTick();
        assertEquals(List.of(line), resent);
    }

    @Test
    void take_otherThread_immediateBehindATakenOneOfItsKey_isTakenToo() {
        List<Object> resent = new ArrayList<>();
        FallbackRelay relay = relay(new FakeTicker(), resent);
        TestPacket edit = TestPacket.edit(0, 0, "edit");
        TestPacket ack = TestPacket.editsAck();
        assertTrue(relay.take(edit.message(), edit, false));
        assertTrue(relay.take(ack.message(), ack, false));
        relay.endTick();
        assertEquals(List.of(edit, ack), resent);
        assertFalse(relay.take(ack.message(), ack, false));
    }

    /** A removal does not name the UUID that becomes free: the client ignores a spawn with it that comes first. */
    @Test
    void take_otherThread_whatAppearsBehindATakenRemoval_isTakenToo() {
        assertTakesBehind(TestPacket.remove(7), OrderingKey.profile(new UUID(0, 7)));
    }

    @Test
    void take_otherThread_whatAppearsBehindATakenBundleThatRemoves_isTakenToo() {
        Observation told = new Observation.Several(List.of(new Observation.EntitiesRemoved(List.of(7))));
        assertTakesBehind(ofEntity(told), OrderingKey.profile(new UUID(0, 7)));
    }

    /** Nor does what it lets go of: the client ignores where a rider is put while it rides. */
    @Test
    void take_otherThread_whatIsPlacedBehindATakenDismount_isTakenToo() {
        assertTakesBehind(ofEntity(new Observation.Mounted(7, List.of())), OrderingKey.entity(9));
    }

    @Test
    void take_otherThread_whatIsPlacedBehindATakenRemoval_isTakenToo() {
        assertTakesBehind(TestPacket.remove(7), OrderingKey.entity(9));
    }

    /** It takes the place of another entity, which somebody may have ridden. */
    @Test
    void take_otherThread_whatIsPlacedBehindATakenSpawn_isTakenToo() {
        assertTakesBehind(TestPacket.spawnAt(7, 0, 64, 0), OrderingKey.entity(9));
    }

    private static TestPacket ofEntity(Observation told) {
        MessageType type = new MessageType(40, "tells", MessagePriority.NEARBY_ENTITIES, DeliveryKind.FACT, 20);
        List<Message.Key> keys = List.of(TestPacket.exclusive(OrderingKey.entity(7)));
        Message message = new Message(type, new Target.EntityTarget(7), keys, null, WorldEffect.NONE, 20, told);
        return new TestPacket("tells", 20, message);
    }

    private void assertTakesBehind(TestPacket first, long key) {
        List<Object> resent = new ArrayList<>();
        FallbackRelay relay = relay(new FakeTicker(), resent);
        TestPacket behind = TestPacket.immediate("behind", TestPacket.exclusive(key));
        TestPacket other = TestPacket.immediate("other", TestPacket.exclusive(OrderingKey.listing(new UUID(0, 7))));
        assertTrue(relay.take(first.message(), first, false));
        assertTrue(relay.take(behind.message(), behind, false));
        assertFalse(relay.take(other.message(), other, false));
        relay.endTick();
        assertEquals(List.of(first, behind), resent);
        assertFalse(relay.take(behind.message(), behind, false));
    }

    /** What passes comes behind what it takes along, so what a listener sends at the sight of that must wait for both. */
    @Test
    void take_listenerSendsWhileTheWayIsMade_waitsForWhatPasses() {
        List<Object> resent = new ArrayList<>();
        TestPacket plug = TestPacket.chunk(0, 0, 60_000);
        TestPacket held = TestPacket.spawn(7, 0, 0);
        TestPacket passes = TestPacket.immediate(
                "passes", TestPacket.exclusive(OrderingKey.entity(7)), TestPacket.exclusive(OrderingKey.entity(8)));
        TestPacket nested = TestPacket.immediate("nested", TestPacket.exclusive(OrderingKey.entity(8)));
        List<FallbackRelay> own = new ArrayList<>();
        FallbackRelay relay = relay(new FakeTicker(), packet -> {
            resent.add(packet);
            if (packet.equals(held)) {
                assertTrue(own.getFirst().take(nested.message(), nested, true));
            }
        });
        own.add(relay);
        assertFalse(relay.take(plug.message(), plug, true));
        assertTrue(relay.take(held.message(), held, true));

        assertFalse(relay.take(passes.message(), passes, true));

        assertEquals(List.of(held), resent);
        relay.endTick();
        assertEquals(List.of(held, nested), resent);
        assertFalse(relay.take(passes.message(), passes, false), "from another thread, behind nothing");
    }

    @Test
    void take_otherThread_respawnThatKeepsTheWorld_leavesWhatIsHeld() {
        List<Object> resent = new ArrayList<>();
        FakeTicker ticker = new FakeTicker();
        FallbackRelay relay = relay(ticker, resent);
        TestPacket login = TestPacket.entering("overworld", false);
        TestPacket plug = TestPacket.chunk(0, 0, 60_000);
        TestPacket held = TestPacket.chunk(1, 0, 100);
        TestPacket respawn = TestPacket.entering("overworld", true);
        relay.take(login.message(), login, true);
        relay.take(plug.message(), plug, true);
        assertTrue(relay.take(held.message(), held, true));

        assertTrue(relay.take(respawn.message(), respawn, false));

        relay.endTick();
        assertEquals(List.of(respawn), resent);
        ticker.advanceMillis(10_000);
        relay.endTick();
        assertEquals(List.of(respawn, held), resent);
    }

    @Test
    void end_takenAndHeld_areGivenBackInOrder() {
        List<Object> resent = new ArrayList<>();
        FallbackRelay relay = relay(new FakeTicker(), resent);
        TestPacket plug = TestPacket.chunk(0, 0, 60_000);
        TestPacket held = TestPacket.chat("held", 100);
        TestPacket taken = TestPacket.chat("taken", 100);
        relay.take(plug.message(), plug, true);
        relay.take(held.message(), held, true);
        relay.take(taken.message(), taken, false);
        relay.end();
        assertEquals(List.of(held, taken), resent);
    }

    @Test
    void endTick_resendFailsOnce_theOthersStillGoAndItIsReported() {
        List<Object> resent = new ArrayList<>();
        FakeTicker ticker = new FakeTicker();
        FallbackRelay relay = new FallbackRelay(
                link -> new ClientSession(
                        new UUID(0, 1),
                        SessionFixture.rate(125_000),
                        ticker,
                        link.sink(),
                        move -> move,
                        LinkProbe.NONE),
                packet -> {
                    if (packet.toString().equals("bad")) {
                        throw new IllegalStateException("not taken");
                    }
                    resent.add(packet);
                },
                troubles);
        for (String label : List.of("first", "bad", "third")) {
            TestPacket packet = TestPacket.chat(label, 100);
            assertTrue(relay.take(packet.message(), packet, false));
        }
        relay.endTick();
        TestPacket later = TestPacket.chat("later", 100);
        assertTrue(relay.take(later.message(), later, false));
        relay.endTick();
        assertEquals(
                List.of("first", "third", "later"),
                resent.stream().map(Object::toString).toList());
        assertEquals(1, troubles.resends);
    }

    private FallbackRelay relay(FakeTicker ticker, List<Object> resent) {
        return relay(ticker, resent::add);
    }

    private FallbackRelay relay(FakeTicker ticker, Consumer<Object> resend) {
        return new FallbackRelay(
                link -> new ClientSession(
                        new UUID(0, 1),
                        SessionFixture.rate(125_000),
                        ticker,
                        link.sink(),
                        move -> move,
                        LinkProbe.NONE),
                resend,
                troubles);
    }

    private static void send(
            LoopbackPipe pipe,
            FallbackRelay relay,
            List<Message> held,
            List<Message> immediate,
            int key,
            int from,
            int to,
            boolean mainThread) {
        for (int number = from; number < to; number++) {
            Message message = (number % IMMEDIATE_EVERY == 0 ? immediate : held).get(key);
            NumberedPacket packet = new NumberedPacket(key, number);
            if (!relay.take(message, packet, mainThread)) {
                pipe.server().writeAndFlush(packet);
            }
        }
    }

    private static List<Message> messages(boolean immediate) {
        List<Message> messages = new ArrayList<>();
        for (int key = 0; key < SENDERS; key++) {
            TestPacket packet = immediate
                    ? TestPacket.immediate("now " + key, TestPacket.exclusive(OrderingKey.entity(key)))
                    : TestPacket.fact(
                            MessagePriority.NEARBY_ENTITIES,
                            "key " + key,
                            NumberedPacket.WIRE_BYTES,
                            new Target.EntityTarget(key),
                            TestPacket.exclusive(OrderingKey.entity(key)));
            messages.add(packet.message());
        }
        return messages;
    }
}
