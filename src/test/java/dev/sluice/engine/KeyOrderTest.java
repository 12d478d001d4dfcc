package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Nothing overtakes what it shares a key with, whatever the classes, the budget and the keys. */
final class KeyOrderTest {

    private static final MessagePriority[] CLASSES = MessagePriority.values();

    @RepeatedTest(200)
    void release_randomKeysClassesAndRates_keepsTheOrderAlongEveryKey() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        SessionFixture client = new SessionFixture(SessionFixture.rate(2_000L << random.nextInt(10)));
        List<TestPacket> offered = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            TestPacket packet = randomPacket(random, i);
            offered.add(packet);
            client.send(packet);
            if (random.nextInt(8) == 0) {
                client.run(10L * (1 + random.nextInt(20)));
            }
            if (random.nextInt(60) == 0) {
                client.session.reconfigure(SessionFixture.rate(2_000L << random.nextInt(10)));
            }
        }
        client.drain();
        assertEquals(offered.size(), client.sink.written.size(), "seed " + seed);
        assertEquals(List.of(), overtakings(offered, client.sink.written), "seed " + seed);
    }

    @Test
    void overtakings_swappedPackets_areFound() {
        TestPacket first = TestPacket.chat("a", 1);
        TestPacket second = TestPacket.chat("b", 1);
        assertEquals(
                1, overtakings(List.of(first, second), List.of(second, first)).size());
    }

    private static TestPacket randomPacket(Random random, int number) {
        Message.Key[] keys = new Message.Key[random.nextInt(4)];
        for (int i = 0; i < keys.length; i++) {
            KeyMode mode = random.nextInt(3) == 0 ? KeyMode.SHARED : KeyMode.EXCLUSIVE;
            keys[i] = new Message.Key(OrderingKey.entity(random.nextInt(12) * 4 + i), mode);
        }
        return TestPacket.fact(
                CLASSES[random.nextInt(CLASSES.length)],
                "p" + number,
                1 + random.nextInt(random.nextInt(10) == 0 ? 20_000 : 300),
                new Target.EntityTarget(random.nextInt(20)),
                keys);
    }

    /** Every pair that shares a key, not both as readers, and left in the other order. */
    private static List<String> overtakings(List<TestPacket> offered, List<?> written) {
        Map<Object, Integer> position = new HashMap<>();
        for (int i = 0; i < written.size(); i++) {
            position.put(written.get(i).toString(), i);
        }
        List<String> found = new ArrayList<>();
        for (int a = 0; a < offered.size(); a++) {
            for (int b = a + 1; b < offered.size(); b++) {
                boolean swapped = position.getOrDefault(offered.get(a).label(), -1)
                        > position.getOrDefault(offered.get(b).label(), -1);
                if (swapped && conflict(offered.get(a).message(), offered.get(b).message())) {
                    found.add(offered.get(b) + " overtook " + offered.get(a));
                }
            }
        }
        return found;
    }

    private static boolean conflict(Message a, Message b) {
        for (Message.Key x : a.keys()) {
            for (Message.Key y : b.keys()) {
                if (x.key() == y.key() && (x.mode() == KeyMode.EXCLUSIVE || y.mode() == KeyMode.EXCLUSIVE)) {
                    return true;
                }
            }
        }
        return false;
    }
}
