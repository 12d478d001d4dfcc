package dev.sluice.testbed.shape;

import com.mojang.datafixers.util.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.minecraft.commands.arguments.EntityAnchorArgument;
import net.minecraft.network.protocol.game.ClientboundPlayerLookAtPacket;
import net.minecraft.network.protocol.game.ClientboundSetEntityDataPacket;
import net.minecraft.network.protocol.game.ClientboundSetEquipmentPacket;
import net.minecraft.network.protocol.game.ClientboundTeleportEntityPacket;
import net.minecraft.network.protocol.game.ClientboundUpdateAttributesPacket;
import net.minecraft.network.syncher.EntityDataSerializer;
import net.minecraft.network.syncher.SynchedEntityData;
import net.minecraft.world.entity.EquipmentSlot;
import net.minecraft.world.entity.PositionMoveRotation;
import net.minecraft.world.entity.ai.attributes.AttributeModifier;
import net.minecraft.world.entity.vehicle.minecart.NewMinecartBehavior;
import net.minecraft.world.item.ItemStack;
import net.minestom.server.coordinate.Pos;
import net.minestom.server.coordinate.Vec;
import net.minestom.server.entity.Metadata;
import net.minestom.server.network.packet.server.play.EntityAttributesPacket;
import net.minestom.server.network.packet.server.play.EntityEquipmentPacket;
import net.minestom.server.network.packet.server.play.EntityMetaDataPacket;
import net.minestom.server.network.packet.server.play.EntityTeleportPacket;
import net.minestom.server.network.packet.server.play.FacePlayerPacket;
import net.minestom.server.network.packet.server.play.MoveMinecartPacket;

/** The parts of entities' packets that are more than one value. */
final class EntityParts {
    private EntityParts() {}

    static List<SynchedEntityData.DataValue<?>> dataValues(EntityMetaDataPacket packet) {
        List<SynchedEntityData.DataValue<?>> values = new ArrayList<>();
        packet.entries()
                .forEach((id, entry) -> values.add(
                        new SynchedEntityData.DataValue<Object>(id, new EntityDataSerializer<>(entry.type()), entry)));
        return values;
    }

    static EntityMetaDataPacket metadata(ClientboundSetEntityDataPacket shape) {
        Map<Integer, Metadata.Entry<?>> entries = new LinkedHashMap<>();
        shape.packedItems().forEach(value -> entries.put(value.id(), (Metadata.Entry<?>) value.value()));
        return new EntityMetaDataPacket(shape.id(), entries);
    }

    static List<Pair<EquipmentSlot, ItemStack>> slots(EntityEquipmentPacket packet) {
        List<Pair<EquipmentSlot, ItemStack>> slots = new ArrayList<>();
        packet.equipments()
                .forEach((slot, item) ->
                        slots.add(Pair.of(Values.same(slot, EquipmentSlot.values()), new ItemStack(item))));
        return slots;
    }

    static EntityEquipmentPacket equipment(ClientboundSetEquipmentPacket shape) {
        Map<net.minestom.server.entity.EquipmentSlot, net.minestom.server.item.ItemStack> items = new LinkedHashMap<>();
        shape.slots()
                .forEach(pair -> items.put(
                        Values.same(pair.getFirst(), net.minestom.server.entity.EquipmentSlot.values()),
                        (net.minestom.server.item.ItemStack) pair.getSecond().body()));
        return new EntityEquipmentPacket(shape.entity(), items);
    }

    static ClientboundUpdateAttributesPacket.AttributeSnapshot attribute(EntityAttributesPacket.Property property) {
        return new ClientboundUpdateAttributesPacket.AttributeSnapshot(
                Values.holder(property.attribute()),
                property.value(),
                property.modifiers().stream().map(AttributeModifier::new).toList());
    }

    static EntityAttributesPacket.Property property(ClientboundUpdateAttributesPacket.AttributeSnapshot shape) {
        return new EntityAttributesPacket.Property(
                (net.minestom.server.entity.attribute.Attribute)
                        shape.attribute().body(),
                shape.base(),
                shape.modifiers().stream()
                        .map(modifier -> (net.minestom.server.entity.attribute.AttributeModifier) modifier.body())
                        .toList());
    }

    static NewMinecartBehavior.MinecartStep step(MoveMinecartPacket.LerpStep step) {
        return new NewMinecartBehavior.MinecartStep(
                Values.vec3(step.position()), Values.vec3(step.velocity()), step.yaw(), step.pitch(), step.weight());
    }

    static MoveMinecartPacket.LerpStep lerp(NewMinecartBehavior.MinecartStep step) {
        return new MoveMinecartPacket.LerpStep(
                Values.vec(step.position()), Values.vec(step.movement()), step.yRot(), step.xRot(), step.weight());
    }

    static EntityTeleportPacket teleport(ClientboundTeleportEntityPacket shape) {
        PositionMoveRotation change = shape.change();
        return new EntityTeleportPacket(
                shape.id(),
                new Pos(change.position().x, change.position().y, change.position().z, change.yRot(), change.xRot()),
                Values.vec(change.deltaMovement()),
                Values.flags(shape.relatives()),
                shape.onGround());
    }

    static ClientboundPlayerLookAtPacket look(FacePlayerPacket packet) {
        FacePlayerPacket.FacePosition to = packet.entityFacePosition();
        return new ClientboundPlayerLookAtPacket(
                Values.same(packet.facePosition(), EntityAnchorArgument.Anchor.values()),
                packet.target().x(),
                packet.target().y(),
                packet.target().z(),
                packet.entityId(),
                to == null ? null : Values.same(to, EntityAnchorArgument.Anchor.values()));
    }

    static FacePlayerPacket look(ClientboundPlayerLookAtPacket shape) {
        EntityAnchorArgument.Anchor to = shape.toAnchor();
        return new FacePlayerPacket(
                Values.same(shape.fromAnchor(), FacePlayerPacket.FacePosition.values()),
                new Vec(shape.x(), shape.y(), shape.z()),
                shape.entity(),
                to == null ? null : Values.same(to, FacePlayerPacket.FacePosition.values()));
    }
}
