package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.WorldEffect;
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

    /**
     * What becomes of a run in which a write fails now and then.
     *
     * @param rate of how many of the writes and listeners
     * @param standsAside whether the caller then lets go of everything, as the handler does, or goes on
     */
    record Failures(double rate, boolean standsAside) {

        static final Failures NONE = new Failures(0, false);
    }

    /** A sink's write or a listener that fails. */
    private static final class WriteFailed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final Random random;
    private final SessionFixture client;
    private final List<Offer> offers = new ArrayList<>();
    private final ReentrantLoad load;
    private int steps;
    private int depth;
    private double reaction = 0.2;
    private final boolean standsAside;
    private double failureRate;
    private int failures;
    private final Set<Object> refused = new HashSet<>();
    private int refusals;

    ReentrantRun(long seed, Failures failing) {
        random = new Random(seed);
        client = new SessionFixture(config());
        client.sink.door = this::refuse;
        client.sink.carrier = bytes -> react();
        client.sink.discards = this::react;
        load = new ReentrantLoad(random);
        standsAside = failing.standsAside();
        failureRate = failing.rate();
    }

    private EngineConfig config() {
        EngineConfig rate = SessionFixture.rate(2_000L << random.nextInt(8));
        return random.nextInt(4) == 0 ? SessionFixture.capped(rate, 3_000, random.nextInt(1, 21)) : rate;
    }

    /** Goes through the run; returns how many writes and listeners have failed. */
    int go() {
        for (int i = 0; i < PACKETS; i++) {
            tolerate(this::send);
            if (random.nextInt(3) == 0) {
                pass(random.nextInt(4));
            }
            if (random.nextInt(10) == 0) {
                client.session.acted(random.nextInt(32), 64, random.nextInt(16));
            }
        }
        if (random.nextBoolean()) {
            tolerate(client.session::bypass);
        }
        reaction = 0;
        failureRate = 0;
        // What listeners have failed with is thrown by the next passes, of which each throws one.
        pass(2);
        client.drain();
        assertEquals(offers.size() - refusals, client.sink.settledReceipts(), "settled receipts");
        assertNull(client.session.queueTimeFailure());
        assertFactsInOrder();
        assertShown();
        return failures;
    }

    private void pass(int times) {
        for (int i = 0; i < times; i++) {
            client.ticker.advanceMillis(10);
            try {
                client.session.pass();
            } catch (WriteFailed e) {
                standAside();
            }
        }
    }

    private void standAside() {
        if (standsAside) {
            tolerate(client.session::bypass);
        }
    }

    /** What fails has been seen to where it failed. */
    private static void tolerate(Runnable action) {
        try {
            action.run();
        } catch (WriteFailed e) {
            // Counted.
        }
    }

    /** The packet does not reach the client. Of a change of worlds the engine could not take back what it did. */
    private void refuse(Object packet) {
        boolean changesWorlds =
                packet instanceof TestPacket test && test.message().effect() != WorldEffect.NONE;
        if (!changesWorlds && fails()) {
            refusals++;
            refused.add(packet);
            throw new WriteFailed();
        }
    }

    private boolean fails() {
        boolean fails = failureRate > 0 && random.nextDouble() < failureRate;
        failures += fails ? 1 : 0;
        return fails;
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
            assertTrue(place != null || later.mayBeDropped() || refused.contains(later.packet()), "lost: " + later);
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
        ShownWorld expected = new ShownWorld();
        offers.sort(Comparator.comparingInt(Offer::decided));
        for (Offer offer : offers) {
            if (refused.contains(offer.packet())) {
                expected.miss(offer.packet());
            } else {
                expected.show(offer.packet());
            }
        }
        ShownWorld shown = new ShownWorld();
        for (Object packet : client.sink.written) {
            if (packet instanceof TestPacket test) {
                shown.show(test);
            }
        }
        shown.assertShows(expected, load.viewMoves());
    }

    /** What comes of a write or a listener: another packet, a failure, or both. */
    private void react() {
        if (depth < MAX_DEPTH && random.nextDouble() < reaction) {
            depth++;
            try {
                if (random.nextInt(16) == 0) {
                    client.session.reconfigure(config());
                    client.ticker.advanceMillis(random.nextInt(120));
                    client.session.stats();
                }
                send();
            } catch (WriteFailed e) {
                if (random.nextBoolean()) {
                    throw e;
                }
            } finally {
                depth--;
            }
        }
        if (fails()) {
            throw new WriteFailed();
        }
    }

    private void send() {
        TestPacket packet = load.next(steps);
        int place = offers.size();
        Object receipt = "receipt " + place;
        int start = steps++;
        offers.add(new Offer(packet, start, start));
        while (!isTaken(packet, receipt, place)) {
            // Each time something that it must not overtake has left.
        }
    }

    /** Offers a packet and writes it if it passes. Returns false if that failed and it is to be offered again. */
    private boolean isTaken(TestPacket packet, Object receipt, int place) {
        int start = steps++;
        offers.set(place, new Offer(packet, start, start));
        boolean passes;
        try {
            passes = client.session.offer(packet.message(), packet, receipt) instanceof Decision.Pass;
        } catch (WriteFailed e) {
            passes = !client.session.holds(packet);
            standAside();
            if (passes && !standsAside) {
                return false;
            }
        }
        if (passes) {
            offers.set(place, new Offer(packet, start, steps++));
            write(packet, receipt);
        }
        return true;
    }

    private void write(TestPacket packet, Object receipt) {
        long bytes;
        try {
            bytes = client.sink.write(packet, receipt);
        } catch (WriteFailed e) {
            client.session.lost(packet.message());
            throw e;
        }
        client.session.passed(packet.message(), bytes);
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
