package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sluice.engine.packet.Decision;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session that begins in the middle of a world takes nothing for never sent that the client may have. */
final class InheritedWorldTest {

    private static final int VIEW_DISTANCE = 8;

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

    @BeforeEach
    void inherit() {
        client.session.inheritWorld(10, -10, VIEW_DISTANCE);
        client.congest();
    }

    @Test
    void unload_copyOfAChunkFromBeforeTheSessionHeld_isSent() {
        client.send(TestPacket.chunk(2, -18, 100));

        client.send(TestPacket.unload(2, -18));
        client.drain();

        assertEquals(List.of("unload 2 -18"), client.writtenLabels());
    }

    /** Where the player died before, for instance: nobody unloads that. */
    @Test
    void unload_copyOfAChunkFarFromWhereThePlayerWasFoundHeld_isSent() {
        client.send(TestPacket.chunk(100, 100, 100));

        client.send(TestPacket.unload(100, 100));
        client.drain();

        assertEquals(List.of("unload 100 100"), client.writtenLabels());
    }

    @Test
    void removal_spawnHeldOfAnIdFromBeforeTheSession_isSent() {
        client.send(TestPacket.spawnAt(7, 0, 64, 0));

        client.send(TestPacket.remove(7));
        client.drain();

        assertEquals(List.of("remove 7"), client.writtenLabels());
    }

    /** A client ignores the spawn of an entity that has the UUID of one that it has, and nobody knows whose UUID this one has. */
    @Test
    void removal_entityFromBeforeTheSession_isNotHeld() {
        client.send(TestPacket.move(7, 1, 0, 0));

        assertInstanceOf(Decision.Pass.class, client.send(TestPacket.remove(7)));

        client.send(TestPacket.spawnAt(7, 0, 64, 0));
        client.drain();
        client.congest();
        assertInstanceOf(Decision.Hold.class, client.send(TestPacket.remove(7)));
    }

    /** What no budget has let pass must not take its credit. */
    @Test
    void removal_entityFromBeforeTheSession_isChargedApart() {
        client.ticker.advanceMillis(10_000);
        client.run(50);
        long released = client.session.stats().budgetedBytes();

        client.send(TestPacket.remove(7));
        client.run(50);

        assertEquals(released, client.session.stats().budgetedBytes());
    }

    /** Not the terrain that a client waits for: it shows the block, and rolls it back with an acknowledgement that comes before (H25). */
    @Test
    void acknowledgement_editOfAChunkFromBeforeTheSessionHeld_takesItAlong() {
        client.send(TestPacket.chunk(2, -18, 100));
        client.send(TestPacket.edit(2, -18, "edit"));

        client.send(TestPacket.editsAck());

        assertEquals(List.of("chunk 2 -18", "edit", "ack"), client.writtenLabels());
    }

    /** The client keeps three chunks more than it is sent. */
    @Test
    void acknowledgement_editOfTerrainThatTheClientWaitsForHeld_passesAlone() {
        client.send(TestPacket.unload(2, -18));
        client.drain();
        client.congest();
        client.send(TestPacket.chunk(10 + VIEW_DISTANCE + 4, -10, 100));
        client.send(TestPacket.edit(10 + VIEW_DISTANCE + 4, -10, "edit"));
        client.send(TestPacket.chunk(2, -18, 100));
        client.send(TestPacket.edit(2, -18, "edit after an unload"));

        client.send(TestPacket.editsAck());

        assertEquals(List.of("ack"), client.writtenLabels());
    }
}
