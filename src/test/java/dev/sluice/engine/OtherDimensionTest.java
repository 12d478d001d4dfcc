package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** In another dimension the client has a level of its own: it shows no chunk of the one before. */
final class OtherDimensionTest {

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

    /** As ClientSessionTest.editsAck_heldEdits_takesThemAlongButNotThoseOfHeldChunks, for whoever has been at such a place elsewhere. */
    @Test
    void editsAck_editsOfHeldChunksOfAnotherDimension_passesAlone() {
        client.send(TestPacket.entering("lobby", false));
        for (int x = 0; x < 100; x++) {
            client.send(TestPacket.chunk(x, 0, 100));
        }
        client.drain();
        client.send(TestPacket.entering("game", false));
        client.congest();
        for (int x = 0; x < 100; x++) {
            client.send(TestPacket.chunk(x, 0, 4_000));
            client.send(TestPacket.edit(x, 0, "edit"));
        }

        client.send(TestPacket.editsAck());

        assertEquals(List.of("ack"), client.writtenLabels());
    }

    /** The chunks from before the session are those of the dimension in which the player was found. */
    @Test
    void editsAck_editOfAHeldChunkOfAnotherDimensionThanInherited_passesAlone() {
        client.session.isIn("lobby");
        client.session.inheritWorld(0, 0, 10);
        client.send(TestPacket.entering("game", false));
        client.congest();
        client.send(TestPacket.chunk(5, 5, 4_000));
        client.send(TestPacket.edit(5, 5, "edit"));

        client.send(TestPacket.editsAck());

        assertEquals(List.of("ack"), client.writtenLabels());
    }
}
