package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mojang.datafixers.util.Pair;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.KeyMode;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.StateUpdate;
import dev.sluice.engine.priority.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.minecraft.core.Holder;
import net.minecraft.network.protocol.game.ClientboundBundlePacket;
import net.minecraft.network.protocol.game.ClientboundDamageEventPacket;
import net.minecraft.network.protocol.game.ClientboundEntityPositionSyncPacket;
import net.minecraft.network.protocol.game.ClientboundForgetLevelChunkPacket;
import net.minecraft.network.protocol.game.ClientboundRotateHeadPacket;
import net.minecraft.network.protocol.game.ClientboundSetChunkCacheCenterPacket;
import net.minecraft.network.protocol.game.ClientboundSetChunkCacheRadiusPacket;
import net.minecraft.network.protocol.game.ClientboundSetEntityDataPacket;
import net.minecraft.network.protocol.game.ClientboundSetEquipmentPacket;
import net.minecraft.network.protocol.game.ClientboundSetPassengersPacket;
import net.minecraft.network.protocol.game.ClientboundSoundEntityPacket;
import net.minecraft.network.protocol.game.ClientboundTeleportEntityPacket;
import net.minecraft.network.protocol.game.ClientboundUpdateAttributesPacket;
import net.minecraft.network.syncher.EntityDataSerializer;
import net.minecraft.network.syncher.SynchedEntityData;
import net.minecraft.sounds.SoundEvent;
import net.minecraft.sounds.SoundSource;
import net.minecraft.world.entity.EquipmentSlot;
import net.minecraft.world.entity.PositionMoveRotation;
import net.minecraft.world.item.ItemStack;
import net.minecraft.world.level.ChunkPos;
import net.minecraft.world.phys.Vec3;
import org.junit.jupiter.api.Test;

/** What is read of packets beside their order: values that merge, places, what tells of the client's world. */
final class EntityPacketsTest {

    private static final PositionMoveRotation THERE =
            new PositionMoveRotation(new Vec3(1.5, 64, -2.25), new Vec3(0, 0, 0), 10, 20);

    private final ServerComposer composer = new ServerComposer(ClientboundSetEntityDataPacket.class.getClassLoader());
    private final PacketClassifier classifier = ServerPackets.classifier(
            ClientboundBundlePacket.class,
            ClientboundDamageEventPacket.class,
            ClientboundEntityPositionSyncPacket.class,
            ClientboundForgetLevelChunkPacket.class,
            ClientboundRotateHeadPacket.class,
            ClientboundSetChunkCacheCenterPacket.class,
            ClientboundSetChunkCacheRadiusPacket.class,
            ClientboundSetEntityDataPacket.class,
            ClientboundSetEquipmentPacket.class,
            ClientboundSetPassengersPacket.class,
            ClientboundSoundEntityPacket.class,
            ClientboundTeleportEntityPacket.class,
            ClientboundUpdateAttributesPacket.class);

    @Test
    void classify_allOfThem_areShapedAsExpected() {
        assertEquals(List.of(), classifier.report().misshapen());
        assertEquals(List.of(), classifier.report().plainer());
    }

    @Test
    void metadata_valuesByIndex_areReadMergedAndBuiltAgain() {
        StateUpdate.Indexed read = values(new ClientboundSetEntityDataPacket(7, List.of(data(3, "a"), data(9, "b"))));
        assertEquals(Component.METADATA, read.component());
        assertEquals(Set.of(3, 9), read.values().keySet());
        Map<Object, Object> merged = new LinkedHashMap<>(read.values());
        merged.putAll(values(new ClientboundSetEntityDataPacket(7, List.of(data(9, "c"))))
                .values());
        ClientboundSetEntityDataPacket built = assertInstanceOf(
                ClientboundSetEntityDataPacket.class,
                composer.compose(new StateUpdate.Indexed(7, Component.METADATA, merged, false)));
        assertEquals(new ClientboundSetEntityDataPacket(7, List.of(data(3, "a"), data(9, "c"))), built);
    }

    @Test
    void metadata_isNeverIdempotent_sinceTheClientActsOnArrival() {
        assertTrue(!values(new ClientboundSetEntityDataPacket(7, List.of(data(8, 0))))
                .idempotent());
    }

    @Test
    void attributes_areReadAndBuiltAgain() {
        ClientboundUpdateAttributesPacket packet = new ClientboundUpdateAttributesPacket(7, new ArrayList<>());
        StateUpdate.Indexed read = values(packet);
        assertEquals(Component.ATTRIBUTES, read.component());
        assertEquals(7, ((ClientboundUpdateAttributesPacket) composer.compose(read)).entityId());
    }

