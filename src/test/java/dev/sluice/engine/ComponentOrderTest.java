package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.priority.Component;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Between two facts of an entity its components are in the order in which what is held of each began to wait. */
final class ComponentOrderTest {

    private static final MessageType DATA = new MessageType(
            20 + Component.METADATA.ordinal(),
            "set_entity_data",
            MessagePriority.NEARBY_ENTITIES,
            DeliveryKind.STATE,
            20);

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

    @Test
    void metadata_betweenTwoPositions_goesAfterTheNewerInThePlaceOfTheOlder() {
        client.congest();
        client.send(TestPacket.sync(7, "older"));
        client.send(data(10, "for 20 ticks"));
        client.send(TestPacket.sync(7, "newer"));
        client.drain();
        assertEquals(List.of("newer", "for 20 ticks"), client.writtenLabels());
    }

    @Test
    void position_betweenTwoMetadata_goesAfterBoth() {
        client.congest();
        client.send(data(10, "for 20 ticks"));
        client.send(TestPacket.sync(7, "position"));
        client.send(data(10, "for 5 ticks"));
        client.drain();
        StateUpdate.Indexed merged = new StateUpdate.Indexed(7, Component.METADATA, Map.of(10, "for 5 ticks"), false);
        assertEquals(List.of(merged.toString(), "position"), client.writtenLabels());
    }

    @Test
    void metadata_betweenTwoPositionsWithAFactBehindIt_goesBeforeTheNewer() {
        client.congest();
        client.send(TestPacket.sync(7, "older"));
        client.send(data(10, "for 20 ticks"));
        client.send(TestPacket.fact(
                MessagePriority.NEARBY_ENTITIES,
                "teleport",
                8,
                new Target.EntityTarget(7),
                TestPacket.exclusive(OrderingKey.entity(7))));
        client.send(TestPacket.sync(7, "newer"));
        client.drain();
        assertEquals(List.of("older", "for 20 ticks", "teleport", "newer"), client.writtenLabels());
    }

    private static TestPacket data(int index, String value) {
        StateUpdate update = new StateUpdate.Indexed(7, Component.METADATA, Map.of(index, value), false);
        return TestPacket.state(DATA, 7, 20, update, value);
    }
}
