package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.LifecycleRole;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client may have from before is taken from it, even if its successor was never sent. */
final class GhostTest {

    private static final long SELF = OrderingKey.profile(new UUID(1, 2));
    private static final long OTHER = OrderingKey.profile(new UUID(3, 4));

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

    @Test
    void removal_spawnHeldThatReplacesAnother_isSent() {
        client.send(spawn());
        client.congest();
        client.send(spawn());

        client.send(TestPacket.remove(7));
        client.drain();

        assertEquals(List.of("remove 7"), client.writtenLabels());
    }

    @Test
    void removal_spawnThatReplacesAnotherSentWhileAllIsReleased_isSent() {
        client.send(spawn());
        client.congest();
        client.send(TestPacket.chat("first line", 10));
        client.send(TestPacket.chat("last line", 10));
        client.sink.door = packet -> {
            if (packet.toString().contains("first line")) {
                client.send(spawn());
                client.send(TestPacket.remove(7));
            }
        };

        client.session.bypass();

        assertEquals("remove 7", client.writtenLabels().getLast());
    }

    @Test
    void removal_twoSpawnsHeld_isSentBehindTheFirst() {
        client.congest();
        client.send(spawn());
        client.send(spawn());

        client.send(TestPacket.remove(7));
        client.drain();

        assertEquals("remove 7", client.writtenLabels().getLast());
    }

    /** A respawn in the same dimension keeps what nobody has removed. */
    @Test
    void removal_spawnHeldOfAnIdFromBeforeARespawn_isSent() {
        client.send(spawn());
        client.send(TestPacket.respawn());
        client.congest();
        client.send(spawn());

        client.send(TestPacket.remove(7));
        client.drain();

        assertEquals(List.of("remove 7"), client.writtenLabels());
    }

    @Test
    void removal_spawnHeldOfAnIdThatWasRemoved_isNotNeeded() {
        client.send(spawn());
        client.send(TestPacket.remove(7));
        client.send(TestPacket.respawn());
        client.congest();
        client.send(spawn());

        client.send(TestPacket.remove(7));
        client.drain();

        assertEquals(List.of(), client.writtenLabels());
    }

    @Test
    void unload_chunkFromTwoRespawnsBefore_isSent() {
        client.send(TestPacket.chunk(2, 2, 100));
        client.send(TestPacket.respawn());
        client.congest();
        client.send(TestPacket.chunk(2, 2, 100));
        client.send(TestPacket.respawn());
        client.congest();
        client.send(TestPacket.chunk(2, 2, 100));

        client.send(TestPacket.unload(2, 2));
        client.drain();

        assertTrue(client.writtenLabels().contains("unload 2 2"), () -> client.writtenLabels() + ": the chunk stays");
    }

    /** The client ignores it, and shows it again once the view is back. */
    @Test
    void unload_chunkThatWasOutOfViewAtARespawn_isSent() {
        client.send(told("radius", new Observation.ViewRadius(2)));
        client.send(told("centre", new Observation.ViewCentre(2, 2)));
        client.send(TestPacket.chunk(2, 2, 100));
        client.send(TestPacket.respawn());
        client.send(told("centre", new Observation.ViewCentre(20, 20)));
        client.send(TestPacket.respawn());
        client.send(told("centre", new Observation.ViewCentre(2, 2)));
        client.congest();
        client.send(TestPacket.chunk(2, 2, 100));

        client.send(TestPacket.unload(2, 2));
        client.drain();

        assertEquals(List.of("unload 2 2"), client.writtenLabels());
    }

    /** A client with the largest view distance has a place for each of these. */
    @Test
    void unload_chunkOutOfTheLargestViewAtARespawn_isSent() {
        client.send(told("radius", new Observation.ViewRadius(32)));
        for (int x = -35; x <= 35; x++) {
            for (int z = -35; z <= 35; z++) {
                client.send(TestPacket.chunk(x, z, 1));
            }
        }
        client.send(told("centre", new Observation.ViewCentre(100, 0)));
        client.send(TestPacket.respawn());
        client.congest();
        client.send(TestPacket.chunk(2, 2, 100));

        client.send(TestPacket.unload(2, 2));
        client.drain();

        assertEquals(List.of("unload 2 2"), client.writtenLabels());
    }

