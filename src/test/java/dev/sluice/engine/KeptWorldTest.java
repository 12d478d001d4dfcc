package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A respawn where the player is already, with all its data kept, shows the player anew and ends no world. */
final class KeptWorldTest {

    private static final String HERE = "overworld";
    private static final String THERE = "nether";
    private static final int ID = 7;

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

    @Test
    void respawn_sameDimensionAndAllKept_passesAndLeavesWhatIsHeldInItsOrder() {
        client.send(TestPacket.entering(HERE, false));
        holdAWorld();

        assertInstanceOf(Decision.Pass.class, client.send(TestPacket.entering(HERE, true)));

        assertEquals(List.of("entering"), client.writtenLabels());
        client.drain();
        assertEquals(
                List.of("chunk 0 0", "edit", "move " + ID, "spawn 8"),
                client.writtenLabels().stream()
                        .filter(label -> !label.equals("entering"))
                        .sorted()
                        .toList());
        assertTrue(client.writtenLabels().indexOf("chunk 0 0")
                < Math.min(
                        client.writtenLabels().indexOf("edit"),
                        client.writtenLabels().indexOf("spawn 8")));
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    @Test
    void respawn_sameDimensionAndAllKept_leavesKnownWhatIsKnown() {
        client.send(TestPacket.entering(HERE, false));
        client.send(TestPacket.spawnAt(ID, 1, 64, 1));
        client.send(TestPacket.attribute(ID, "3"));

        client.send(TestPacket.entering(HERE, true));

        assertInstanceOf(Decision.Absorb.class, client.send(TestPacket.attribute(ID, "3")));
        assertTrue(client.session.explain(ID).isPresent());
    }

    @Test
    void respawn_otherDimensionAndAllKept_discardsTheWorld() {
        client.send(TestPacket.entering(HERE, false));
        holdAWorld();

        client.send(TestPacket.entering(THERE, true));

        assertEquals(List.of("entering"), client.writtenLabels());
        assertFalse(client.session.hasHeld());
    }

    /** After a death the server tells everything anew. */
    @Test
    void respawn_sameDimensionAndNotAllKept_discardsTheWorld() {
        client.send(TestPacket.entering(HERE, false));
        holdAWorld();

        client.send(TestPacket.entering(HERE, false));

        assertEquals(List.of("entering"), client.writtenLabels());
        assertFalse(client.session.hasHeld());
    }

    @Test
    void respawn_thereAndBackWithAllKept_discardsTheWorldTwice() {
        client.send(TestPacket.entering(HERE, false));
        client.send(TestPacket.entering(THERE, true));
        holdAWorld();

        client.send(TestPacket.entering(HERE, true));

        assertFalse(client.session.hasHeld());
    }

    @Test
    void respawn_dimensionToldAndAllKept_leavesWhatIsHeld() {
        client.session.isIn(HERE);
        holdAWorld();

        client.send(TestPacket.entering(HERE, true));

        assertEquals(List.of("entering"), client.writtenLabels());
        assertTrue(client.session.hasHeld());
    }

    /** As far as the engine knows the client may keep its level, or come from another one. */
    @Test
    void respawn_dimensionUnknownAndAllKept_releasesEverythingFirst() {
        holdAWorld();

        client.send(TestPacket.entering(HERE, true));

        assertEquals(5, client.sink.written.size());
        assertEquals("entering", client.writtenLabels().getLast());
        assertFalse(client.session.explain(ID).isPresent());
        holdAWorld();
        client.send(TestPacket.entering(HERE, true));
        assertTrue(client.session.hasHeld());
    }

    @Test
    void respawn_afterOneThatGotLost_releasesEverythingFirst() {
        client.send(TestPacket.entering(HERE, false));
        TestPacket lost = TestPacket.entering(THERE, true);
        client.session.offer(lost.message(), lost, "receipt");
        client.session.lost(lost.message());
        holdAWorld();

        client.send(TestPacket.entering(THERE, true));

        assertEquals(5, client.sink.written.size());
    }

    @Test
    void respawn_afterOneThatSaysNoDimension_releasesEverythingFirst() {
        client.send(TestPacket.entering(HERE, false));
        client.send(TestPacket.respawn());
        holdAWorld();

        client.send(TestPacket.entering(HERE, true));

        assertEquals(5, client.sink.written.size());
    }

    /** The client looks up how the player looks once, when it makes the player anew. */
    @Test
    void respawn_sameDimensionAndAllKept_takesThePlayerListAlong() {
        client.send(TestPacket.entering(HERE, false));
        holdAWorld();
        client.send(TestPacket.fact(
                MessagePriority.NEARBY_ENTITIES,
                "listed",
                100,
                Target.StreamTarget.CHAT,
                TestPacket.exclusive(OrderingKey.CHAT),
                TestPacket.exclusive(OrderingKey.profile(new UUID(1, 2)))));

        client.send(TestPacket.entering(HERE, true));

        assertEquals(List.of("listed", "entering"), client.writtenLabels());
    }

    @Test
    void bundle_withSuchARespawn_leavesWhatIsHeld() {
        client.send(TestPacket.entering(HERE, false));
        holdAWorld();

        client.send(
                bundle(WorldEffect.NEW_WORLD, Observation.Teleported.somewhere(), new Observation.Entered(HERE, true)));

        assertEquals(List.of("bundle"), client.writtenLabels());
        assertTrue(client.session.hasHeld());
    }

    @Test
    void bundle_withRespawnsThereAndBack_discardsTheWorld() {
        client.send(TestPacket.entering(HERE, false));
        holdAWorld();

        client.send(bundle(
                WorldEffect.NEW_WORLD, new Observation.Entered(THERE, true), new Observation.Entered(HERE, true)));

        assertFalse(client.session.hasHeld());
    }

    @Test
    void bundle_thatLeavesThePlayPhaseToo_discardsTheWorld() {
        client.send(TestPacket.entering(HERE, false));
        holdAWorld();

        client.send(bundle(WorldEffect.LEAVE_PLAY, new Observation.Entered(HERE, true)));

        assertFalse(client.session.hasHeld());
    }

    @Test
    void bypass_suchARespawnFromWrite_waitsForItsTurn() {
        client.send(TestPacket.entering(HERE, false));
        client.congest();
        client.send(TestPacket.chat("one", 30));
        client.send(TestPacket.sync(ID, "state"));
        Reentrancy.atNextWrite(client.sink, () -> client.send(TestPacket.entering(HERE, true)));

        client.session.bypass();

        assertEquals(List.of("one", "state", "entering"), client.writtenLabels());
    }

    private void holdAWorld() {
        client.congest();
        client.send(TestPacket.chunk(0, 0, 6_000));
        client.send(TestPacket.edit(0, 0, "edit"));
        client.send(TestPacket.spawn(8, 0, 0));
        client.send(TestPacket.move(ID, 1, 0, 0));
    }

    private static TestPacket bundle(WorldEffect effect, Observation... told) {
        return new TestPacket(
                "bundle",
                60,
                Message.bundle(
                        new MessageType(33, "bundle", MessagePriority.PLAYER_STATE, DeliveryKind.IMMEDIATE, 60),
                        Target.StreamTarget.PLAYER,
                        List.of(),
                        effect,
                        60,
                        Observation.of(Arrays.asList(told)),
                        List.of()));
    }
}
