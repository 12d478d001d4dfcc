package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mojang.datafixers.util.Pair;
import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.priority.Component;
import dev.sluice.engine.priority.MessagePriority;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.minecraft.network.protocol.game.ClientboundMoveEntityPacket;
import net.minecraft.network.protocol.game.ClientboundSetEquipmentPacket;
import net.minecraft.world.entity.EquipmentSlot;
import net.minecraft.world.item.ItemStack;
import org.junit.jupiter.api.Test;

/** A packet that is built of several says all that they said, or none is built. */
final class ValueListsTest {

    private static final int ID = 7;
    private static final PacketRule EQUIPMENT = PacketTable.PACKETS.stream()
            .filter(rule -> rule.name().equals("set_equipment"))
            .findFirst()
            .orElseThrow();

    private final SessionFixture client = new SessionFixture(EngineConfig.DEFAULT);
    private final ServerComposer composer = new ServerComposer(ClientboundSetEquipmentPacket.class.getClassLoader());
    private final PacketClassifier classifier = ServerPackets.classifier(ClientboundSetEquipmentPacket.class);

    /** Paper's: viewers are not told what is in a box, nor may a huge item cost them their connection. */
    @Test
    void equipment_sanitizedPartsMerge_isSanitized() {
        client.congest();
        send(equipment(EquipmentSlot.HEAD, true));
        assertInstanceOf(Decision.Absorb.class, send(equipment(EquipmentSlot.CHEST, true)));
        ClientboundSetEquipmentPacket sent = onlyMerged();
        assertEquals(2, sent.slots().size());
        assertTrue(sent.sanitize());
    }

    /** As a plugin sends it: to whom it sends it may see everything. */
    @Test
    void equipment_unsanitizedPartsMerge_isNotSanitized() {
        client.congest();
        send(equipment(EquipmentSlot.HEAD, false));
        assertInstanceOf(Decision.Absorb.class, send(equipment(EquipmentSlot.CHEST, false)));
        assertEquals(false, onlyMerged().sanitize());
    }

    /** One packet can say of its items only one of the two. */
    @Test
    void equipment_sanitizedAndNot_staysTwoPacketsInOrder() {
        client.congest();
        send(equipment(EquipmentSlot.HEAD, true));
        assertInstanceOf(Decision.Hold.class, send(equipment(EquipmentSlot.HEAD, false)));
        client.drain();
        assertEquals(List.of("sanitize true", "sanitize false"), client.writtenLabels());
    }

    @Test
    void of_nothingBesideTheValues_isBuilt() {
        assertDoesNotThrow(() -> new ValueLists(Plain.class, shape(false)));
    }

    @Test
    void of_anotherField_isRefusedByItsName() {
        ShapeException refusal = assertThrows(ShapeException.class, () -> new ValueLists(Dyed.class, shape(false)));
        assertTrue(refusal.toString().contains("colour"), refusal::toString);
    }

    @Test
    void of_fieldOfASuperclass_isRefusedByItsName() {
        ShapeException refusal =
                assertThrows(ShapeException.class, () -> new ValueLists(Inheriting.class, shape(false)));
        assertTrue(refusal.toString().contains("inherited"), refusal::toString);
    }

    @Test
    void of_flagThatNoConstructorTakes_isRefused() {
        assertThrows(ShapeException.class, () -> new ValueLists(Deaf.class, shape(false)));
    }

    @Test
    void of_flagThatTheConstructorDoesNotKeep_isRefused() {
        assertThrows(ShapeException.class, () -> new ValueLists(Forgetful.class, shape(false)));
    }

    /** What is compared with what the client knows is compared by its values alone. */
    @Test
    void of_flagBesideIdempotentValues_isRefused() {
        assertDoesNotThrow(() -> new ValueLists(Flagged.class, shape(false)));
        assertThrows(ShapeException.class, () -> new ValueLists(Flagged.class, shape(true)));
    }

