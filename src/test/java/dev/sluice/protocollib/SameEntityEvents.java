package dev.sluice.protocollib;

import static dev.sluice.protocollib.SameEvent.alike;
import static dev.sluice.protocollib.SameEvent.same;

import com.mojang.datafixers.util.Pair;
import dev.sluice.oracle.ModelPacket;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.minecraft.commands.arguments.EntityAnchorArgument.Anchor;
import net.minecraft.core.Holder;
import net.minecraft.network.protocol.game.ClientboundAddEntityPacket;
import net.minecraft.network.protocol.game.ClientboundAnimatePacket;
import net.minecraft.network.protocol.game.ClientboundDamageEventPacket;
import net.minecraft.network.protocol.game.ClientboundEntityEventPacket;
import net.minecraft.network.protocol.game.ClientboundEntityPositionSyncPacket;
import net.minecraft.network.protocol.game.ClientboundHurtAnimationPacket;
import net.minecraft.network.protocol.game.ClientboundMountScreenOpenPacket;
import net.minecraft.network.protocol.game.ClientboundMoveEntityPacket;
import net.minecraft.network.protocol.game.ClientboundMoveMinecartPacket;
import net.minecraft.network.protocol.game.ClientboundPlayerLookAtPacket;
import net.minecraft.network.protocol.game.ClientboundProjectilePowerPacket;
import net.minecraft.network.protocol.game.ClientboundRemoveEntitiesPacket;
import net.minecraft.network.protocol.game.ClientboundRemoveMobEffectPacket;
import net.minecraft.network.protocol.game.ClientboundRotateHeadPacket;
import net.minecraft.network.protocol.game.ClientboundSetCameraPacket;
import net.minecraft.network.protocol.game.ClientboundSetEntityDataPacket;
import net.minecraft.network.protocol.game.ClientboundSetEntityLinkPacket;
import net.minecraft.network.protocol.game.ClientboundSetEntityMotionPacket;
import net.minecraft.network.protocol.game.ClientboundSetEquipmentPacket;
import net.minecraft.network.protocol.game.ClientboundSetPassengersPacket;
import net.minecraft.network.protocol.game.ClientboundSoundEntityPacket;
import net.minecraft.network.protocol.game.ClientboundTakeItemEntityPacket;
import net.minecraft.network.protocol.game.ClientboundTeleportEntityPacket;
import net.minecraft.network.protocol.game.ClientboundUpdateAttributesPacket;
import net.minecraft.network.protocol.game.ClientboundUpdateAttributesPacket.AttributeSnapshot;
import net.minecraft.network.protocol.game.ClientboundUpdateMobEffectPacket;
import net.minecraft.network.syncher.EntityDataSerializer;
import net.minecraft.network.syncher.SynchedEntityData;
import net.minecraft.sounds.SoundEvent;
import net.minecraft.sounds.SoundSource;
import net.minecraft.world.entity.EntityType;
import net.minecraft.world.entity.EquipmentSlot;
import net.minecraft.world.entity.PositionMoveRotation;
import net.minecraft.world.item.ItemStack;
import net.minecraft.world.phys.Vec3;

/** Entities, in the oracle's model and on the server. */
final class SameEntityEvents {

    private static final EntityType<?> ARROW = new EntityType<>("arrow");
    private static final PositionMoveRotation THERE =
            new PositionMoveRotation(new Vec3(1.5, 64, -2.25), new Vec3(0, 0, 0), 10, 20);

    /** The UUIDs of the model's entities that are no players. */
    private static final int NO_PLAYER = 0x100;

    private SameEntityEvents() {}

