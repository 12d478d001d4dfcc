package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.Component;
import dev.sluice.engine.priority.LinkPressure;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.PriorityTerms;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.priority.Viewpoint;
import dev.sluice.engine.schedule.NetworkProfiles;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What merges, what is cancelled, what is not sent, and what an entity's score is made of. */
final class SemanticsTest {

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

    @Test
    void metadata_whileHeld_mergesByIndex() {
        client.congest();
        client.send(values(7, Component.METADATA, Map.of(1, "a", 2, "b"), false));
        assertInstanceOf(Decision.Absorb.class, client.send(values(7, Component.METADATA, Map.of(2, "c"), false)));
        client.drain();
        StateUpdate.Indexed sent = assertInstanceOf(StateUpdate.Indexed.class, client.sink.written.getFirst());
        assertEquals(Map.of(1, "a", 2, "c"), sent.values());
        assertEquals(1, client.sink.written.size());
    }

    /** What is held of an entity's slots counts with all of them, or the cap would not see it. */
    @Test
    void equipment_ofSeveralSlots_countsWithTheBytesOfAll() {
        client.congest();
        for (int slot = 0; slot < 8; slot++) {
            client.send(values(7, Component.EQUIPMENT, Map.of(slot, "item"), true));
        }
        client.send(values(7, Component.EQUIPMENT, Map.of(0, "another"), true));
        client.run(60);
        assertEquals(8 * 20, client.session.stats().heldBytes());
    }

    @Test
    void equipment_thatTheClientHas_isNotSentAgain() {
        client.send(TestPacket.spawnAt(7, 1, 64, 1));
        client.send(values(7, Component.EQUIPMENT, Map.of("head", "helmet"), true));
        assertInstanceOf(
                Decision.Absorb.class, client.send(values(7, Component.EQUIPMENT, Map.of("head", "helmet"), true)));
        assertInstanceOf(
                Decision.Pass.class, client.send(values(7, Component.EQUIPMENT, Map.of("head", "pumpkin"), true)));
        client.run(100);
        assertEquals(1, client.session.stats().suppressed());
    }

    @Test
    void equipment_equalAfterAnythingElseOfTheEntity_isSent() {
        client.send(TestPacket.spawnAt(7, 1, 64, 1));
        client.send(values(7, Component.EQUIPMENT, Map.of("head", "helmet"), true));
        client.send(TestPacket.fact(
                MessagePriority.NEARBY_ENTITIES,
                "any",
                8,
                new Target.EntityTarget(7),
                TestPacket.exclusive(OrderingKey.entity(7))));
        assertInstanceOf(
                Decision.Pass.class, client.send(values(7, Component.EQUIPMENT, Map.of("head", "helmet"), true)));
    }

    @Test
    void removal_spawnHeld_sendsNothingOfTheEntity() {
        client.congest();
        client.send(TestPacket.spawnAt(7, 1, 64, 1));
        client.send(TestPacket.move(7, 1, 0, 0));
        client.send(TestPacket.head(7, "head"));
        assertInstanceOf(Decision.Absorb.class, client.send(TestPacket.remove(7)));
        client.drain();
        assertEquals(List.of(), client.writtenLabels());
    }

    @Test
    void viewCentre_movedAway_cancelsHeldChunksAndTheirEdits() {
        client.send(telling(new Observation.ViewRadius(8)));
        client.send(telling(new Observation.ViewCentre(0, 0)));
        client.congest();
        client.send(TestPacket.chunk(0, 0, 4_000));
        client.send(TestPacket.edit(0, 0, "edit"));
        client.send(TestPacket.chunk(10, 0, 4_000));
        client.send(telling(new Observation.ViewCentre(12, 0)));
        client.drain();
        // Eight and the client's own three: the chunk twelve away is out.
        assertEquals(List.of("telling", "chunk 10 0"), client.writtenLabels());
    }

    /** A client ignores the unload of a chunk that is out of its range, and would show it when the view comes back. */
    @Test
    void viewCentre_movedFarAway_takesAlongTheUnloadsBeforeIt() {
        client.send(TestPacket.chunk(0, 0, 100));
        client.congest();
        client.send(TestPacket.unload(0, 0));
        client.send(TestPacket.chunk(99, 0, 4_000));
        client.send(telling(new Observation.ViewCentre(100, 0)));
        assertEquals(List.of("unload 0 0", "telling"), client.writtenLabels());
    }

    @Test
    void explain_entityInFrontOfTheFighter_saysWhy() {
        client.session.ownEntity(1);
        client.send(TestPacket.spawnAt(7, 0, 64, 16));
        client.send(struck(1, 7));
        client.session.viewpoint(new Viewpoint(0, 64, 0, 0, 0));
        client.congest();
        client.send(TestPacket.move(7, 0, 0, 4096));
        client.run(10);
        PriorityTerms terms = client.session.explain(7).orElseThrow();
        assertEquals(17, terms.distanceBlocks(), 1e-9);
        assertEquals(16.0 / 33, terms.proximity(), 1e-9);
        assertEquals(1, terms.changeBlocks(), 1e-9);
        assertEquals(2, terms.change(), 1e-9);
        assertEquals(4, terms.combat());
        assertEquals(2, terms.look());
        assertEquals(
                terms.proximity()
                        * terms.ticksSinceSent()
                        * terms.change()
                        * terms.look()
                        * terms.combat()
                        * terms.boost(),
                terms.score(),
                1e-9);
        assertTrue(client.session.explain(8).isEmpty());
    }

