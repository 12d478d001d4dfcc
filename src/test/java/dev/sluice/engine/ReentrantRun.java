package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.packet.WorldEffect;
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

/** One session under a random load, in which each packet that leaves may bring forth others. */
final class ReentrantRun {

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

    private final Random random;
    private final SessionFixture client;
    private final List<Offer> offers = new ArrayList<>();
    private final boolean viewMoves;
    private int steps;
    private int depth;
    private double reaction = 0.2;

    ReentrantRun(long seed) {
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
                        && conflict(earlier.packet().message(), later.packet().message())) {
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
        assertTrue(viewMoves || shown.chunks.containsAll(expected.chunks), expected.chunks + ", shown " + shown.chunks);
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
            case 3, 4 -> Reentrancy.head(id, random.nextBoolean() ? "north" : "south");
            case 5 -> TestPacket.sync(id + 3, "sync");
            case 6 -> TestPacket.move(id + 3, move(), 0, 0);
            case 7, 8 -> TestPacket.chat(label, 20 + random.nextInt(60));
            case 9 -> Reentrancy.spawn(id);
            case 10 -> TestPacket.remove(id);
            case 11, 12 -> TestPacket.chunk(x, 0, 200 + random.nextInt(1_500));
            case 13 -> TestPacket.unload(x, 0);
            case 14 -> TestPacket.block(16 * x, 64, 0, "block");
            case 15 -> TestPacket.immediate("immediate " + steps, TestPacket.exclusive(OrderingKey.entity(id + 3 * x)));
            case 16 -> random.nextInt(8) == 0 ? TestPacket.startConfiguration() : TestPacket.editsAck();
            case 17 -> random.nextInt(4) == 0 ? TestPacket.respawn() : TestPacket.sound("sound");
            case 18 ->
                viewMoves
                        ? random.nextBoolean() ? Reentrancy.radius() : Reentrancy.centre(random.nextInt(2) * 100)
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
