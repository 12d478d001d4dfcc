package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.Message;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.minecraft.network.protocol.game.ClientboundAddEntityPacket;
import net.minecraft.world.entity.EntityType;
import net.minecraft.world.phys.Vec3;

/** A session that is offered the server's packets as the plugin reads them. */
final class ServerSession {

    /** The x of a chunk that is held until all others have gone. */
    static final int FAR = 200;

    final SessionFixture client = new SessionFixture(EngineConfig.DEFAULT);
    private final PacketClassifier classifier;

    ServerSession(Class<?>... packetClasses) {
        classifier = ServerPackets.classifier(packetClasses);
    }

    /** Offers a packet under a name. */
    Decision send(String label, Object packet) {
        Message message = known(packet);
        return client.send(new TestPacket(label, message.type().initialSizeBytes(), message));
    }

    Message known(Object packet) {
        return Objects.requireNonNull(classifier.classify(packet));
    }

    /** A far chunk, and many seconds' worth of nearer ones. */
    void sendChunks() {
        client.send(TestPacket.chunk(FAR, 0, 4_000));
        for (int z = 100; z > 0; z--) {
            client.send(TestPacket.chunk(0, z, 4_000));
        }
    }

    /** Fails unless both have gone out, in this order. */
    void assertWritten(String first, String second) {
        List<String> written = client.writtenLabels();
        assertTrue(written.contains(first), written::toString);
        assertTrue(written.indexOf(first) < written.indexOf(second), written::toString);
    }

    /** An entity at the corner of a chunk. */
    static ClientboundAddEntityPacket spawn(int id, EntityType<?> type, int chunkX) {
        return new ClientboundAddEntityPacket(
                id, new UUID(1, id), type, 16.0 * chunkX, 64, 0, new Vec3(0, 0, 0), (byte) 0, (byte) 0, (byte) 0, 0);
    }
}
