package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.Component;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is sent while the engine writes a packet or lets go of one, by a handler further down or a promise's listener. */
final class ReentrancyTest {

    private static final int RUNS = 2_000;
    private static final int ID = 7;

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

    @Test
    void offer_randomPacketsFromWritesAndListeners_areKeptInOrderAndSettledOnce() {
        for (long seed = 0; seed < RUNS; seed++) {
            try {
                new Run(seed).go();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    /** What was remembered of the entity that is being written is gone then. */
    @Test
    void pass_respawnFromWrite_goesOn() {
        client.send(TestPacket.move(ID, 1, 0, 0));
        client.congest();
        client.send(TestPacket.move(ID, 1, 0, 0));
        client.send(TestPacket.chat("chat", 30));
        onceAtWrite(() -> client.send(TestPacket.respawn()));

        client.drain();

        assertEquals(
                List.of("chat", "move " + ID, "respawn"),
                client.writtenLabels().stream().sorted().toList());
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    @Test
    void merge_listenerTakesOlderMovesAlong_eachGoesOnce() {
        client.congest();
        for (int i = 0; i < 3; i++) {
            // Two of them are more than one packet can say.
            client.send(TestPacket.move(ID, 20_000, 0, 0));
        }
        int[] discarded = {0};
        client.sink.discards = () -> {
            if (++discarded[0] != 2) {
                return;
            }
            client.send(TestPacket.immediate("immediate", TestPacket.exclusive(OrderingKey.entity(ID))));
        };

        client.send(TestPacket.sync(ID, "sync"));
        client.drain();

        assertEquals("immediate", client.writtenLabels().getLast(), client.writtenLabels()::toString);
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    /** The engine has the packet: its caller must not write it once more. */
    @Test
    void merge_listenerFails_isThrownByTheNextPass() {
        client.congest();
        client.send(TestPacket.move(ID, 1, 0, 0));
        client.sink.discards = () -> {
            throw new IllegalStateException("a listener fails");
        };

        assertInstanceOf(Decision.Absorb.class, client.send(TestPacket.move(ID, 1, 0, 0)));

        assertThrows(IllegalStateException.class, client.session::pass);
        client.drain();
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    @Test
    void merge_severalListenersFail_theFirstFailureIsThrown() {
        client.congest();
        client.send(TestPacket.move(ID, 1, 0, 0));
        int[] failures = {0};
        client.sink.discards = () -> {
            throw new IllegalStateException("listener " + ++failures[0]);
        };
        client.send(TestPacket.move(ID, 1, 0, 0));
        client.send(TestPacket.move(ID, 1, 0, 0));

        assertEquals(
                "listener 1",
                assertThrows(IllegalStateException.class, client.session::pass).getMessage());
        client.drain();
    }

    /** The engine has it then as well, although there is nothing left of it to hold. */
    @Test
    void suppress_listenerFails_isThrownByTheNextPass() {
        client.send(spawn(ID));
        client.send(head(ID, "north"));
        client.sink.discards = () -> {
            throw new IllegalStateException("a listener fails");
        };

        assertInstanceOf(Decision.Absorb.class, client.send(head(ID, "north")));

        assertThrows(IllegalStateException.class, client.session::pass);
        client.session.pass();
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    @Test
    void bypass_listenerHasFailed_isThrownOnceAllIsReleased() {
        client.congest();
        client.send(TestPacket.chat("chat", 30));
        failOnceAtDiscard();

        assertThrows(IllegalStateException.class, client.session::bypass);

        assertEquals(2, client.sink.written.size());
        assertEquals(client.receipts(), client.sink.settledReceipts());
        client.session.pass();
    }

    @Test
    void close_listenerHasFailed_isThrownOnceAllIsLetGo() {
        client.congest();
        client.send(TestPacket.chat("chat", 30));
        failOnceAtDiscard();

        assertThrows(IllegalStateException.class, client.session::close);

        assertEquals(client.receipts(), client.sink.settledReceipts());
        client.session.pass();
    }

    /** Each listener is heard once the one before has returned, or the stack would grow with them. */
    @Test
    void merge_eachListenerSendsTheNext_stackStaysLow() {
        client.congest();
        client.send(TestPacket.move(ID, 1, 0, 0));
        int[] heard = {0};
        int[] depth = {0};
        int[] deepest = {0};
        client.sink.discards = () -> {
            deepest[0] = Math.max(deepest[0], ++depth[0]);
            if (++heard[0] < 1_000) {
                client.send(TestPacket.move(ID, heard[0] % 2 == 0 ? 1 : -1, 1, 0));
            }
            depth[0]--;
        };

        client.send(TestPacket.move(ID, 1, 0, 0));

        assertEquals(1_000, heard[0]);
        assertEquals(1, deepest[0]);
        client.drain();
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    @Test
    void remove_listenerOfDroppedStateSpawnsAnew_entityIsRemembered() {
        client.congest();
        client.send(spawn(ID));
        onceAtDiscard(() -> client.send(spawn(ID)));

        client.send(TestPacket.remove(ID));

        assertTrue(client.session.explain(ID).isPresent());
        client.drain();
        assertEquals(List.of("spawn " + ID), client.writtenLabels());
    }

    @Test
    void unload_listenerOfDroppedChunkSendsItAnew_clientHasIt() {
        client.congest();
        client.send(TestPacket.chunk(1, 1, 100));
        onceAtDiscard(() -> client.send(TestPacket.chunk(1, 1, 100)));

        client.send(TestPacket.unload(1, 1));
        client.drain();

        assertEquals(List.of("chunk 1 1"), client.writtenLabels());
    }

    @Test
    void release_otherHeadFromWrite_oldOneIsSentAgain() {
        client.send(spawn(ID));
        client.congest();
        client.send(head(ID, "north"));
        onceAtWrite(() -> client.send(head(ID, "south")));
        client.drain();

        client.send(head(ID, "north"));
        client.drain();

        assertEquals(List.of("north", "south", "north"), client.writtenLabels());
    }

    @Test
    void passed_otherHeadFromWrite_oldOneIsSentAgain() {
        client.send(spawn(ID));
        onceAtWrite(() -> client.send(head(ID, "south")));
        client.send(head(ID, "north"));

        client.send(head(ID, "north"));

        assertEquals(List.of("spawn " + ID, "north", "south", "north"), client.writtenLabels());
    }

    /** One that is lost within the write hides no other one that was written there. */
    @Test
    void passed_otherHeadAndALostOneFromWrite_oldOneIsSentAgain() {
        client.send(spawn(ID));
        onceAtWrite(() -> {
            client.send(head(ID, "south"));
            TestPacket lost = TestPacket.chat("lost", 30);
            assertInstanceOf(Decision.Pass.class, client.session.offer(lost.message(), lost, null));
            client.session.lost(lost.message());
        });
        client.send(head(ID, "north"));

        client.send(head(ID, "north"));

        assertEquals(List.of("spawn " + ID, "north", "south", "north"), client.writtenLabels());
    }

    @Test
    void passed_headOfBeforeFromWriteOfAnother_isSent() {
        client.send(spawn(ID));
        client.send(head(ID, "north"));
        onceAtWrite(() -> client.send(head(ID, "north")));

        client.send(head(ID, "south"));

        assertEquals(List.of("spawn " + ID, "north", "south", "north"), client.writtenLabels());
    }

    @Test
    void passed_attributesOfBeforeFromWriteOfOthers_areSent() {
        client.send(spawn(ID));
        client.send(attributes("slow"));
        onceAtWrite(() -> client.send(attributes("slow")));

        client.send(attributes("fast"));

        assertEquals(List.of("spawn " + ID, "slow", "fast", "slow"), client.writtenLabels());
    }

    /** Of what cannot be read nobody knows what it changes. */
    @Test
    void passed_headOfBeforeFromWriteOfAnUnreadUpdate_isSent() {
        client.send(spawn(ID));
        client.send(head(ID, "north"));
        onceAtWrite(() -> client.send(head(ID, "north")));
        MessageType type = new MessageType(33, "unread", MessagePriority.NEARBY_ENTITIES, DeliveryKind.STATE, 6);

        client.send(TestPacket.state(type, ID, 6, new StateUpdate.Partial(Component.ATTRIBUTES), "unread"));

        assertEquals(List.of("spawn " + ID, "north", "unread", "north"), client.writtenLabels());
    }

    @Test
    void release_chunkAndUnloadFromWriteOfItsData_clientHasItNoLonger() {
        client.congest();
        client.send(TestPacket.chunk(1, 1, 100));
        client.send(TestPacket.chat("chat", 2_000));
        onceAtWrite(() -> {
            client.send(TestPacket.chunk(1, 1, 100));
            client.send(TestPacket.unload(1, 1));
        });
        client.send(TestPacket.immediate("immediate", TestPacket.exclusive(OrderingKey.chunk(1, 1))));
        client.drain();

        assertEquals(List.of("chunk 1 1", "immediate", "unload 1 1", "chat"), client.writtenLabels());
    }

    @Test
    void passed_chunkSentAnewFromWriteOfItsUnload_isNotTakenForGone() {
        client.send(TestPacket.chunk(1, 1, 100));
        onceAtWrite(() -> client.send(TestPacket.chunk(1, 1, 100)));
        client.send(TestPacket.unload(1, 1));
        client.congest();
        client.send(TestPacket.chunk(1, 1, 100));

        client.send(TestPacket.unload(1, 1));
        client.drain();

        assertEquals(List.of("unload 1 1"), client.writtenLabels());
    }

    @Test
    void bypass_chatFromWrite_overtakesNothing() {
        client.congest();
        client.send(TestPacket.chat("one", 30));
        client.send(TestPacket.chat("two", 30));
        onceAtWrite(() -> client.send(TestPacket.chat("three", 30)));

        client.session.bypass();

        assertEquals(List.of("one", "two", "three"), client.writtenLabels());
    }

    @Test
    void bypass_respawnFromWrite_staysBetweenItsWorlds() {
        client.congest();
        client.send(TestPacket.chat("one", 30));
        client.send(TestPacket.chat("two", 30));
        client.send(TestPacket.sync(ID, "old"));
        onceAtWrite(() -> {
            client.send(TestPacket.respawn());
            client.send(TestPacket.sync(ID, "new"));
        });

        client.session.bypass();

        assertEquals(List.of("one", "two", "respawn", "new"), client.writtenLabels());
    }

    private void onceAtWrite(Runnable action) {
        client.sink.carrier = bytes -> {
            client.sink.carrier = further -> {};
            action.run();
        };
    }

    private void failOnceAtDiscard() {
        client.send(TestPacket.move(ID, 1, 0, 0));
        onceAtDiscard(() -> {
            throw new IllegalStateException("a listener fails");
        });
        client.send(TestPacket.move(ID, 1, 0, 0));
    }

    private void onceAtDiscard(Runnable action) {
        client.sink.discards = () -> {
            client.sink.discards = () -> {};
            action.run();
        };
    }

    private static TestPacket spawn(int id) {
        return observed(
                "spawn " + id,
                MessagePriority.NEARBY_ENTITIES,
                DeliveryKind.FACT,
                new Observation.EntitySpawned(id, 1, 64, 1),
                TestPacket.exclusive(OrderingKey.entity(id)),
                TestPacket.shared(OrderingKey.chunk(id % 2, 0)));
    }

    private static TestPacket centre(int x) {
        return observed(
                "centre", MessagePriority.PLAYER_STATE, DeliveryKind.IMMEDIATE, new Observation.ViewCentre(x, 0));
    }

    private static TestPacket radius() {
        return observed("radius", MessagePriority.PLAYER_STATE, DeliveryKind.IMMEDIATE, new Observation.ViewRadius(2));
    }

    private static TestPacket observed(
            String label,
            MessagePriority messageClass,
            DeliveryKind kind,
            Observation observation,
            Message.Key... keys) {
        MessageType type = new MessageType(
                30,
                observation instanceof Observation.EntitySpawned ? "add_entity" : "observed",
                messageClass,
                kind,
                60);
        Target target = observation instanceof Observation.EntitySpawned spawned
                ? new Target.EntityTarget(spawned.entityId())
                : Target.StreamTarget.PLAYER;
        return new TestPacket(
                label, 60, new Message(type, target, List.of(keys), null, WorldEffect.NONE, 60, observation));
    }

    private static TestPacket head(int id, String value) {
        MessageType type = new MessageType(31, "head", MessagePriority.NEARBY_ENTITIES, DeliveryKind.STATE, 6);
        return TestPacket.state(type, id, 6, new StateUpdate.Absolute(Component.HEAD, value), value);
    }

    private static TestPacket attributes(String speed) {
        MessageType type = new MessageType(32, "attributes", MessagePriority.NEARBY_ENTITIES, DeliveryKind.STATE, 20);
        return TestPacket.state(
                type, ID, 20, new StateUpdate.Indexed(ID, Component.ATTRIBUTES, Map.of("speed", speed), true), speed);
    }

    /** What the client shows: each entity's head and the chunks, of which a change of the view takes none. */
    private static final class Picture {

        private final Map<Target, Object> heads = new HashMap<>();
        private final Set<Target> chunks = new HashSet<>();

        void show(TestPacket packet) {
            Message message = packet.message();
            if (message.effect() != WorldEffect.NONE) {
                heads.clear();
                chunks.clear();
                return;
            }
            if (message.state() instanceof StateUpdate.Absolute) {
                heads.put(message.target(), packet.label());
            }
            switch (message.type().name()) {
                case "add_entity", "remove_entities" -> heads.remove(message.target());
                case "level_chunk_with_light" -> chunks.add(message.target());
                case "forget_level_chunk" -> chunks.remove(message.target());
                default -> {}
            }
        }
    }

    /** One session under a random load, in which each packet that leaves may bring forth others. */
    private static final class Run {

        private static final int PACKETS = 120;
        private static final int MAX_DEPTH = 4;

        /**
         * @param start when it was offered
         * @param decided when that returned, if it passed: it goes then, beside what was offered meanwhile; else as {@code start}
         */
        private record Offer(TestPacket packet, int start, int decided) {

            boolean isFact() {
                DeliveryKind kind = packet.message().type().kind();
                return kind == DeliveryKind.FACT || kind == DeliveryKind.IMMEDIATE;
            }

            /** Whether the client may not need it: its chunk, its entity or its world goes. */
            boolean mayBeDropped() {
                return !packet.label().startsWith("kept");
            }
        }

        private final Random random;
        private final SessionFixture client;
        private final List<Offer> offers = new ArrayList<>();
        private final boolean viewMoves;
        private int steps;
        private int depth;
        private double reaction = 0.2;

        Run(long seed) {
            random = new Random(seed);
            client = new SessionFixture(config());
            client.sink.carrier = bytes -> react();
            client.sink.discards = this::react;
            viewMoves = random.nextBoolean();
        }

        private EngineConfig config() {
            EngineConfig rate = SessionFixture.rate(2_000L << random.nextInt(8));
            return random.nextInt(4) == 0 ? SessionFixture.capped(rate, 3_000, 20) : rate;
        }

        void go() {
            for (int i = 0; i < PACKETS; i++) {
                send();
                if (random.nextInt(3) == 0) {
                    client.run(10L * random.nextInt(4));
                }
                if (random.nextInt(10) == 0) {
                    client.session.acted(random.nextInt(32), 64, random.nextInt(16));
                }
            }
            if (random.nextBoolean()) {
                client.session.bypass();
            }
            reaction = 0;
            client.drain();
            assertEquals(offers.size(), client.sink.settledReceipts(), "settled receipts");
            assertNull(client.session.queueTimeFailure());
            assertFactsInOrder();
            assertShown();
        }

        private void assertFactsInOrder() {
            Map<TestPacket, Integer> written = new HashMap<>();
            for (Object packet : client.sink.written) {
                if (packet instanceof TestPacket test) {
                    assertNull(written.put(test, written.size()), "written twice");
                }
            }
            List<Offer> facts = offers.stream().filter(Offer::isFact).toList();
            for (Offer later : facts) {
                Integer place = written.get(later.packet());
                assertTrue(place != null || later.mayBeDropped(), "lost: " + later);
                for (Offer earlier : facts) {
                    boolean overtaken = place != null
                            && earlier.decided() < later.start()
                            && written.getOrDefault(earlier.packet(), -1) > place;
                    if (overtaken
                            && conflict(
                                    earlier.packet().message(), later.packet().message())) {
                        throw new AssertionError(later + " overtook " + earlier);
                    }
                }
            }
        }

        private void assertShown() {
            Picture expected = new Picture();
            offers.sort(Comparator.comparingInt(Offer::decided));
            offers.forEach(offer -> expected.show(offer.packet()));
            Picture shown = new Picture();
            for (Object packet : client.sink.written) {
                if (packet instanceof TestPacket test) {
                    shown.show(test);
                }
            }
            // The heads of entities that were never seen to go may still be shown.
            shown.heads.keySet().retainAll(expected.heads.keySet());
            assertEquals(expected.heads, shown.heads, "heads");
            assertTrue(expected.chunks.containsAll(shown.chunks), expected.chunks + ", shown " + shown.chunks);
            assertTrue(
                    viewMoves || shown.chunks.containsAll(expected.chunks),
                    expected.chunks + ", shown " + shown.chunks);
        }

        private void react() {
            if (depth < MAX_DEPTH && random.nextDouble() < reaction) {
                depth++;
                if (random.nextInt(16) == 0) {
                    client.session.reconfigure(config());
                    client.ticker.advanceMillis(random.nextInt(120));
                    client.session.stats();
                }
                send();
                depth--;
            }
        }

        private void send() {
            TestPacket packet = packet();
            int start = steps++;
            int place = offers.size();
            Object receipt = "receipt " + place;
            offers.add(new Offer(packet, start, start));
            if (client.session.offer(packet.message(), packet, receipt) instanceof Decision.Pass) {
                offers.set(place, new Offer(packet, start, steps++));
                client.session.passed(packet.message(), client.sink.write(packet, receipt));
            }
        }

        private TestPacket packet() {
            int id = random.nextInt(3);
            int x = random.nextInt(2);
            String label = "kept " + steps;
            return switch (random.nextInt(20)) {
                case 0, 1, 2 -> TestPacket.move(id, move(), random.nextInt(3) - 1, random.nextInt(3) - 1);
                case 3, 4 -> head(id, random.nextBoolean() ? "north" : "south");
                case 5 -> TestPacket.sync(id + 3, "sync");
                case 6 -> TestPacket.move(id + 3, move(), 0, 0);
                case 7, 8 -> TestPacket.chat(label, 20 + random.nextInt(60));
                case 9 -> spawn(id);
                case 10 -> TestPacket.remove(id);
                case 11, 12 -> TestPacket.chunk(x, 0, 200 + random.nextInt(1_500));
                case 13 -> TestPacket.unload(x, 0);
                case 14 -> TestPacket.block(16 * x, 64, 0, "block");
                case 15 ->
                    TestPacket.immediate("immediate " + steps, TestPacket.exclusive(OrderingKey.entity(id + 3 * x)));
                case 16 -> random.nextInt(8) == 0 ? TestPacket.startConfiguration() : TestPacket.editsAck();
                case 17 -> random.nextInt(4) == 0 ? TestPacket.respawn() : TestPacket.sound("sound");
                case 18 ->
                    viewMoves
                            ? random.nextBoolean() ? radius() : centre(random.nextInt(2) * 100)
                            : interfaceFact(label);
                default -> interfaceFact(label);
            };
        }

        /** Some cannot be added to each other, and so are held apart. */
        private int move() {
            return random.nextInt(4) == 0 ? 20_000 : random.nextInt(3) - 1;
        }

        private TestPacket interfaceFact(String label) {
            MessagePriority[] classes = MessagePriority.values();
            KeyMode mode = random.nextBoolean() ? KeyMode.SHARED : KeyMode.EXCLUSIVE;
            return TestPacket.fact(
                    classes[random.nextInt(classes.length)],
                    label,
                    1 + random.nextInt(300),
                    Target.StreamTarget.PLAYER,
                    new Message.Key(OrderingKey.INTERFACE, mode),
                    TestPacket.shared(OrderingKey.CHAT));
        }

        /** Of the edits' key there is nothing to be said: those of a chunk that is held do not stand along it. */
        private static boolean conflict(Message a, Message b) {
            for (Message.Key x : a.keys()) {
                for (Message.Key y : b.keys()) {
                    boolean exclusive = x.mode() == KeyMode.EXCLUSIVE || y.mode() == KeyMode.EXCLUSIVE;
                    if (x.key() == y.key() && exclusive && x.key() != OrderingKey.EDITS) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