    /** Of a player who roams worlds for days not every chunk is remembered. */
    @Test
    void unload_chunkOutOfViewAtARespawnBehindThousandsOfOthers_isNotNeeded() {
        client.send(told("radius", new Observation.ViewRadius(2)));
        for (int x = 100; x < 5_200; x++) {
            client.send(TestPacket.chunk(x, 0, 1));
        }
        client.send(told("centre", new Observation.ViewCentre(2, 2)));
        client.send(TestPacket.respawn());
        client.congest();
        client.send(TestPacket.chunk(100, 0, 100));

        client.send(TestPacket.unload(100, 0));
        client.drain();

        assertEquals(List.of(), client.writtenLabels());
    }

    @Test
    void unload_chunkThatCameInABundle_isSent() {
        client.send(bundledChunk());
        client.congest();
        client.send(TestPacket.chunk(1, 1, 100));

        client.send(TestPacket.unload(1, 1));
        client.drain();

        assertEquals(List.of("unload 1 1"), client.writtenLabels());
    }

    /** Another plugin's thread may change the view of a client without a channel. */
    @Test
    void chunk_viewGrewUnoffered_isNotTakenForOutOfView() {
        client.send(told("radius", new Observation.ViewRadius(10)));
        client.send(told("centre", new Observation.ViewCentre(0, 0)));
        client.session.passedUnoffered(
                told("radius", new Observation.ViewRadius(32)).message(), 3);
        client.congest();
        client.send(TestPacket.chunk(20, 0, 100));

        client.send(told("centre", new Observation.ViewCentre(1, 0)));
        client.drain();

        assertTrue(client.writtenLabels().contains("chunk 20 0"), () -> client.writtenLabels() + ": the chunk is lost");
    }

    @Test
    void chunk_radiusToldBeforeTheCentreOfANewWorld_isNotTakenForOutOfView() {
        client.send(told("radius", new Observation.ViewRadius(10)));
        client.send(told("centre", new Observation.ViewCentre(0, 0)));
        client.send(TestPacket.respawn());
        client.congest();
        client.send(TestPacket.chunk(100, 0, 100));

        client.send(told("radius", new Observation.ViewRadius(10)));
        client.drain();

        assertEquals(List.of("radius", "chunk 100 0"), client.writtenLabels());
    }

    /** A client has no smaller view than of two chunks, with three more around it (ClientChunkCache). */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void chunk_radiusOfTwoAtMost_isOutOfViewBeyondFive(int radius) {
        client.send(told("centre", new Observation.ViewCentre(0, 0)));
        client.congest();
        client.send(TestPacket.chunk(5, 0, 100));
        client.send(TestPacket.chunk(6, 0, 100));

        client.send(told("radius", new Observation.ViewRadius(radius)));
        client.drain();

        assertEquals(List.of("radius", "chunk 5 0"), client.writtenLabels());
    }

    @Test
    void unload_ofAChunkThatWasUnloadedAfterARespawn_isNotNeeded() {
        client.send(TestPacket.chunk(2, 2, 100));
        client.send(TestPacket.respawn());
        client.send(TestPacket.unload(2, 2));
        client.congest();
        client.send(TestPacket.chunk(2, 2, 100));

        client.send(TestPacket.unload(2, 2));
        client.drain();

        assertEquals(List.of(), client.writtenLabels());
    }

    /** What names an entity that is gone does not bring it back. */
    @Test
    void removal_namedWhileItWaits_isForgottenOnceAllHasLeft() {
        client.send(spawn());
        client.congest();
        client.send(TestPacket.fact(
                MessagePriority.NEARBY_ENTITIES,
                "blocks the removal",
                10,
                new Target.EntityTarget(7),
                TestPacket.exclusive(OrderingKey.entity(7))));
        client.send(TestPacket.remove(7));
        client.send(TestPacket.fact(
                MessagePriority.NEARBY_ENTITIES,
                "link",
                10,
                new Target.EntityTarget(3),
                TestPacket.exclusive(OrderingKey.entity(3)),
                TestPacket.exclusive(OrderingKey.entity(7))));

        client.drain();

        assertTrue(client.session.explain(7).isEmpty());
    }

    /** A client ignores who comes with the UUID of one that it has: so an NPC whose skin changes would vanish. */
    @Test
    void spawn_ofTheUuidOfAHeldRemoval_waitsForIt() {
        client.send(spawn(7, SELF, 200));
        congestBriefly();
        client.send(TestPacket.remove(7));
        client.send(spawn(8, OTHER, 0));
        client.send(spawn(9, SELF, 0));

        client.drain();

        assertEquals(List.of("spawn 8", "remove 7", "spawn 9"), client.writtenLabels());
    }

