package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sluice.engine.packet.Decision;
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
}
