package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.priority.Viewpoint;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While the client waits for the 3 × 3 chunks around the player, chunks get three quarters, and nobody else is starved. */
final class RingTest {

    private static final int RATE = 125_000;
    private static final int CHUNK = 4_000;
    private static final int FACT = 100;

    /** What chunks get of the budget without a ring, rounded up: their share, and what is left over. */
    private static final double USUAL = 0.6;

    private SessionFixture client = new SessionFixture(SessionFixture.rate(RATE));

    @Test
    void join_sessionThatNeverSawTheLogin_chunksGetThreeQuarters() {
        client.session.awaitWorld();
        assertRingFavoured(chunkPart(0));
    }

    @Test
    void join_chunksWithoutAShareOfTheirOwn_getThreeQuarters() {
        Map<MessagePriority, Double> shares = new HashMap<>(EngineConfig.DEFAULT.shares());
        shares.remove(MessagePriority.CHUNK_DATA);
        client = new SessionFixture(SessionFixture.shares(SessionFixture.rate(RATE), shares));
        client.session.awaitWorld();
        assertRingFavoured(chunkPart(0));
    }

    @Test
    void respawn_inTheSameDimension_chunksGetThreeQuarters() {
        loadAround(0);
        client.send(TestPacket.respawn());
        client.send(TestPacket.immediate("telling", new Observation.ViewCentre(0, 0)));
        assertRingFavoured(chunkPart(0));
    }

    @Test
    void respawn_thatKeepsTheWorld_changesNothing() {
        client.send(TestPacket.entering("overworld", false));
        client.send(TestPacket.immediate("telling", new Observation.ViewCentre(0, 0)));
        client.run(2_500);
        congest();
        client.run(10_000);
        client.send(TestPacket.entering("overworld", true));
        double part = chunkPart(0);
        assertTrue(part < USUAL, "chunks got " + part);
    }

    /** A tick later, or a round trip. */
    @ParameterizedTest
    @ValueSource(longs = {50, 300, 1_900})
    void teleport_centreOfTheViewFollowsWithinTwoSeconds_chunksGetThreeQuarters(long millis) {
        assertRingFavoured(chunkPartAfterTeleport(millis));
    }

    @Test
    void teleport_centreOfTheViewFollowsLater_changesNothing() {
        double part = chunkPartAfterTeleport(2_100);
        assertTrue(part < USUAL, "chunks got " + part);
    }

    @Test
    void teleport_toWhereTheClientHasTheRing_changesNothing() {
        loadAround(0);
        client.send(TestPacket.immediate("telling", Observation.Teleported.somewhere()));
        congest();
        client.run(50);
        double part = chunkPart(10);
        assertTrue(part < USUAL, "chunks got " + part);
    }

    @Test
    void teleport_toWhereTheClientHasTheRingFromBeforeTheSession_changesNothing() {
        client.session.inheritWorld(0, 0, 8);
        client.send(TestPacket.immediate("telling", new Observation.ViewCentre(0, 0)));
        client.send(TestPacket.immediate("telling", Observation.Teleported.somewhere()));
        congest();
        client.run(2_500);
        double part = chunkPart(10);
        assertTrue(part < USUAL, "chunks got " + part);
    }

    /** The server sends all of it again. */
    @Test
    void respawn_whereTheClientHadTheRingFromBeforeTheSession_chunksGetThreeQuarters() {
        client.session.inheritWorld(0, 0, 8);
        client.send(TestPacket.respawn());
        client.send(TestPacket.immediate("telling", new Observation.ViewCentre(0, 0)));
        assertRingFavoured(chunkPart(0));
    }

    @Test
    void session_thatAwaitsNoWorld_givesChunksTheirUsualShare() {
        double part = chunkPart(0);
        assertTrue(part < USUAL, "chunks got " + part);
    }

