package dev.sluice.testbed.shape;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import java.util.Optional;
import net.kyori.adventure.sound.Sound;
import net.minecraft.network.protocol.Packet;
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
import net.minecraft.network.protocol.game.ClientboundUpdateMobEffectPacket;
import net.minecraft.sounds.SoundSource;
import net.minecraft.world.entity.EntityType;
import net.minestom.server.coordinate.Pos;
import net.minestom.server.network.packet.server.ServerPacket;
import net.minestom.server.network.packet.server.play.AttachEntityPacket;
import net.minestom.server.network.packet.server.play.CameraPacket;
import net.minestom.server.network.packet.server.play.CollectItemPacket;
import net.minestom.server.network.packet.server.play.DamageEventPacket;
import net.minestom.server.network.packet.server.play.DestroyEntitiesPacket;
import net.minestom.server.network.packet.server.play.EntityAnimationPacket;
import net.minestom.server.network.packet.server.play.EntityAttributesPacket;
import net.minestom.server.network.packet.server.play.EntityEffectPacket;
import net.minestom.server.network.packet.server.play.EntityEquipmentPacket;
import net.minestom.server.network.packet.server.play.EntityHeadLookPacket;
import net.minestom.server.network.packet.server.play.EntityMetaDataPacket;
import net.minestom.server.network.packet.server.play.EntityPositionAndRotationPacket;
import net.minestom.server.network.packet.server.play.EntityPositionPacket;
import net.minestom.server.network.packet.server.play.EntityPositionSyncPacket;
import net.minestom.server.network.packet.server.play.EntityRotationPacket;
import net.minestom.server.network.packet.server.play.EntitySoundEffectPacket;
import net.minestom.server.network.packet.server.play.EntityStatusPacket;
import net.minestom.server.network.packet.server.play.EntityTeleportPacket;
import net.minestom.server.network.packet.server.play.EntityVelocityPacket;
import net.minestom.server.network.packet.server.play.FacePlayerPacket;
import net.minestom.server.network.packet.server.play.HitAnimationPacket;
import net.minestom.server.network.packet.server.play.MoveMinecartPacket;
import net.minestom.server.network.packet.server.play.OpenHorseWindowPacket;
import net.minestom.server.network.packet.server.play.ProjectilePowerPacket;
import net.minestom.server.network.packet.server.play.RemoveEntityEffectPacket;
import net.minestom.server.network.packet.server.play.SetPassengersPacket;
import net.minestom.server.network.packet.server.play.SpawnEntityPacket;
import net.minestom.server.potion.Potion;
import net.minestom.server.potion.PotionEffect;
import net.minestom.server.sound.SoundEvent;
import org.jspecify.annotations.Nullable;

/** Packets about entities. */
final class EntityShapes {
    private EntityShapes() {}