    /** What merges is not forgotten: the entity is where the server has it, and the client is to hear of all of the way. */
    @Test
    void explain_movesThatMerged_followsThem() {
        client.send(TestPacket.spawnAt(7, 0, 64, 16));
        client.congest();
        for (int i = 0; i < 3; i++) {
            client.send(TestPacket.move(7, 0, 0, 4096));
        }
        client.run(10);

        PriorityTerms terms = client.session.explain(7).orElseThrow();

        assertEquals(3, terms.changeBlocks(), 1e-9);
        client.session.viewpoint(new Viewpoint(0, 64, 0, 0, 0));
        client.run(50);
        assertEquals(19, client.session.explain(7).orElseThrow().distanceBlocks(), 1e-9);
    }

    /** Two moves that could not be added, and a position that supersedes both: the older one's deadline counts. */
    @Test
    void position_supersedesTwoMoves_keepsTheEarlierDeadline() {
        EngineHarness engine = new EngineHarness(new BandwidthConfig(1, 20, 1), Map.of());
        engine.hold(TestPacket.move(7, 20_000, 0, 0));
        engine.ticker.advanceMillis(400);
        engine.hold(TestPacket.move(7, 20_000, 0, 0));
        engine.hold(TestPacket.sync(7, "sync"));
        engine.ticker.advanceMillis(150);
        assertEquals(50_000_000, engine.packets.overdueNanos(MessagePriority.NEARBY_ENTITIES, engine.ticker.nanos()));
    }

    /** What passes at once has been sent too. */
    @Test
    void explain_updatesThatPassedAtOnce_countAsSent() {
        SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));
        client.send(TestPacket.spawn(7, 0, 0));
        client.congest();
        client.send(TestPacket.move(7, 1, 0, 0));
        client.drain();
        client.run(500);
        for (int i = 0; i < 100; i++) {
            client.send(TestPacket.move(7, 400, 0, 0));
            client.run(50);
        }
        PriorityTerms terms = client.session.explain(7).orElseThrow();
        assertTrue(terms.ticksSinceSent() <= 2 && terms.changeBlocks() < 0.1, () -> "" + terms);
    }

    @Test
    void explain_turnThatPassedAtOnce_countsAsSent() {
        client.send(TestPacket.move(7, 1, 0, 0));
        client.run(5_000);
        client.send(TestPacket.turn(7));
        PriorityTerms terms = client.session.explain(7).orElseThrow();
        assertTrue(terms.ticksSinceSent() <= 1, () -> "" + terms);
    }

    @Test
    void ephemeral_thatTheProfileNeverDrops_isDeliveredHoweverStale() {
        SessionFixture action = new SessionFixture(SessionFixture.rate(125_000).withProfile(NetworkProfiles.ACTION));
        action.congest();
        action.send(struck(2, 3));
        action.send(TestPacket.sound("bang"));
        action.drain();
        assertEquals(List.of("struck"), action.writtenLabels());
    }

    @Test
    void congestion_chunksOnly_withholdsNoEntity() {
        for (int i = 0; i < 200; i++) {
            client.send(TestPacket.chunk(i, 0, 5_000));
        }
        for (int tick = 0; tick < 60; tick++) {
            for (int entity = 0; entity < 20; entity++) {
                client.send(TestPacket.move(entity, 1, 0, 0));
            }
            client.run(50);
            assertFalse(client.session.stats().pressure() == LinkPressure.CONGESTED, "tick " + tick);
        }
    }

    @Test
    void congestion_moreEntitiesThanTheBudget_isSeenAndEnds() {
        SessionFixture narrow = new SessionFixture(SessionFixture.rate(8_000));
        for (int tick = 0; tick < 40; tick++) {
            for (int entity = 0; entity < 300; entity++) {
                narrow.send(TestPacket.move(entity, 1, 0, 0));
            }
            narrow.run(50);
        }
        assertTrue(narrow.session.stats().pressure() == LinkPressure.CONGESTED);
        narrow.drain();
        narrow.run(1_500);
        assertFalse(narrow.session.stats().pressure() == LinkPressure.CONGESTED);
    }

    private static TestPacket values(int id, Component component, Map<Object, Object> values, boolean idempotent) {
        MessageType type = new MessageType(
                20 + component.ordinal(),
                component.name(),
                MessagePriority.NEARBY_ENTITIES,
                component == Component.EQUIPMENT ? DeliveryKind.FACT : DeliveryKind.STATE,
                20);
        return packet(
                component.name(),
                type,
                new Target.EntityTarget(id),
                List.of(TestPacket.exclusive(OrderingKey.entity(id))),
                new StateUpdate.Indexed(id, component, values, idempotent),
                null);
    }

    private static TestPacket struck(int victim, int attacker) {
        MessageType type =
                new MessageType(31, "damage_event", MessagePriority.NEARBY_ENTITIES, DeliveryKind.EPHEMERAL, 12);
        return packet(
                "struck",
                type,
                new Target.EntityTarget(victim),
                List.of(TestPacket.shared(OrderingKey.entity(victim))),
                null,
                new Observation.Struck(victim, attacker));
    }

    private static TestPacket telling(Observation observation) {
        MessageType type = new MessageType(32, "telling", MessagePriority.PLAYER_STATE, DeliveryKind.IMMEDIATE, 8);
        List<Message.Key> keys = observation instanceof Observation.ViewCentre
                ? List.of(TestPacket.exclusive(OrderingKey.VIEW))
                : List.of();
        return packet("telling", type, Target.StreamTarget.PLAYER, keys, null, observation);
    }

    private static TestPacket packet(
            String label,
            MessageType type,
            Target target,
            List<Message.Key> keys,
            @Nullable StateUpdate state,
            @Nullable Observation observation) {
        return new TestPacket(
                label,
                type.initialSizeBytes(),
                new Message(type, target, keys, state, WorldEffect.NONE, 0, observation));
    }
}