    @Test
    void ring_everythingBacklogged_goesBeforeEveryOtherChunk() {
        client.session.viewpoint(new Viewpoint(16 * 50, 64, 0, 0, 0));
        client.session.awaitWorld();
        client.congest();
        for (int x = 60; x >= 40; x--) {
            for (int z = -2; z <= 2; z++) {
                client.send(TestPacket.chunk(x, z, 1_000));
            }
        }
        client.drain();
        for (String label : client.writtenLabels().subList(0, 9)) {
            assertTrue(label.matches("chunk (49|50|51) (-1|0|1)"), () -> "" + client.writtenLabels());
        }
    }

    /** What 48 creatures and a talkative chat need is less than what the ring leaves them. */
    @Test
    void ring_missing_entityStateAndChatGoAsIfItWereNot() {
        client.session.awaitWorld();
        client.congest();
        client.run(1_600);
        int next = 100;
        Map<String, Long> offered = new HashMap<>();
        long worst = 0;
        int seen = 0;
        client.sink.written.clear();
        for (int tick = 0; tick < 100; tick++) {
            for (int i = 0; i < 4; i++) {
                client.send(TestPacket.chunk(next++, 0, CHUNK));
            }
            for (int creature = 0; creature < 48; creature++) {
                client.send(TestPacket.move(creature, 1, 0, 0));
            }
            TestPacket line = TestPacket.chat("line " + tick, 200);
            offered.put(line.label(), client.ticker.nanos());
            client.send(line);
            for (int i = 0; i < 5; i++) {
                client.run(10);
                for (; seen < client.sink.written.size(); seen++) {
                    Long at = offered.remove(client.sink.written.get(seen).toString());
                    worst = at == null ? worst : Math.max(worst, client.ticker.nanos() - at);
                }
            }
        }
        long worstMillis = worst / 1_000_000;
        assertTrue(worstMillis <= 100 && offered.size() <= 2, "a line of chat took " + worstMillis + " ms");
        long merged = client.session.stats().merged();
        assertTrue(merged <= 48 * 100 / 4, merged + " of 4800 moves waited for the next");
    }

    private static void assertRingFavoured(double part) {
        assertTrue(part >= 0.75, "chunks got " + part);
    }

    private void loadAround(int centreX) {
        client.send(TestPacket.immediate("telling", new Observation.ViewCentre(centreX, 0)));
        for (int x = -2; x <= 2; x++) {
            for (int z = -2; z <= 2; z++) {
                client.send(TestPacket.chunk(centreX + x, z, 10));
            }
        }
        client.drain();
    }

    private void congest() {
        client.congest();
        client.run(1_500);
    }

    /** The centre moves so long after the teleport, until which the client has all chunks around the player. */
    private double chunkPartAfterTeleport(long millis) {
        loadAround(0);
        congest();
        client.send(TestPacket.immediate("telling", Observation.Teleported.somewhere()));
        client.send(TestPacket.chat("meanwhile", 20));
        client.run(millis);
        client.send(TestPacket.immediate("telling", new Observation.ViewCentre(100, 0)));
        return chunkPart(100);
    }

    /** What chunks get of 60 KB while edits and metadata flood as well, and the player's ring is the last to come. */
    private double chunkPart(int centreX) {
        client.congest();
        for (int i = 0; i < 120; i++) {
            client.send(TestPacket.chunk(centreX + 2 + i % 4, i / 4, CHUNK));
            for (int j = 0; j < 10; j++) {
                int id = 1_000 + 10 * i + j;
                client.send(TestPacket.fact(MessagePriority.VOXEL_EDITS, "edit", FACT, new Target.EntityTarget(id)));
                client.send(TestPacket.fact(MessagePriority.METADATA, "data", FACT, new Target.EntityTarget(-id)));
            }
        }
        client.run(1_600);
        client.sink.written.clear();
        client.run(480);
        long chunks = client.writtenLabels().stream()
                .filter(label -> label.startsWith("chunk"))
                .count();
        long others = client.sink.written.size() - chunks;
        assertTrue(chunks > 0 && others > 0, chunks + " chunks and " + others);
        return (double) CHUNK * chunks / (CHUNK * chunks + FACT * others);
    }
}
