package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.priority.Component;
import dev.sluice.engine.priority.MessagePriority;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is sent of an entity within the writing of another packet of it: nobody knows which of the two the client got last. */
final class ReentrantBaselineTest {

    private static final int ID = 7;

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

    @Test
    void release_otherHeadFromWrite_oldOneIsSentAgain() {
        client.send(Reentrancy.spawn(ID));
        client.congest();
        client.send(TestPacket.attribute(ID, "north"));
        Reentrancy.atNextWrite(client.sink, () -> client.send(TestPacket.attribute(ID, "south")));
        client.drain();

        client.send(TestPacket.attribute(ID, "north"));
        client.drain();

        assertEquals(List.of("north", "south", "north"), client.writtenLabels());
    }

    @Test
    void passed_otherHeadFromWrite_oldOneIsSentAgain() {
        client.send(Reentrancy.spawn(ID));
        Reentrancy.atNextWrite(client.sink, () -> client.send(TestPacket.attribute(ID, "south")));
        client.send(TestPacket.attribute(ID, "north"));

        client.send(TestPacket.attribute(ID, "north"));

        assertEquals(List.of("spawn " + ID, "north", "south", "north"), client.writtenLabels());
    }

    /** One that is lost within the write hides no other one that was written there. */
    @Test
    void passed_otherHeadAndALostOneFromWrite_oldOneIsSentAgain() {
        client.send(Reentrancy.spawn(ID));
        Reentrancy.atNextWrite(client.sink, () -> {
            client.send(TestPacket.attribute(ID, "south"));
            TestPacket lost = TestPacket.chat("lost", 30);
            assertInstanceOf(Decision.Pass.class, client.session.offer(lost.message(), lost, null));
            client.session.lost(lost.message());
        });
        client.send(TestPacket.attribute(ID, "north"));

        client.send(TestPacket.attribute(ID, "north"));

        assertEquals(List.of("spawn " + ID, "north", "south", "north"), client.writtenLabels());
    }

    @Test
    void passed_attributeOfBeforeFromWriteOfAnother_isSent() {
        client.send(Reentrancy.spawn(ID));
        client.send(TestPacket.attribute(ID, "north"));
        Reentrancy.atNextWrite(client.sink, () -> client.send(TestPacket.attribute(ID, "north")));

        client.send(TestPacket.attribute(ID, "south"));

        assertEquals(List.of("spawn " + ID, "north", "south", "north"), client.writtenLabels());
    }

    @Test
    void passed_attributesOfBeforeFromWriteOfOthers_areSent() {
        client.send(Reentrancy.spawn(ID));
        client.send(attributes("slow"));
        Reentrancy.atNextWrite(client.sink, () -> client.send(attributes("slow")));

        client.send(attributes("fast"));

        assertEquals(List.of("spawn " + ID, "slow", "fast", "slow"), client.writtenLabels());
    }

    /** Of what cannot be read nobody knows what it changes. */
    @Test
    void passed_attributeOfBeforeFromWriteOfAnUnreadUpdate_isSent() {
        client.send(Reentrancy.spawn(ID));
        client.send(TestPacket.attribute(ID, "north"));
        Reentrancy.atNextWrite(client.sink, () -> client.send(TestPacket.attribute(ID, "north")));
        MessageType type = new MessageType(33, "unread", MessagePriority.NEARBY_ENTITIES, DeliveryKind.STATE, 6);

        client.send(TestPacket.state(type, ID, 6, new StateUpdate.Partial(Component.ATTRIBUTES), "unread"));

        assertEquals(List.of("spawn " + ID, "north", "unread", "north"), client.writtenLabels());
    }

    private static TestPacket attributes(String speed) {
        MessageType type = new MessageType(32, "attributes", MessagePriority.NEARBY_ENTITIES, DeliveryKind.STATE, 20);
        return TestPacket.state(
                type, ID, 20, new StateUpdate.Indexed(ID, Component.ATTRIBUTES, Map.of("speed", speed), true), speed);
    }
}
