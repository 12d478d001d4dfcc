package dev.sluice.oracle;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key of every kind of packet is there for something: the oracle notices an engine that is not told of it. */
final class OrderingKeysTest {

    private static final int SCENARIOS = 4_000;
    private static final int FEWER_SCENARIOS = 500;

    /** Each kind of packet has all of its keys in one of so many. */
    private static final int SCENARIOS_WITH_ALL = 100;

    /**
     * Keys that nothing needs: with the end of a world all that is held of the player list goes out first, and the classifier
     * cannot tell a respawn that ends none; a bobber has its UUID to itself.
     */
    private static final Set<KeyOf> NEEDLESS = Set.of(
            new KeyOf(ModelPacket.Login.class, domainOf(OrderingKey.PLAYER_LIST)),
            new KeyOf(ModelPacket.Respawn.class, domainOf(OrderingKey.PLAYER_LIST)),
            new KeyOf(ModelPacket.Bobber.class, domainOf(OrderingKey.profile(new UUID(0, 0)))));

    /**
     * The keys of a kind of packet in one domain, which the engine is not told.
     *
     * @param domain the top byte of the keys
     */
    record KeyOf(Class<? extends ModelPacket> kind, int domain) implements Distortion {

        @Override
        public Message distorted(ModelPacket packet, Message truth) {
            return kind.isInstance(packet)
                    ? Weakening.without(key -> domainOf(key) == domain).apply(truth)
                    : truth;
        }
    }

    static Stream<KeyOf> needed() {
        return all().stream().filter(key -> !NEEDLESS.contains(key));
    }

    @ParameterizedTest
    @MethodSource("needed")
    void oracle_keyNotTold_notices(KeyOf key) {
        assertTrue(key.isNoticed(SCENARIOS), () -> "not noticed in " + SCENARIOS + " scenarios: without " + key);
    }

    static Set<KeyOf> needless() {
        return NEEDLESS;
    }

    @ParameterizedTest
    @MethodSource("needless")
    void oracle_needlessKeyNotTold_noticesNothing(KeyOf key) {
        assertTrue(all().contains(key), () -> "no packet has " + key);
        assertFalse(key.isNoticed(FEWER_SCENARIOS), () -> "needed: " + key);
    }

    private static Set<KeyOf> all() {
        Set<KeyOf> keys = new LinkedHashSet<>();
        for (long seed = 1; seed <= SCENARIOS_WITH_ALL; seed++) {
            for (Step step : Generator.scenario(seed).steps()) {
                if (step instanceof Step.Send(ModelPacket packet)) {
                    add(packet, keys);
                }
            }
        }
        return keys;
    }

    private static void add(ModelPacket packet, Set<KeyOf> keys) {
        if (packet instanceof ModelPacket.Bundle(List<ModelPacket> parts)) {
            parts.forEach(part -> add(part, keys));
            return;
        }
        Message message = new ModelClassifier(true).classify(packet);
        if (message != null) {
            message.keys().forEach(key -> keys.add(new KeyOf(packet.getClass(), domainOf(key.key()))));
        }
    }

    private static int domainOf(long key) {
        return (int) (key >>> 56);
    }
}
