package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.sluice.LogLines;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.OrderingKey;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import net.minecraft.network.protocol.game.ClientboundRotateHeadPacket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A plugin that keeps one packet, changes a field and sends it again, as ProtocolLib's PacketContainer lets it. */
final class ReusedPacketTest {

    private final ClientboundRotateHeadPacket packet = new ClientboundRotateHeadPacket(7, (byte) 10);
    private int tick = 1;
    private final PacketClassifier classifier = PacketClassifier.of(
            Set.of(ClientboundRotateHeadPacket.class), Map.of(), () -> tick, new LogLines().logger());

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

    /** An event loop that lags must not lag the more by reading for each player what was sighted. */
    @Test
    void classify_packetSightedTicksAgo_isReadAnewAfterASecond() throws Exception {
        Message sighted = known(classifier.sighted(packet));
        tick += 20;
        assertSame(sighted, classifier.classify(packet));

        tick++;
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
