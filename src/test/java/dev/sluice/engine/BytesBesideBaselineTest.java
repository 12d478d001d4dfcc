package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sluice.engine.packet.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What passes unknown, as what plugins write as bytes, may say anything of an entity: nothing is held, so nothing is wrong. */
final class BytesBesideBaselineTest {

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

    @Test
    void attributes_sentAgainBehindUnknownBytes_pass() {
        client.send(TestPacket.spawnAt(7, 1, 64, 1));
        client.send(TestPacket.attribute(7, "1"));

        // A plugin shows the entity larger, by PacketEvents' sendPacket.
        assertInstanceOf(Decision.Pass.class, client.session.offer(null, "bytes: scale 3", null));
        client.session.passed(null, 40);

        // And as it is again, with the server's own packet.
        assertInstanceOf(Decision.Pass.class, client.send(TestPacket.attribute(7, "1")));
    }

    @Test
    void attributes_sentAgainBehindUnknownBytesFromTheirWrite_pass() {
        client.send(TestPacket.spawnAt(7, 1, 64, 1));
        Reentrancy.atNextWrite(client.sink, () -> passUnknown(() -> {}));
        client.send(TestPacket.attribute(7, "1"));

        assertInstanceOf(Decision.Pass.class, client.send(TestPacket.attribute(7, "1")));
    }

    @Test
    void attributes_sentAgainBehindUnknownBytesFromTheirRelease_areWritten() {
        client.send(TestPacket.spawnAt(7, 1, 64, 1));
        client.congest();
        client.send(TestPacket.attribute(7, "1"));
        Reentrancy.atNextWrite(client.sink, () -> passUnknown(() -> {}));
        client.drain();

        client.send(TestPacket.attribute(7, "1"));
        client.drain();

        assertEquals(List.of("1", "1"), client.writtenLabels());
    }

    /** Who writes others within the writing of one may do so before it lets that one on. */
    @Test
    void attributes_sentAgainBehindUnknownBytesThatBroughtThemForth_pass() {
        client.send(TestPacket.spawnAt(7, 1, 64, 1));
        passUnknown(() -> client.send(TestPacket.attribute(7, "1")));

        assertInstanceOf(Decision.Pass.class, client.send(TestPacket.attribute(7, "1")));
    }

    private void passUnknown(Runnable whileWritten) {
        assertInstanceOf(Decision.Pass.class, client.session.offer(null, "bytes: scale 3", null));
        whileWritten.run();
        client.session.passed(null, 40);
    }
}