    static List<SameEvent> all() {
        return List.of(
                spawn(7, 3),
                spawn(70_000, -1),
                bobber(8, 7),
                same(
                        new ModelPacket.Remove(new int[] {7, 9, 70_000}),
                        new ClientboundRemoveEntitiesPacket(IntList.of(7, 9, 70_000))),
                same(new ModelPacket.Remove(new int[] {9}), new ClientboundRemoveEntitiesPacket(IntList.of(9))),
                same(
                        new ModelPacket.Move(7, 1, -2, 3, 0, 0, true, true, false),
                        new ClientboundMoveEntityPacket.Pos(7, (short) 1, (short) -2, (short) 3, true)),
                same(
                        new ModelPacket.Move(7, 0, 0, 0, 4, -5, false, false, true),
                        new ClientboundMoveEntityPacket.Rot(7, (byte) 4, (byte) -5, false)),
                same(
                        new ModelPacket.Move(7, 1, -2, 3, 4, -5, true, true, true),
                        new ClientboundMoveEntityPacket.PosRot(
                                7, (short) 1, (short) -2, (short) 3, (byte) 4, (byte) -5, true)),
                same(
                        new ModelPacket.Sync(7, 1.5, 64, -2.25, 10, 20, true),
                        new ClientboundEntityPositionSyncPacket(7, THERE, true)),
                same(
                        new ModelPacket.Teleport(7, 1.5, 64, -2.25, 0, false),
                        new ClientboundTeleportEntityPacket(7, THERE, Set.of(), true)),
                head(7, -12),
                same(new ModelPacket.Motion(7, 1), new ClientboundSetEntityMotionPacket(7, new Vec3(1, 0, 0))),
                passengers(7, 8, 9, 70_000),
                passengers(7),
                same(new ModelPacket.EntityEvent(7, 35), new ClientboundEntityEventPacket(7, (byte) 35)),
                alike(new ModelPacket.EntityEvent(7, 35), new ClientboundRemoveMobEffectPacket(7, new Holder<>(9))),
                alike(
                        new ModelPacket.EntityEvent(7, 35),
                        new ClientboundUpdateMobEffectPacket(7, new Holder<>(9), 1, 2, (byte) 3)),
                alike(new ModelPacket.EntityEvent(7, 35), new ClientboundProjectilePowerPacket(7, 0.5)),
                alike(new ModelPacket.EntityEvent(7, 35), new ClientboundMoveMinecartPacket(7, List.of())),
                same(new ModelPacket.Leash(7, 9), new ClientboundSetEntityLinkPacket(7, 9)),
                same(new ModelPacket.PickUp(7, 9), new ClientboundTakeItemEntityPacket(7, 9, 64)),
                same(new ModelPacket.Animate(7), new ClientboundAnimatePacket(7, 3)),
                alike(new ModelPacket.Animate(7), new ClientboundHurtAnimationPacket(7, 30)),
                same(
                        new ModelPacket.Damage(7, 9),
                        new ClientboundDamageEventPacket(7, new Holder<>("arrow"), 9, 10, Optional.empty())),
                same(
                        new ModelPacket.EntitySound(7),
                        new ClientboundSoundEntityPacket(
                                new Holder<>(new SoundEvent("any")), SoundSource.MASTER, 7, 1, 1, 1)),
                same(new ModelPacket.Camera(7), new ClientboundSetCameraPacket(7)),
                alike(new ModelPacket.Camera(7), new ClientboundMountScreenOpenPacket(1, 3, 7)),
                alike(
                        new ModelPacket.Camera(7),
                        new ClientboundPlayerLookAtPacket(Anchor.EYES, 1, 2, 3, 7, Anchor.FEET)));
    }

    /** What the model also knows without its values. */
    static List<SameEvent> indexed() {
        return List.of(
                metadata(7),
                same(
                        new ModelPacket.Attributes(7, new int[] {2, 30, 5, 60}),
                        new ClientboundUpdateAttributesPacket(7, List.of(attribute(2, 30), attribute(5, 60)))),
                same(
                        new ModelPacket.Equipment(7, new int[] {EquipmentSlot.HEAD.ordinal(), 30, 0, 60}),
                        new ClientboundSetEquipmentPacket(
                                7, List.of(worn(EquipmentSlot.HEAD, 30), worn(EquipmentSlot.MAINHAND, 60)))));
    }

    static SameEvent spawn(int id, int profile) {
        boolean isPlayer = profile >= 0;
        return same(
                new ModelPacket.Spawn(id, profile, -30.5, 70.25, 99, 0, 0, 0),
                new ClientboundAddEntityPacket(
                        id,
                        new UUID(0, isPlayer ? profile : NO_PLAYER + id),
                        isPlayer ? EntityType.PLAYER : ARROW,
                        -30.5,
                        70.25,
                        99,
                        new Vec3(0, 0, 0),
                        (byte) 0,
                        (byte) 0,
                        (byte) 0,
                        isPlayer ? 0 : 9));
    }

    private static SameEvent bobber(int id, int angler) {
        return same(
                new ModelPacket.Bobber(id, angler, -30.5, 70.25, 99),
                new ClientboundAddEntityPacket(
                        id,
                        new UUID(0, NO_PLAYER + id),
                        EntityType.FISHING_BOBBER,
                        -30.5,
                        70.25,
                        99,
                        new Vec3(0, 0, 0),
                        (byte) 0,
                        (byte) 0,
                        (byte) 0,
                        angler));
    }

    static SameEvent head(int id, int yaw) {
        return same(new ModelPacket.Head(id, yaw), new ClientboundRotateHeadPacket(id, (byte) yaw));
    }

    static SameEvent metadata(int id) {
        return same(
                new ModelPacket.Metadata(id, new int[] {3, 30, 9, 60}),
                new ClientboundSetEntityDataPacket(id, List.of(data(3, 30), data(9, 60))));
    }

    static SameEvent passengers(int vehicle, int... passengers) {
        return same(
                new ModelPacket.Passengers(vehicle, passengers),
                new ClientboundSetPassengersPacket(vehicle, passengers));
    }

    private static SynchedEntityData.DataValue<?> data(int index, int value) {
        return new SynchedEntityData.DataValue<>(index, new EntityDataSerializer<>("any"), value);
    }

    private static AttributeSnapshot attribute(int number, int base) {
        return new AttributeSnapshot(new Holder<>(number), base, List.of());
    }

    private static Pair<EquipmentSlot, ItemStack> worn(EquipmentSlot slot, int item) {
        return Pair.of(slot, new ItemStack(item));
    }
}
