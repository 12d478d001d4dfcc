package dev.sluice.testbed.shape;

import java.util.List;
import net.minecraft.core.BlockPos;
import net.minecraft.core.Direction;
import net.minecraft.network.protocol.common.ServerboundPongPacket;
import net.minecraft.network.protocol.game.ServerboundPlayerActionPacket;
import net.minecraft.network.protocol.game.ServerboundSignUpdatePacket;
import net.minecraft.network.protocol.game.ServerboundUseItemOnPacket;
import net.minecraft.network.protocol.game.ServerboundUseItemPacket;
import net.minecraft.world.InteractionHand;
import net.minecraft.world.phys.BlockHitResult;
import net.minecraft.world.phys.Vec3;
import net.minestom.server.entity.PlayerHand;
import net.minestom.server.instance.block.BlockFace;
import net.minestom.server.network.packet.client.ClientPacket;
import net.minestom.server.network.packet.client.common.ClientPongPacket;
import net.minestom.server.network.packet.client.play.ClientPlayerActionPacket;
import net.minestom.server.network.packet.client.play.ClientPlayerBlockPlacementPacket;
import net.minestom.server.network.packet.client.play.ClientUpdateSignPacket;
import net.minestom.server.network.packet.client.play.ClientUseItemPacket;

/** Converts those of the clients' packets that plugins look for; what has no shape stays what it is. */
public final class ClientShapes {
    private ClientShapes() {}

    /** To the server's shape; the packet itself if it has none. */
    public static Object toShape(ClientPacket packet) {
        return switch (packet) {
            case ClientPongPacket p -> new ServerboundPongPacket(p.id());
            case ClientPlayerActionPacket p ->
                new ServerboundPlayerActionPacket(
                        Values.same(p.status(), ServerboundPlayerActionPacket.Action.values()),
                        Values.block(p.blockPosition()),
                        Values.same(p.blockFace(), Direction.values()),
                        p.sequence());
            case ClientPlayerBlockPlacementPacket p ->
                new ServerboundUseItemOnPacket(Values.same(p.hand(), InteractionHand.values()), hit(p), p.sequence());
            case ClientUseItemPacket p ->
                new ServerboundUseItemPacket(
                        Values.same(p.hand(), InteractionHand.values()), p.sequence(), p.yaw(), p.pitch());
            case ClientUpdateSignPacket p ->
                new ServerboundSignUpdatePacket(
                        Values.block(p.blockPosition()),
                        p.isFrontText(),
                        p.lines().get(0),
                        p.lines().get(1),
                        p.lines().get(2),
                        p.lines().get(3));
            default -> packet;
        };
    }

    /**
     * From the shape's own fields.
     *
     * @throws IllegalArgumentException for what no client sends
     */
    public static ClientPacket toMinestom(Object packet) {
        return switch (packet) {
            case ServerboundPongPacket p -> new ClientPongPacket(p.id());
            case ServerboundPlayerActionPacket p ->
                new ClientPlayerActionPacket(
                        Values.same(p.getAction(), ClientPlayerActionPacket.Status.values()),
                        Values.point(p.getPos()),
                        Values.same(p.getDirection(), BlockFace.values()),
                        p.getSequence());
            case ServerboundUseItemOnPacket p -> placement(p);
            case ServerboundUseItemPacket p ->
                new ClientUseItemPacket(
                        Values.same(p.getHand(), PlayerHand.values()), p.getSequence(), p.getYRot(), p.getXRot());
            case ServerboundSignUpdatePacket p ->
                new ClientUpdateSignPacket(Values.point(p.getPos()), p.isFrontText(), List.of(p.getLines()));
            case ClientPacket other -> other;
            default -> throw new IllegalArgumentException("No packet of a client: " + packet.getClass());
        };
    }

    private static BlockHitResult hit(ClientPlayerBlockPlacementPacket packet) {
        BlockPos block = Values.block(packet.blockPosition());
        Vec3 location = new Vec3(
                (double) block.getX() + packet.cursorPositionX(),
                (double) block.getY() + packet.cursorPositionY(),
                (double) block.getZ() + packet.cursorPositionZ());
        return new BlockHitResult(
                location,
                Values.same(packet.blockFace(), Direction.values()),
                block,
                packet.insideBlock(),
                packet.hitWorldBorder());
    }

    private static ClientPlayerBlockPlacementPacket placement(ServerboundUseItemOnPacket packet) {
        BlockHitResult hit = packet.getHitResult();
        BlockPos block = hit.getBlockPos();
        return new ClientPlayerBlockPlacementPacket(
                Values.same(packet.getHand(), PlayerHand.values()),
                Values.point(block),
                Values.same(hit.getDirection(), BlockFace.values()),
                (float) (hit.getLocation().x - block.getX()),
                (float) (hit.getLocation().y - block.getY()),
                (float) (hit.getLocation().z - block.getZ()),
                hit.isInside(),
                hit.isWorldBorderHit(),
                packet.getSequence());
    }
}
