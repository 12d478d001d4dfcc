package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which entity comes when, what an update interval withholds, and what is forgotten of an entity that is gone. */
final class EntityTurnTest {

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

    @Test
    void fact_behindWithheldState_takesItAlong() {
        updateSentOnASlowLink();
        client.send(TestPacket.move(7, 1, 0, 0));
        client.run(20);
        assertEquals(List.of(), client.writtenLabels(), "not withheld");

        client.send(fact(7, "fact", 10));
        client.run(20);

        assertEquals(List.of("move 7", "fact"), client.writtenLabels());
    }

    /** Such as who rides: what is about one entity names others, whose state comes before it. */
    @Test
    void factOfAnother_behindWithheldState_takesItAlong() {
        updateSentOnASlowLink();
        client.send(TestPacket.move(7, 1, 0, 0));
        client.run(20);
        assertEquals(List.of(), client.writtenLabels(), "not withheld");

        client.send(factOfBoth(8, 7));
        client.run(20);

        assertEquals(List.of("move 7", "fact"), client.writtenLabels());
    }

    /** A bundle may be about a block first, so that it is about no entity, and yet in order along some. */
    @Test
    void factOfNoEntity_behindWithheldState_takesItAlong() {
        updateSentOnASlowLink();
        client.send(TestPacket.move(7, 1, 0, 0));
        client.send(TestPacket.fact(
                MessagePriority.NEARBY_ENTITIES,
                "fact",
                10,
                new Target.ChunkTarget(0, 0),
                TestPacket.exclusive(OrderingKey.entity(7))));

        client.run(20);

        assertEquals(List.of("move 7", "fact"), client.writtenLabels());
    }

    @Test
    void state_behindAFactOfAnotherThatHasLeft_isWithheldAgain() {
        updateSentOnASlowLink();
        client.send(TestPacket.move(7, 1, 0, 0));
        client.send(factOfBoth(8, 7));
        client.send(TestPacket.move(7, 1, 0, 0));

        client.run(20);

        assertEquals(List.of("move 7", "fact"), client.writtenLabels());
    }

    @Test
    void state_behindAFactThatHasLeft_isWithheldAgain() {
        updateSentOnASlowLink();
        client.send(TestPacket.move(7, 1, 0, 0));
        client.send(fact(7, "fact", 10));
        client.send(TestPacket.move(7, 1, 0, 0));

        client.run(20);

        assertEquals(List.of("move 7", "fact"), client.writtenLabels());
    }

    @Test
    void state_takenAlong_countsAsSent() {
        client.run(1_000);
        client.congest();
        client.send(TestPacket.move(7, 4_096, 0, 0));
        client.run(10);

        client.send(TestPacket.immediate("camera", TestPacket.exclusive(OrderingKey.entity(7))));

        assertEquals(List.of("move 7", "camera"), client.writtenLabels());
        assertEquals(0, client.session.explain(7).orElseThrow().changeBlocks());
    }

    @Test
    void entity_leftOutForWantOfBudget_isBoosted() {
        SessionFixture slow = new SessionFixture(SessionFixture.rate(1_000));
        for (int id = 0; id < 20; id++) {
            slow.send(fact(id, "fact " + id, 100));
        }
        slow.run(300);
        assertTrue(
                IntStream.range(0, 20)
                        .anyMatch(id -> slow.session.explain(id).stream().anyMatch(terms -> terms.boost() > 1)),
                "none was boosted");
    }

    /** One message a tick: what an entity has to say goes together, up to a segment. */
    @Test
    void entities_withManyFacts_takeTurnsOfASegment() {
        EngineConfig base = EngineConfig.DEFAULT;
        SessionFixture slow = new SessionFixture(config(base.managed(), 3_600_000_000_000L));
        slow.send(TestPacket.spawnAt(1, 4, 0, 0));
        slow.send(TestPacket.spawnAt(2, 5, 0, 0));
        slow.run(1_000);
        slow.send(TestPacket.fact(MessagePriority.CHUNK_DATA, "plug", 2_000, Target.StreamTarget.WORLD));
        for (int i = 0; i < 6; i++) {
            slow.send(fact(1, "a", 500));
            slow.send(fact(2, "b", 500));
        }
        slow.sink.written.clear();

        slow.run(2_000);

        assertEquals("aaabbbaaabbb", String.join("", slow.writtenLabels()));
    }

