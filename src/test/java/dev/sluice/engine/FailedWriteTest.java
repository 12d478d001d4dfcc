package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.Component;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What could not be written is not taken for known: the same update is sent again, not suppressed. */
final class FailedWriteTest {

    private static final int ID = 7;

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

    @ParameterizedTest
    @EnumSource(names = {"ATTRIBUTES", "EQUIPMENT"})
    void release_writeThrows_sameUpdateIsSentAgain(Component component) {
        spawn();
        client.congest();
        assertInstanceOf(Decision.Hold.class, client.send(update(component, "new")));
        failWrites();
        assertThrows(WriteFailed.class, () -> client.run(5_000));
        mendWrites();
        assertSentOnce(component);
    }

    @ParameterizedTest
    @EnumSource(names = {"ATTRIBUTES", "EQUIPMENT"})
    void takenAlong_writeThrows_sameUpdateIsSentAgain(Component component) {
        spawn();
        client.congest();
        assertInstanceOf(Decision.Hold.class, client.send(update(component, "new")));
        failWrites();
        TestPacket immediate = TestPacket.immediate("immediate", TestPacket.exclusive(OrderingKey.entity(ID)));
        assertThrows(WriteFailed.class, () -> client.send(immediate));
        mendWrites();
        assertSentOnce(component);
    }

    @ParameterizedTest
    @EnumSource(names = {"ATTRIBUTES", "EQUIPMENT"})
    void offer_passesAndIsNeverReported_sameUpdateIsSentAgain(Component component) {
        spawn();
        failWrites();
        assertThrows(WriteFailed.class, () -> client.send(update(component, "new")));
        mendWrites();
        assertSentOnce(component);
    }

    /** What was known before is not what the failed packet said either. */
    @ParameterizedTest
    @EnumSource(names = {"ATTRIBUTES", "EQUIPMENT"})
    void offer_changeOfWhatIsKnownIsNeverReported_sameChangeIsSentAgain(Component component) {
        spawn();
        client.send(update(component, "old"));
        assertInstanceOf(Decision.Absorb.class, client.send(update(component, "old")));
        failWrites();
        assertThrows(WriteFailed.class, () -> client.send(update(component, "new")));
        mendWrites();
        assertInstanceOf(Decision.Pass.class, client.send(update(component, "new")));
    }

    /** The update goes out now, and only then is an equal one known. */
    private void assertSentOnce(Component component) {
        client.sink.written.clear();
        client.send(update(component, "new"));
        client.drain();
        List<String> sent =
                client.writtenLabels().stream().filter(component.name()::equals).toList();
        assertEquals(List.of(component.name()), sent);
        assertInstanceOf(Decision.Absorb.class, client.send(update(component, "new")));
        client.run(100);
        assertEquals(1, client.session.stats().suppressed());
    }

    private void spawn() {
        MessageType type = new MessageType(30, "add_entity", MessagePriority.NEARBY_ENTITIES, DeliveryKind.FACT, 60);
        client.send(packet(type, null, new Observation.EntitySpawned(ID, OrderingKey.NONE, 1, 64, 1)));
    }

    private void failWrites() {
        client.sink.carrier = bytes -> {
            throw new WriteFailed();
        };
    }

    private void mendWrites() {
        client.sink.carrier = bytes -> {};
    }

    private static TestPacket update(Component component, String value) {
        DeliveryKind kind = component == Component.EQUIPMENT ? DeliveryKind.FACT : DeliveryKind.STATE;
        MessageType type =
                new MessageType(20 + component.ordinal(), component.name(), MessagePriority.NEARBY_ENTITIES, kind, 20);
        return packet(type, new StateUpdate.Indexed(ID, component, Map.of("one", value), true), null);
    }

    private static TestPacket packet(
            MessageType type, @Nullable StateUpdate update, @Nullable Observation observation) {
        return new TestPacket(
                type.name(),
                type.initialSizeBytes(),
                new Message(
                        type,
                        new Target.EntityTarget(ID),
                        List.of(TestPacket.exclusive(OrderingKey.entity(ID))),
                        update,
                        WorldEffect.NONE,
                        0,
                        observation));
    }

    private static final class WriteFailed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