    @Test
    void equipment_isAFactThatMergesBySlot() {
        ClientboundSetEquipmentPacket packet =
                new ClientboundSetEquipmentPacket(7, List.of(Pair.of(EquipmentSlot.HEAD, new ItemStack("helmet"))));
        StateUpdate.Indexed read = values(packet);
        assertEquals(DeliveryKind.FACT, known(packet).type().kind());
        assertEquals(Set.of(EquipmentSlot.HEAD), read.values().keySet());
        assertEquals(packet.slots(), ((ClientboundSetEquipmentPacket) composer.compose(read)).slots());
    }

    @Test
    void head_saysItsValue() {
        assertEquals(
                new StateUpdate.Absolute(Component.HEAD, -12),
                known(new ClientboundRotateHeadPacket(7, (byte) -12)).state());
    }

    @Test
    void position_wholeOne_saysThePlace() {
        StateUpdate.Place place = new StateUpdate.Place(7, 1.5, 64, -2.25);
        assertEquals(
                place,
                known(new ClientboundEntityPositionSyncPacket(7, THERE, true)).state());
    }

    @Test
    void teleport_isAFact_sinceTheClientKeepsTheBaseOfRelativeMoves() {
        Message message = known(new ClientboundTeleportEntityPacket(7, THERE, Set.of(), true));
        assertEquals(DeliveryKind.FACT, message.type().kind());
        assertNull(message.state());
    }

    @Test
    void view_centreAndRadius_areTold() {
        assertEquals(
                new Observation.ViewCentre(3, -4),
                known(new ClientboundSetChunkCacheCenterPacket(3, -4)).observation());
        assertEquals(
                new Observation.ViewRadius(12),
                known(new ClientboundSetChunkCacheRadiusPacket(12)).observation());
    }

    /** The client ignores the unload of what is out of its range. */
    @Test
    void view_centreAndRadiusOwnTheKeyThatUnloadsShare() {
        List<Message.Key> owned = List.of(new Message.Key(OrderingKey.VIEW, KeyMode.EXCLUSIVE));
        assertEquals(
                owned, known(new ClientboundSetChunkCacheCenterPacket(3, -4)).keys());
        assertEquals(owned, known(new ClientboundSetChunkCacheRadiusPacket(12)).keys());
        assertEquals(
                List.of(
                        new Message.Key(OrderingKey.chunk(3, -4), KeyMode.EXCLUSIVE),
                        new Message.Key(OrderingKey.VIEW, KeyMode.SHARED)),
                known(new ClientboundForgetLevelChunkPacket(new ChunkPos(3, -4)))
                        .keys());
    }

    @Test
    void damage_saysWhoStruckWhom() {
        Message message = known(new ClientboundDamageEventPacket(7, new Holder<>("arrow"), 9, 9, Optional.empty()));
        assertEquals(new Observation.Struck(7, 9), message.observation());
        assertNull(message.state());
    }

    /** What stops sounds must not overtake it. */
    @Test
    void soundOfAnEntity_sharesTheKeysOfItsEntityAndOfSounds() {
        assertEquals(
                List.of(
                        new Message.Key(OrderingKey.entity(7), KeyMode.SHARED),
                        new Message.Key(OrderingKey.SOUND, KeyMode.SHARED)),
                known(new ClientboundSoundEntityPacket(
                                new Holder<>(new SoundEvent("any")), SoundSource.MASTER, 7, 1, 1, 1))
                        .keys());
    }

    @Test
    void passengers_sayWhoRidesWhat() {
        assertEquals(
                new Observation.Mounted(7, List.of(8, 9)),
                known(new ClientboundSetPassengersPacket(7, new int[] {8, 9})).observation());
        assertEquals(
                new Observation.Mounted(7, List.of()),
                known(new ClientboundSetPassengersPacket(7, new int[0])).observation());
    }

    /** A server sends a spawn together with who rides it and what it rides. */
    @Test
    void bundle_severalTell_tellsAllInTheirOrder() {
        Message message = known(new ClientboundBundlePacket(List.of(
                new ClientboundSetPassengersPacket(7, new int[] {8}),
                new ClientboundRotateHeadPacket(7, (byte) 1),
                new ClientboundSetPassengersPacket(6, new int[] {7}))));
        assertEquals(
                new Observation.Several(
                        List.of(new Observation.Mounted(7, List.of(8)), new Observation.Mounted(6, List.of(7)))),
                message.observation());
    }

    private StateUpdate.Indexed values(Object packet) {
        return assertInstanceOf(StateUpdate.Indexed.class, known(packet).state());
    }

    private Message known(Object packet) {
        return Objects.requireNonNull(classifier.classify(packet));
    }

    private static <T> SynchedEntityData.DataValue<T> data(int index, T value) {
        return new SynchedEntityData.DataValue<>(index, new EntityDataSerializer<>("any"), value);
    }
}
