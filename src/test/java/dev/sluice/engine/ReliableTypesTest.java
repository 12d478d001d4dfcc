package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.adapt.SimulatedLink;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.schedule.NetworkProfiles;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of what was written counts as reliable until it is confirmed. The link answers nothing. */
final class ReliableTypesTest {

    private static final MessageType SPAWN = type(50, "add_entity");
    private static final MessageType DATA = type(51, "set_entity_data");
    private static final MessageType BUNDLE = type(52, "bundle");

    private final FakeTicker ticker = new FakeTicker();
    private final long start = ticker.nanos();
    private final SimulatedLink link = new SimulatedLink(() -> ticker.nanos() - start, 1_000_000, 40);
    private final SessionFixture client =
            new SessionFixture(SessionFixture.rate(125_000).withProfile(NetworkProfiles.ACTION), link, ticker);

    @Test
    void written_bundleWithASpawn_isReliable() {
        send(BUNDLE, List.of(DATA, SPAWN));
        assertEquals(1, unconfirmed());
    }

    @Test
    void written_bundleWithNothingReliable_isNot() {
        send(BUNDLE, List.of(DATA));
        assertEquals(0, unconfirmed());
    }

    /** All bundles have one type. */
    @Test
    void written_bundlesOfBothKinds_areToldApart() {
        send(BUNDLE, List.of(DATA));
        send(BUNDLE, List.of(SPAWN));
        send(BUNDLE, List.of(DATA));
        assertEquals(1, unconfirmed());
    }

    @Test
    void written_spawnByItself_isReliable() {
        send(SPAWN, List.of());
        send(DATA, List.of());
        assertEquals(1, unconfirmed());
    }

    private void send(MessageType type, List<MessageType> parts) {
        client.send(new TestPacket(
                type.name(),
                60,
                Message.bundle(type, new Target.EntityTarget(1), List.of(), WorldEffect.NONE, 60, null, parts)));
    }

    private long unconfirmed() {
        link.stalled = true;
        client.run(100);
        return client.session.getHealth().unconfirmedReliable();
    }

    private static MessageType type(int index, String name) {
        return new MessageType(index, name, MessagePriority.NEARBY_ENTITIES, DeliveryKind.FACT, 60);
    }
}