    @Test
    void extractor_anotherField_readsFactsInOrderAndSaysSo() {
        List<String> plainer = new ArrayList<>();
        MessageType type =
                new MessageType(0, EQUIPMENT.name(), EQUIPMENT.priority(), EQUIPMENT.kind(), EQUIPMENT.sizeBytes());
        Extractor extractor = PacketClassifier.extractor(EQUIPMENT, type, Dyed.class, packet -> null, plainer);
        Message message = extractor.extract(new Dyed(ID, List.of()));
        assertEquals(DeliveryKind.FACT, message.type().kind());
        assertEquals(MessagePriority.NEARBY_ENTITIES, message.type().priority());
        assertEquals(List.of(new Message.Key(OrderingKey.entity(ID), KeyMode.EXCLUSIVE)), message.keys());
        assertEquals(null, message.state());
        assertEquals(1, plainer.size());
        assertTrue(plainer.getFirst().contains("colour"), plainer::getFirst);
    }

    @Test
    void moves_anotherField_areRefusedByItsName() {
        assertDoesNotThrow(() -> new MoveFields(ClientboundMoveEntityPacket.Pos.class));
        ShapeException refusal = assertThrows(ShapeException.class, () -> new MoveFields(Hop.class));
        assertTrue(refusal.toString().contains("height"), refusal::toString);
    }

    private Decision send(ClientboundSetEquipmentPacket packet) {
        Message message = Objects.requireNonNull(classifier.classify(packet));
        return client.send(new TestPacket("sanitize " + packet.sanitize(), 20, message));
    }

    /** What is built of what was held. */
    private ClientboundSetEquipmentPacket onlyMerged() {
        client.drain();
        assertEquals(1, client.sink.written.size());
        return assertInstanceOf(
                ClientboundSetEquipmentPacket.class,
                composer.compose(assertInstanceOf(StateUpdate.Indexed.class, client.sink.written.getFirst())));
    }

    private static ClientboundSetEquipmentPacket equipment(EquipmentSlot slot, boolean sanitize) {
        return new ClientboundSetEquipmentPacket(ID, List.of(Pair.of(slot, new ItemStack("box"))), sanitize);
    }

    private static PacketShape.EntityValues shape(boolean idempotent) {
        return new PacketShape.EntityValues("entity", "slots", "first", Component.EQUIPMENT, idempotent);
    }

    /** As the game has it. */
    static class Plain {
        final int entity;
        final List<Pair<String, String>> slots;

        Plain(int entity, List<Pair<String, String>> slots) {
            this.entity = entity;
            this.slots = slots;
        }
    }

    static final class Dyed extends Plain {
        int colour;

        Dyed(int entity, List<Pair<String, String>> slots) {
            super(entity, slots);
        }
    }

    static class Parent {
        Object inherited = "anything";
    }

    static final class Inheriting extends Parent {
        final int entity;
        final List<Pair<String, String>> slots;

        Inheriting(int entity, List<Pair<String, String>> slots) {
            this.entity = entity;
            this.slots = slots;
        }
    }

    static final class Flagged extends Plain {
        final boolean flag;

        Flagged(int entity, List<Pair<String, String>> slots, boolean flag) {
            super(entity, slots);
            this.flag = flag;
        }
    }

    static final class Deaf extends Plain {
        boolean flag;

        Deaf(int entity, List<Pair<String, String>> slots) {
            super(entity, slots);
        }
    }

    static final class Forgetful extends Plain {
        boolean flag;

        Forgetful(int entity, List<Pair<String, String>> slots) {
            super(entity, slots);
        }

        Forgetful(int entity, List<Pair<String, String>> slots, boolean flag) {
            super(entity, slots);
        }
    }

    static final class Hop extends ClientboundMoveEntityPacket.Pos {
        int height;

        Hop() {
            super(ID, (short) 0, (short) 0, (short) 0, true);
        }
    }
}
