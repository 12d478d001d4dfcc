package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.Component;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Equipment is a fact: a client takes the item in use from the hand as the metadata says that one is used. */
final class ItemUseOrderTest {

    private static final MessageType DATA =
            new MessageType(20, "set_entity_data", MessagePriority.NEARBY_ENTITIES, DeliveryKind.STATE, 20);
    private static final MessageType EQUIPMENT =
            new MessageType(21, "set_equipment", MessagePriority.NEARBY_ENTITIES, DeliveryKind.FACT, 20);

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

    @Test
    void useOfAnItem_behindTheEquipmentWithOlderMetadataHeld_goesAfterTheEquipment() {
        client.congest();
        client.send(packet(DATA, Component.METADATA, 9, "health"));
        client.send(packet(EQUIPMENT, Component.EQUIPMENT, "hand", "bow"));
        client.send(packet(DATA, Component.METADATA, 8, "using"));

        client.drain();

        assertEquals(List.of("health", "bow", "using"), client.writtenLabels());
    }

    private static TestPacket packet(MessageType type, Component component, Object key, String value) {
        return new TestPacket(
                value,
                20,
                new Message(
                        type,
                        new Target.EntityTarget(7),
                        List.of(TestPacket.exclusive(OrderingKey.entity(7))),
                        new StateUpdate.Indexed(7, component, Map.of(key, value), false),
                        WorldEffect.NONE,
                        20,
                        null));
    }
}
