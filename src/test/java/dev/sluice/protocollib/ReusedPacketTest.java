package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.sluice.LogLines;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.minecraft.network.protocol.game.ClientboundAddEntityPacket;
import net.minecraft.network.protocol.game.ClientboundRotateHeadPacket;
import net.minecraft.world.entity.EntityType;
import net.minecraft.world.phys.Vec3;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A plugin that keeps one packet, changes a field and sends it again, as ProtocolLib's PacketContainer lets it. */
final class ReusedPacketTest {

    private final ClientboundRotateHeadPacket packet = new ClientboundRotateHeadPacket(7, (byte) 10);
    private int tick = 1;
    private final PacketClassifier classifier = PacketClassifier.of(
            Set.of(ClientboundRotateHeadPacket.class, ClientboundAddEntityPacket.class),
            Map.of(),
            () -> tick,
            new LogLines().logger());

    @Test
    void sighted_sameObjectWithinATick_isReadOnce() {
        Message first = classifier.sighted(packet);

        assertNotNull(first);
        assertSame(first, classifier.sighted(packet));
        assertSame(first, classifier.classify(packet));
    }

    @Test
    void sighted_packetThatWasChangedSinceTheLastTick_saysWhatItSaysNow() throws Exception {
        var _ = classifier.sighted(packet);
        tick++;
        change("entityId", 8);
        change("yHeadRot", (byte) 90);

        Message message = known(classifier.sighted(packet));

        assertEquals(OrderingKey.entity(8), message.keys().getFirst().key());
        assertEquals(
                known(classifier.classify(new ClientboundRotateHeadPacket(8, (byte) 90)))
                        .state(),
                message.state());
        assertSame(message, classifier.classify(packet));
    }

    /** The event loop was late. */
    @Test
    void classify_packetOfTheLastTick_isReadAnew() throws Exception {
        Message sighted = known(classifier.sighted(packet));
        tick++;

        assertEquals(sighted.state(), known(classifier.classify(packet)).state());
        change("entityId", 8);
        assertEquals(
                OrderingKey.entity(8),
                known(classifier.classify(packet)).keys().getFirst().key());
    }

    /** What the event loop reads late is of the tick before, whichever tick it is by then. */
    @Test
    void sighted_packetThatTheEventLoopReadLate_saysWhatItSaysNow() throws Exception {
        var _ = classifier.sighted(packet);
        tick++;
        var _ = classifier.classify(packet);
        change("entityId", 8);

        assertEquals(
                OrderingKey.entity(8),
                known(classifier.sighted(packet)).keys().getFirst().key());
    }

    /** Before the first tick, and on a server that announces no end of a tick. */
    @Test
    void sighted_noTickHasEnded_keepsNothing() {
        tick = 0;

        assertNotSame(classifier.sighted(packet), classifier.sighted(packet));
        assertNotSame(classifier.sighted(packet), classifier.classify(packet));
    }

    /** Nothing is held: each look of the head reaches the client, unless it is the one that it has. */
    @Test
    void offer_headThatWasChangedSinceTheLastTick_passes() throws Exception {
        ClientSession session = new SessionFixture(EngineConfig.DEFAULT).session;
        assertEquals(
                Decision.PASS,
                send(
                        session,
                        new ClientboundAddEntityPacket(
                                7,
                                new UUID(0, 7),
                                new EntityType<>("npc"),
                                0,
                                64,
                                0,
                                new Vec3(0, 0, 0),
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                0)));
        assertEquals(Decision.PASS, send(session, packet));
        assertEquals(Decision.ABSORB, send(session, packet));
        tick++;
        change("yHeadRot", (byte) 90);

        assertEquals(Decision.PASS, send(session, packet));
    }

    private Decision send(ClientSession session, Object sent) {
        Message sighted = known(classifier.sighted(sent));
        Message message = known(classifier.classify(sent));
        assertSame(sighted, message);
        Decision decision = session.offer(message, sent, null);
        if (decision instanceof Decision.Pass) {
            session.passed(message, 10);
        }
        return decision;
    }

    private void change(String field, Object value) throws Exception {
        Field changed = ClientboundRotateHeadPacket.class.getDeclaredField(field);
        changed.setAccessible(true);
        changed.set(packet, value);
    }

    private static Message known(@Nullable Message message) {
        assertNotNull(message);
        return message;
    }
}