    @Test
    void spawn_ofTheUuidThatTwoOfAHeldRemovalHad_waitsForIt() {
        client.send(spawn(7, SELF, 200));
        client.send(spawn(6, SELF, 200));
        congestBriefly();
        client.send(TestPacket.fact(
                MessagePriority.NEARBY_ENTITIES,
                "link",
                10,
                new Target.EntityTarget(7),
                TestPacket.exclusive(OrderingKey.entity(7)),
                TestPacket.exclusive(OrderingKey.entity(6))));
        client.send(TestPacket.remove(7, 6));
        client.send(spawn(9, SELF, 0));

        client.drain();

        assertEquals(List.of("link", "remove 7", "spawn 9"), client.writtenLabels());
    }

    @Test
    void spawn_ofTheUuidOfAHeldRemovalFromBeforeARespawn_waitsForIt() {
        client.send(spawn(7, SELF, 200));
        client.send(TestPacket.respawn());
        congestBriefly();
        client.send(TestPacket.remove(7));
        client.send(spawn(9, SELF, 0));
        client.send(spawn(8, OTHER, 0));

        client.drain();

        assertEquals(List.of("spawn 8", "remove 7", "spawn 9"), client.writtenLabels());
    }

    /** What goes out at once takes the removal along. */
    @Test
    void immediate_ofTheUuidOfAHeldRemoval_takesItAlong() {
        client.send(spawn(7, SELF, 200));
        client.congest();
        client.send(TestPacket.remove(7));

        client.send(TestPacket.immediate("immediate", TestPacket.shared(SELF)));

        assertEquals(List.of("remove 7", "immediate"), client.writtenLabels());
    }

    /** A reused id is of somebody else. */
    @Test
    void spawn_ofTheUuidThatARemovedIdHadBefore_waitsForNothing() {
        client.send(spawn(7, SELF, 200));
        client.send(spawn(7, OTHER, 200));
        congestBriefly();
        client.send(TestPacket.remove(7));
        client.send(spawn(9, SELF, 0));

        client.drain();

        assertEquals(List.of("spawn 9", "remove 7"), client.writtenLabels());
    }

    /** For so short a time that nothing is overdue after it, so that scores count. */
    private void congestBriefly() {
        client.send(TestPacket.fact(MessagePriority.CHUNK_DATA, "plug", 30_000, Target.StreamTarget.WORLD));
        client.sink.written.clear();
    }

    private static TestPacket spawn() {
        return TestPacket.spawnAt(7, 8, 64, 8);
    }

    private static TestPacket spawn(int id, long profile, int x) {
        MessageType type = new MessageType(65, "spawn", MessagePriority.NEARBY_ENTITIES, DeliveryKind.FACT, 60);
        return new TestPacket(
                "spawn " + id,
                60,
                new Message(
                        type,
                        new Target.EntityTarget(id),
                        List.of(TestPacket.exclusive(OrderingKey.entity(id)), TestPacket.shared(profile)),
                        null,
                        WorldEffect.NONE,
                        60,
                        new Observation.EntitySpawned(id, profile, x, 0, 0)));
    }

    private static TestPacket told(String name, Observation observation) {
        MessageType type = new MessageType(62, name, MessagePriority.PLAYER_STATE, DeliveryKind.IMMEDIATE, 3);
        return new TestPacket(
                name,
                3,
                new Message(type, Target.StreamTarget.PLAYER, List.of(), null, WorldEffect.NONE, 3, observation));
    }

    private static TestPacket bundledChunk() {
        MessageType chunk = new MessageType(
                63, "chunk", MessagePriority.CHUNK_DATA, DeliveryKind.FACT, 100, LifecycleRole.CHUNK_LOAD);
        MessageType bundle = new MessageType(64, "bundle", MessagePriority.CHUNK_DATA, DeliveryKind.IMMEDIATE, 100);
        return new TestPacket(
                "bundle",
                100,
                Message.bundle(
                        bundle,
                        new Target.ChunkTarget(1, 1),
                        List.of(TestPacket.exclusive(OrderingKey.chunk(1, 1))),
                        WorldEffect.NONE,
                        100,
                        null,
                        List.of(chunk)));
    }
}