    @Test
    void removal_ofWhatIsNeverHeld_isForgotten() {
        SessionFixture chunksOnly =
                new SessionFixture(config(Set.of(MessagePriority.CHUNK_DATA), EngineConfig.DEFAULT.maxDeferralNanos()));
        chunksOnly.send(TestPacket.move(7, 10, 0, 0));
        chunksOnly.send(TestPacket.remove(7));
        assertTrue(chunksOnly.session.explain(7).isEmpty(), "of a class that is not managed");

        client.send(TestPacket.move(7, 10, 0, 0));
        client.session.carriedBy(7);
        client.send(TestPacket.remove(7));
        assertTrue(client.session.explain(7).isEmpty(), "of the vehicle");
    }

    /** What other plugins write as bytes about the entity comes behind it then. */
    @Test
    void spawn_ofAClassThatIsNotManaged_goesAtOnceWithItsHeldChunk() {
        SessionFixture chunksOnly =
                new SessionFixture(config(Set.of(MessagePriority.CHUNK_DATA), EngineConfig.DEFAULT.maxDeferralNanos()));
        chunksOnly.congest();
        chunksOnly.send(TestPacket.chunk(0, 0, 6_000));

        chunksOnly.send(TestPacket.spawn(7, 0, 0));

        assertEquals(List.of("chunk 0 0", "spawn 7"), chunksOnly.writtenLabels());
    }

    @Test
    void removal_thatPassesUnoffered_isForgotten() {
        client.send(TestPacket.move(7, 10, 0, 0));
        client.session.carriedBy(7);

        client.session.passedUnoffered(TestPacket.remove(7).message(), 12);

        assertTrue(client.session.explain(7).isEmpty());
    }

    @Test
    void id_usedAgain_beginsAnew() {
        client.congest();
        client.send(TestPacket.move(7, 4_096, 0, 0));
        client.send(fact(7, "held", 10));
        client.send(TestPacket.remove(7));
        client.send(TestPacket.spawnAt(7, 8, 64, 8));
        assertEquals(0, client.session.explain(7).orElseThrow().changeBlocks());
    }

    /** More than are scored at once: whoever has its turn goes while there is credit. */
    @Test
    void entities_moreThanAreScoredAtOnce_allKeepTheirTurns() {
        int entities = 3_000;
        SessionFixture fast = new SessionFixture(SessionFixture.rate(10_000_000));
        fast.rttMillis = 400;
        fast.run(50);
        TestPacket[] held = new TestPacket[entities];
        for (int tick = 0; tick < 20; tick++) {
            fast.run(50);
            for (int id = 0; id < entities; id++) {
                TestPacket move = TestPacket.move(id, 1, 0, 0);
                held[id] = fast.send(move) instanceof Decision.Hold ? move : held[id];
            }
        }
        fast.run(30);

        assertEquals(
                List.of(),
                IntStream.range(0, entities)
                        .filter(id -> fast.session.holds(held[id])
                                && !fast.session.explain(id).orElseThrow().withheld())
                        .boxed()
                        .toList(),
                "entities that wait for nothing");
        assertTrue(fast.session.hasHeld(), "no interval withheld any");
    }

    /** A round trip of 400 ms, which means an update every few ticks; one has just gone. */
    private void updateSentOnASlowLink() {
        client.rttMillis = 400;
        client.run(50);
        client.send(TestPacket.move(7, 1, 0, 0));
        client.drain();
        client.sink.written.clear();
    }

    /** 10 KB/s: 500 bytes a tick. */
    private static EngineConfig config(Set<MessagePriority> managed, long maxDeferralNanos) {
        EngineConfig base = EngineConfig.DEFAULT;
        return new EngineConfig(
                new BandwidthConfig(10_000, 20, 1),
                Map.of(),
                managed,
                maxDeferralNanos,
                base.adaptive(),
                base.maxHeldBytes(),
                base.maxHeldMessages(),
                base.profile(),
                SessionFixture.rate(10_000).control());
    }

    /** About the first one, and in order with both. */
    private static TestPacket factOfBoth(int id, int otherId) {
        return TestPacket.fact(
                MessagePriority.NEARBY_ENTITIES,
                "fact",
                10,
                new Target.EntityTarget(id),
                TestPacket.exclusive(OrderingKey.entity(id)),
                TestPacket.exclusive(OrderingKey.entity(otherId)));
    }

    private static TestPacket fact(int id, String label, int bytes) {
        return TestPacket.fact(
                MessagePriority.NEARBY_ENTITIES,
                label,
                bytes,
                new Target.EntityTarget(id),
                TestPacket.exclusive(OrderingKey.entity(id)));
    }
}