    static @Nullable Packet<?> toShape(ServerPacket.Play packet) {
        return switch (packet) {
            case SpawnEntityPacket p ->
                new ClientboundAddEntityPacket(
                        p.entityId(),
                        p.uuid(),
                        new EntityType<>(p.type()),
                        p.position().x(),
                        p.position().y(),
                        p.position().z(),
                        Values.vec3(p.velocity()),
                        Values.angle(p.position().pitch()),
                        Values.angle(p.position().yaw()),
                        Values.angle(p.headRot()),
                        p.data());
            case EntityAnimationPacket p ->
                new ClientboundAnimatePacket(p.entityId(), p.animation().ordinal());
            case EntityStatusPacket p -> new ClientboundEntityEventPacket(p.entityId(), p.status());
            case EntityPositionSyncPacket p ->
                new ClientboundEntityPositionSyncPacket(
                        p.entityId(), Values.pose(p.position(), p.delta(), p.yaw(), p.pitch()), p.onGround());
            case EntityPositionPacket p ->
                new ClientboundMoveEntityPacket.Pos(p.entityId(), p.deltaX(), p.deltaY(), p.deltaZ(), p.onGround());
            case EntityPositionAndRotationPacket p ->
                new ClientboundMoveEntityPacket.PosRot(
                        p.entityId(),
                        p.deltaX(),
                        p.deltaY(),
                        p.deltaZ(),
                        Values.angle(p.yaw()),
                        Values.angle(p.pitch()),
                        p.onGround());
            case EntityRotationPacket p ->
                new ClientboundMoveEntityPacket.Rot(
                        p.entityId(), Values.angle(p.yaw()), Values.angle(p.pitch()), p.onGround());
            case EntityHeadLookPacket p -> new ClientboundRotateHeadPacket(p.entityId(), Values.angle(p.yaw()));
            case EntityVelocityPacket p ->
                new ClientboundSetEntityMotionPacket(p.entityId(), Values.vec3(p.velocity()));
            case EntityTeleportPacket p ->
                new ClientboundTeleportEntityPacket(
                        p.entityId(),
                        Values.pose(
                                p.position(),
                                p.delta(),
                                p.position().yaw(),
                                p.position().pitch()),
                        Values.relatives(p.flags()),
                        p.onGround());
            case DestroyEntitiesPacket p -> new ClientboundRemoveEntitiesPacket(new IntArrayList(p.entityIds()));
            case EntityMetaDataPacket p -> new ClientboundSetEntityDataPacket(p.entityId(), EntityParts.dataValues(p));
            case EntityEquipmentPacket p -> new ClientboundSetEquipmentPacket(p.entityId(), EntityParts.slots(p), true);
            case EntityAttributesPacket p ->
                new ClientboundUpdateAttributesPacket(
                        p.entityId(),
                        p.properties().stream().map(EntityParts::attribute).toList());
            case SetPassengersPacket p ->
                new ClientboundSetPassengersPacket(
                        p.vehicleEntityId(),
                        p.passengersId().stream().mapToInt(Integer::intValue).toArray());
            case AttachEntityPacket p -> new ClientboundSetEntityLinkPacket(p.attachedEntityId(), p.holdingEntityId());
            case CollectItemPacket p ->
                new ClientboundTakeItemEntityPacket(p.collectedEntityId(), p.collectorEntityId(), p.pickupItemCount());
            case EntityEffectPacket p ->
                new ClientboundUpdateMobEffectPacket(
                        p.entityId(),
                        Values.holder(p.potion().effect()),
                        p.potion().amplifier(),
                        p.potion().duration(),
                        p.potion().flags());
            case RemoveEntityEffectPacket p ->
                new ClientboundRemoveMobEffectPacket(p.entityId(), Values.holder(p.potionEffect()));
            case EntitySoundEffectPacket p ->
                new ClientboundSoundEntityPacket(
                        Values.holder(p.soundEvent()),
                        Values.same(p.source(), SoundSource.values()),
                        p.entityId(),
                        p.volume(),
                        p.pitch(),
                        p.seed());
            case DamageEventPacket p ->
                new ClientboundDamageEventPacket(
                        p.targetEntityId(),
                        Values.holder(p.damageTypeId()),
                        p.sourceEntityId(),
                        p.sourceDirectId(),
                        Optional.ofNullable(p.sourcePos()).map(Values::vec3));
            case HitAnimationPacket p -> new ClientboundHurtAnimationPacket(p.entityId(), p.yaw());
            case ProjectilePowerPacket p -> new ClientboundProjectilePowerPacket(p.entityId(), p.accelerationPower());
            case CameraPacket p -> new ClientboundSetCameraPacket(p.cameraId());
            case FacePlayerPacket p -> EntityParts.look(p);
            case OpenHorseWindowPacket p ->
                new ClientboundMountScreenOpenPacket(p.windowId(), p.slotCount(), p.entityId());
            case MoveMinecartPacket p ->
                new ClientboundMoveMinecartPacket(
                        p.entityId(),
                        p.lerpSteps().stream().map(EntityParts::step).toList());
            default -> null;
        };
    }

