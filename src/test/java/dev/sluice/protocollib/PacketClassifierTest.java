package dev.sluice.protocollib;

import static dev.sluice.protocollib.ServerPackets.spawnInfo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.LogLines;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.Target;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.minecraft.network.protocol.game.ClientboundAddEntityPacket;
import net.minecraft.network.protocol.game.ClientboundBlockChangedAckPacket;
import net.minecraft.network.protocol.game.ClientboundBundlePacket;
import net.minecraft.network.protocol.game.ClientboundLoginPacket;
import net.minecraft.network.protocol.game.ClientboundMoveEntityPacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoRemovePacket;
import net.minecraft.network.protocol.game.ClientboundRemoveEntitiesPacket;
import net.minecraft.network.protocol.game.ClientboundRespawnPacket;
import net.minecraft.network.protocol.game.ClientboundRotateHeadPacket;
import net.minecraft.network.protocol.game.CommonPlayerSpawnInfo;
import net.minecraft.resources.ResourceKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PacketClassifierTest {

    private final LogLines log = new LogLines();
    private final PacketClassifier classifier = PacketClassifier.of(
            Set.of(
                    ClientboundAddEntityPacket.class,
                    ClientboundMoveEntityPacket.Pos.class,
                    ClientboundMoveEntityPacket.PosRot.class,
                    ClientboundRotateHeadPacket.class,
                    ClientboundPlayerInfoRemovePacket.class,
                    ClientboundBlockChangedAckPacket.class,
                    ClientboundLoginPacket.class,
                    ClientboundRespawnPacket.class,
                    ClientboundBundlePacket.class),
            Map.of(),
            () -> 1,
            log.logger());

    @Test
    void sighted_equalRecord_isAnotherPacket() {
        UUID id = new UUID(1, 2);
        assertNotSame(
                classifier.sighted(new ClientboundPlayerInfoRemovePacket(List.of(id))),
                classifier.sighted(new ClientboundPlayerInfoRemovePacket(List.of(id))));
    }

    @Test
    void classify_relativeMove_saysWhatMoves() {
        Message message = known(
                new ClientboundMoveEntityPacket.PosRot(7, (short) 1, (short) -2, (short) 3, (byte) 4, (byte) 5, true));
        assertEquals(
                new StateUpdate.Move(7, (short) 1, (short) -2, (short) 3, (byte) 4, (byte) 5, true, true, true),
                message.state());
        assertEquals(new Target.EntityTarget(7), message.target());
    }

    @Test
    void classify_editAcknowledgement_isImmediateAndABarrierForEdits() {
        Message message = known(new ClientboundBlockChangedAckPacket(3));
        assertEquals(DeliveryKind.IMMEDIATE, message.type().kind());
        assertEquals(List.of(new Message.Key(OrderingKey.EDITS, KeyMode.EXCLUSIVE)), message.keys());
    }

    @Test
    void classify_respawn_tellsItsDimensionAndWhetherAllIsKept() {
        for (byte kept = 0; kept <= ClientboundRespawnPacket.KEEP_ALL_DATA; kept++) {
            Message message = known(new ClientboundRespawnPacket(spawnInfo("nether"), kept));
            assertEquals(
                    new Observation.Entered(
                            new ResourceKey<>("nether"), kept == ClientboundRespawnPacket.KEEP_ALL_DATA),
                    message.observation());
            assertEquals(WorldEffect.NEW_WORLD, message.effect());
            assertEquals(List.of(new Message.Key(OrderingKey.PLAYER_LIST, KeyMode.EXCLUSIVE)), message.keys());
        }
    }

    @Test
    void classify_login_tellsItsDimensionAndKeepsNothing() {
        Message message = known(new ClientboundLoginPacket(
                1, false, Set.of(), 20, 10, 10, false, true, false, spawnInfo("overworld"), false));
        assertEquals(new Observation.Entered(new ResourceKey<>("overworld"), false), message.observation());
        assertEquals(WorldEffect.NEW_WORLD, message.effect());
    }

    /** What cannot be read of it must not make it unknown: it would end no world. */
    @Test
    @SuppressWarnings("NullAway") // some of it is missing on purpose
    void classify_respawnWithoutItsFields_endsTheWorldAllTheSame() {
        for (CommonPlayerSpawnInfo info : Arrays.asList(null, spawnInfo(null))) {
            Message message = known(new ClientboundRespawnPacket(info, ClientboundRespawnPacket.KEEP_ALL_DATA));
            assertEquals(WorldEffect.NEW_WORLD, message.effect());
            assertNull(message.observation());
        }
    }

    @Test
    void bundle_withARespawn_tellsItAndHasItsEffect() {
        Message message = known(new ClientboundBundlePacket(List.of(
                new ClientboundBlockChangedAckPacket(3),
                new ClientboundRespawnPacket(spawnInfo("nether"), ClientboundRespawnPacket.KEEP_ALL_DATA))));
        assertEquals(DeliveryKind.IMMEDIATE, message.type().kind());
        assertEquals(WorldEffect.NEW_WORLD, message.effect());
        assertEquals(new Observation.Entered(new ResourceKey<>("nether"), true), message.observation());
    }

    @Test
    void classify_classThatTheServerDidNotName_isUnknown() {
        assertNull(classifier.classify("no packet"));
    }

    @Test
    void classify_unreadablePacket_passesAndIsLoggedOnce() {
        assertNull(classifier.classify(unreadable()));
        assertNull(classifier.classify(unreadable()));
        assertEquals(1, log.lines().size(), log.lines().toString());
    }

    @Test
    void bundle_oneUnreadablePacket_isImmediateAlongTheOthersKeys() {
        ClientboundBundlePacket bundle = new ClientboundBundlePacket(
                List.of(new ClientboundMoveEntityPacket.Pos(7, (short) 1, (short) 0, (short) 0, true), unreadable()));
        Message message = known(bundle);
        assertEquals(DeliveryKind.IMMEDIATE, message.type().kind());
        assertEquals(List.of(new Message.Key(OrderingKey.entity(7), KeyMode.EXCLUSIVE)), message.keys());
    }

    @Test
    void bundle_whole_isOneFactWithAllKeys() {
        ClientboundBundlePacket bundle = new ClientboundBundlePacket(List.of(
                new ClientboundMoveEntityPacket.Pos(7, (short) 1, (short) 0, (short) 0, true),
                new ClientboundMoveEntityPacket.Pos(8, (short) 1, (short) 0, (short) 0, true)));
        Message message = known(bundle);
        assertEquals(DeliveryKind.FACT, message.type().kind());
        assertEquals(WorldEffect.NONE, message.effect());
        assertEquals(2, message.keys().size());
        assertNull(message.state());
        assertEquals(
                List.of("move_entity_pos"),
                message.parts().stream().map(MessageType::name).toList());
    }

    @Test
    void bundle_withARemoval_isImmediateAndTellsIt() {
        PacketClassifier both = PacketClassifier.of(
                Set.of(ClientboundBundlePacket.class, ClientboundRemoveEntitiesPacket.class),
                Map.of(),
                () -> 1,
                log.logger());
        Message message = assertNotNullMessage(both.classify(
                new ClientboundBundlePacket(List.of(new ClientboundRemoveEntitiesPacket(IntList.of(7))))));
        assertEquals(DeliveryKind.IMMEDIATE, message.type().kind());
        assertEquals(new Observation.EntitiesRemoved(List.of(7)), message.observation());
    }

    @Test
    void of_misshapenClass_isNamedAndPasses() {
        PacketClassifier odd = PacketClassifier.of(
                Set.of(ClientboundMoveEntityPacket.Pos.class),
                Map.of("move_entity_pos", "no constructor"),
                () -> 1,
                log.logger());
        assertEquals(List.of("move_entity_pos (no constructor)"), odd.report().misshapen());
        assertFalse(odd.knows(ClientboundMoveEntityPacket.Pos.class));
    }

    @Test
    void report_nothingManaged_isAnError() {
        PacketClassifier none = PacketClassifier.of(Set.of(), Map.of(), () -> 1, log.logger());
        assertTrue(none.report().error().orElseThrow().contains("found none"));
    }

    @Test
    void report_coreTypeMissing_isAnErrorThatNamesIt() {
        assertTrue(classifier.report().error().orElseThrow().contains("level_chunk_with_light"));
    }

    @Test
    void report_classThatIsNotInTheTable_isNamed() {
        PacketClassifier odd = PacketClassifier.of(Set.of(String.class), Map.of(), () -> 1, log.logger());
        assertEquals(List.of("String"), odd.report().passedThrough());
    }

    @Test
    void moveComposer_threeShapes_areReadBackAsTold() {
        StateUpdate.Move move =
                new StateUpdate.Move(7, (short) 300, (short) -2, (short) 0, (byte) 0, (byte) 0, false, true, false);
        Object packet = new MoveComposer(ClientboundMoveEntityPacket.class.getClassLoader()).compose(move);
        assertEquals(ClientboundMoveEntityPacket.Pos.class, packet.getClass());
        assertEquals(move, known(packet).state());
    }

    private Message known(Object packet) {
        return assertNotNullMessage(classifier.classify(packet));
    }

    private static Message assertNotNullMessage(@Nullable Message message) {
        assertNotNull(message);
        return message;
    }

    /** A list of ids that is null where the server never leaves it null. */
    private static ClientboundPlayerInfoRemovePacket unreadable() {
        return new ClientboundPlayerInfoRemovePacket(new ArrayList<>(Arrays.asList((UUID) null)));
    }
}
