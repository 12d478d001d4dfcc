package dev.sluice.engine.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.CountedSteps;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** A removal cancels what is held of its entities' state, in as many steps as there is of it. */
final class CancellationTest {

    private static final int ENTITIES = 4;

    @Test
    void remove_randomPacketsHeld_noStateGoesOutBeforeIt() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            SessionFixture client = congested();
            for (int i = 0; i < 60; i++) {
                client.send(random(random));
            }
            client.drain();
            Set<Integer> stateOf = new HashSet<>();
            for (Object written : client.sink.written) {
                if (!(written instanceof TestPacket packet)) {
                    stateOf.add(((StateUpdate.Move) written).entityId());
                } else if (packet.message().state() != null) {
                    stateOf.add(OrderingKey.entityId(packet.message().key(0)));
                } else if (packet.label().startsWith("remove")) {
                    String when = "seed " + seed + ", round " + round + ", state of " + stateOf;
                    assertTrue(stateOf.stream().noneMatch(id -> packet.message().hasKey(OrderingKey.entity(id))), when);
                }
            }
        }
    }

    @Test
    void remove_manyRemovalsOfOneEntityHeld_takesAsManyStepsForEach() throws ReflectiveOperationException {
        CountedSteps.assertLinear(OfOneEntity.class);
    }

    /** With something between that no removal cancels. */
    @Test
    void remove_manyRemovalsAndFactsOfOneEntityHeld_takesAsManyStepsForEach() throws ReflectiveOperationException {
        CountedSteps.assertLinear(AmongFacts.class);
    }

    static final class OfOneEntity implements IntConsumer {
        @Override
        public void accept(int count) {
            SessionFixture client = congested();
            for (int i = 0; i < count; i++) {
                assertEquals(Decision.HOLD, client.send(TestPacket.remove(7)));
            }
        }
    }

    static final class AmongFacts implements IntConsumer {
        @Override
        public void accept(int count) {
            SessionFixture client = congested();
            for (int i = 0; i < count; i += 2) {
                client.send(fact(7));
                assertEquals(Decision.HOLD, client.send(TestPacket.remove(7, 8)));
            }
        }
    }

    private static SessionFixture congested() {
        SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));
        client.congest();
        return client;
    }

    private static TestPacket random(Random random) {
        int id = random.nextInt(ENTITIES);
        return switch (random.nextInt(7)) {
            case 0 -> TestPacket.remove(id);
            case 1 -> TestPacket.remove(id, (id + 1) % ENTITIES);
            case 2 -> fact(id);
            case 3 -> fact(id, (id + 1) % ENTITIES);
            case 4 -> TestPacket.head(id, "head");
            case 5 -> TestPacket.sync(id, "sync");
            default -> TestPacket.move(id, 20_000, 0, 0);
        };
    }

    private static TestPacket fact(int... ids) {
        Message.Key[] keys = new Message.Key[ids.length];
        for (int i = 0; i < ids.length; i++) {
            keys[i] = TestPacket.exclusive(OrderingKey.entity(ids[i]));
        }
        return TestPacket.fact(MessagePriority.NEARBY_ENTITIES, "fact", 10, new Target.EntityTarget(ids[0]), keys);
    }
}