    static ServerPacket.@Nullable Play toMinestom(Packet<?> shape) {
        return switch (shape) {
            case ClientboundAddEntityPacket p ->
                new SpawnEntityPacket(
                        p.id(),
                        p.uuid(),
                        (net.minestom.server.entity.EntityType) p.type().body(),
                        new Pos(p.x(), p.y(), p.z(), Values.degrees(p.yRot()), Values.degrees(p.xRot())),
                        Values.degrees(p.yHeadRot()),
                        p.data(),
                        Values.vec(p.movement()));
            case ClientboundAnimatePacket p ->
                new EntityAnimationPacket(p.id(), EntityAnimationPacket.Animation.values()[p.action()]);
            case ClientboundEntityEventPacket p -> new EntityStatusPacket(p.entityId(), p.eventId());
            case ClientboundEntityPositionSyncPacket p ->
                new EntityPositionSyncPacket(
                        p.id(),
                        Values.vec(p.values().position()),
                        Values.vec(p.values().deltaMovement()),
                        p.values().yRot(),
                        p.values().xRot(),
                        p.onGround());
            case ClientboundMoveEntityPacket.Pos p ->
                new EntityPositionPacket(p.entityId(), p.getXa(), p.getYa(), p.getZa(), p.isOnGround());
            case ClientboundMoveEntityPacket.PosRot p ->
                new EntityPositionAndRotationPacket(
                        p.entityId(),
                        p.getXa(),
                        p.getYa(),
                        p.getZa(),
                        Values.degrees(p.yRot()),
                        Values.degrees(p.xRot()),
                        p.isOnGround());
            case ClientboundMoveEntityPacket.Rot p ->
                new EntityRotationPacket(
                        p.entityId(), Values.degrees(p.yRot()), Values.degrees(p.xRot()), p.isOnGround());
            case ClientboundRotateHeadPacket p -> new EntityHeadLookPacket(p.entityId(), Values.degrees(p.yHeadRot()));
            case ClientboundSetEntityMotionPacket p -> new EntityVelocityPacket(p.id(), Values.vec(p.movement()));
            case ClientboundTeleportEntityPacket p -> EntityParts.teleport(p);
            case ClientboundRemoveEntitiesPacket p -> new DestroyEntitiesPacket(List.copyOf(p.entityIds()));
            case ClientboundSetEntityDataPacket p -> EntityParts.metadata(p);
            case ClientboundSetEquipmentPacket p -> EntityParts.equipment(p);
            case ClientboundUpdateAttributesPacket p ->
                new EntityAttributesPacket(
                        p.entityId(),
                        p.attributes().stream().map(EntityParts::property).toList());
            case ClientboundSetPassengersPacket p ->
                new SetPassengersPacket(p.vehicle(), new IntArrayList(p.passengers()));
            case ClientboundSetEntityLinkPacket p -> new AttachEntityPacket(p.sourceId(), p.destId());
            case ClientboundTakeItemEntityPacket p -> new CollectItemPacket(p.itemId(), p.playerId(), p.amount());
            case ClientboundUpdateMobEffectPacket p ->
                new EntityEffectPacket(
                        p.entityId(),
                        new Potion(
                                (PotionEffect) p.effect().body(),
                                p.effectAmplifier(),
                                p.effectDurationTicks(),
                                p.flags()));
            case ClientboundRemoveMobEffectPacket p ->
                new RemoveEntityEffectPacket(
                        p.entityId(), (PotionEffect) p.effect().body());
            case ClientboundSoundEntityPacket p ->
                new EntitySoundEffectPacket(
                        (SoundEvent) p.sound().body(),
                        Values.same(p.source(), Sound.Source.values()),
                        p.id(),
                        p.volume(),
                        p.pitch(),
                        p.seed());
            case ClientboundDamageEventPacket p ->
                new DamageEventPacket(
                        p.entityId(),
                        (int) p.sourceType().body(),
                        p.sourceCauseId(),
                        p.sourceDirectId(),
                        p.sourcePosition().map(Values::vec).orElse(null));
            case ClientboundHurtAnimationPacket p -> new HitAnimationPacket(p.id(), p.yaw());
            case ClientboundProjectilePowerPacket p -> new ProjectilePowerPacket(p.id(), p.accelerationPower());
            case ClientboundSetCameraPacket p -> new CameraPacket(p.cameraId());
            case ClientboundPlayerLookAtPacket p -> EntityParts.look(p);
            case ClientboundMountScreenOpenPacket p ->
                new OpenHorseWindowPacket(p.containerId(), p.inventoryColumns(), p.entityId());
            case ClientboundMoveMinecartPacket p ->
                new MoveMinecartPacket(
                        p.entityId(),
                        p.lerpSteps().stream().map(EntityParts::lerp).toList());
            default -> null;
        };
    }
}
