package dev.sluice.testbed.shape;

import net.kyori.adventure.nbt.CompoundBinaryTag;
import net.kyori.adventure.sound.Sound;
import net.minecraft.core.particles.ParticleOptions;
import net.minecraft.nbt.CompoundTag;
import net.minecraft.network.protocol.Packet;
import net.minecraft.network.protocol.common.ClientboundKeepAlivePacket;
import net.minecraft.network.protocol.common.ClientboundPingPacket;
import net.minecraft.network.protocol.game.ClientboundBlockChangedAckPacket;
import net.minecraft.network.protocol.game.ClientboundBlockDestructionPacket;
import net.minecraft.network.protocol.game.ClientboundBlockEntityDataPacket;
import net.minecraft.network.protocol.game.ClientboundBlockEventPacket;
import net.minecraft.network.protocol.game.ClientboundBlockUpdatePacket;
import net.minecraft.network.protocol.game.ClientboundBundleDelimiterPacket;
import net.minecraft.network.protocol.game.ClientboundChunkBatchFinishedPacket;
import net.minecraft.network.protocol.game.ClientboundChunkBatchStartPacket;
import net.minecraft.network.protocol.game.ClientboundChunksBiomesPacket;
import net.minecraft.network.protocol.game.ClientboundForgetLevelChunkPacket;
import net.minecraft.network.protocol.game.ClientboundLevelChunkWithLightPacket;
import net.minecraft.network.protocol.game.ClientboundLevelEventPacket;
import net.minecraft.network.protocol.game.ClientboundLevelParticlesPacket;
import net.minecraft.network.protocol.game.ClientboundLightUpdatePacket;
import net.minecraft.network.protocol.game.ClientboundLoginPacket;
import net.minecraft.network.protocol.game.ClientboundOpenSignEditorPacket;
import net.minecraft.network.protocol.game.ClientboundPlayerPositionPacket;
import net.minecraft.network.protocol.game.ClientboundPlayerRotationPacket;
import net.minecraft.network.protocol.game.ClientboundRespawnPacket;
import net.minecraft.network.protocol.game.ClientboundSectionBlocksUpdatePacket;
import net.minecraft.network.protocol.game.ClientboundSetChunkCacheCenterPacket;
import net.minecraft.network.protocol.game.ClientboundSetChunkCacheRadiusPacket;
import net.minecraft.network.protocol.game.ClientboundSoundPacket;
import net.minecraft.network.protocol.game.ClientboundStartConfigurationPacket;
import net.minecraft.sounds.SoundSource;
import net.minecraft.world.level.ChunkPos;
import net.minecraft.world.level.block.Block;
import net.minecraft.world.level.block.entity.BlockEntityType;
import net.minecraft.world.level.block.piston.PistonBaseBlock;
import net.minecraft.world.level.block.state.BlockState;
import net.minecraft.world.phys.Vec3;
import net.minestom.server.network.packet.server.ServerPacket;
import net.minestom.server.network.packet.server.common.KeepAlivePacket;
import net.minestom.server.network.packet.server.common.PingPacket;
import net.minestom.server.network.packet.server.play.AcknowledgeBlockChangePacket;
import net.minestom.server.network.packet.server.play.BlockActionPacket;
import net.minestom.server.network.packet.server.play.BlockBreakAnimationPacket;
import net.minestom.server.network.packet.server.play.BlockChangePacket;
import net.minestom.server.network.packet.server.play.BlockEntityDataPacket;
import net.minestom.server.network.packet.server.play.BundlePacket;
import net.minestom.server.network.packet.server.play.ChunkBatchFinishedPacket;
import net.minestom.server.network.packet.server.play.ChunkBatchStartPacket;
import net.minestom.server.network.packet.server.play.ChunkBiomesPacket;
import net.minestom.server.network.packet.server.play.ChunkDataPacket;
import net.minestom.server.network.packet.server.play.JoinGamePacket;
import net.minestom.server.network.packet.server.play.MultiBlockChangePacket;
import net.minestom.server.network.packet.server.play.OpenSignEditorPacket;
import net.minestom.server.network.packet.server.play.ParticlePacket;
import net.minestom.server.network.packet.server.play.PlayerPositionAndLookPacket;
import net.minestom.server.network.packet.server.play.PlayerRotationPacket;
import net.minestom.server.network.packet.server.play.RespawnPacket;
import net.minestom.server.network.packet.server.play.SoundEffectPacket;
import net.minestom.server.network.packet.server.play.StartConfigurationPacket;
import net.minestom.server.network.packet.server.play.UnloadChunkPacket;
import net.minestom.server.network.packet.server.play.UpdateLightPacket;
import net.minestom.server.network.packet.server.play.UpdateViewDistancePacket;
import net.minestom.server.network.packet.server.play.UpdateViewPositionPacket;
import net.minestom.server.network.packet.server.play.WorldEventPacket;
import net.minestom.server.particle.Particle;
import net.minestom.server.sound.SoundEvent;
import org.jspecify.annotations.Nullable;

/** Packets about blocks, chunks, places and worlds. */
final class WorldShapes {
    private WorldShapes() {}

    static @Nullable Packet<?> toShape(ServerPacket.Play packet) {
        return switch (packet) {
            case ChunkDataPacket p -> ChunkShapes.chunk(p);
            case UpdateLightPacket p ->
                new ClientboundLightUpdatePacket(p.chunkX(), p.chunkZ(), ChunkShapes.light(p.lightData()));
            case ChunkBiomesPacket p ->
                new ClientboundChunksBiomesPacket(p.chunks().stream()
                        .map(one -> new ClientboundChunksBiomesPacket.ChunkBiomeData(
                                new ChunkPos(one.chunkX(), one.chunkZ()), one.data()))
                        .toList());
            case ChunkBatchStartPacket p -> ClientboundChunkBatchStartPacket.INSTANCE;
            case ChunkBatchFinishedPacket p -> new ClientboundChunkBatchFinishedPacket(p.batchSize());
            case UnloadChunkPacket p -> new ClientboundForgetLevelChunkPacket(new ChunkPos(p.chunkX(), p.chunkZ()));
            case BlockChangePacket p ->
                new ClientboundBlockUpdatePacket(Values.block(p.blockPosition()), new BlockState(p.blockStateId()));
            case MultiBlockChangePacket p -> ChunkShapes.blocks(p);
            case BlockEntityDataPacket p ->
                new ClientboundBlockEntityDataPacket(
                        Values.block(p.blockPosition()),
                        new BlockEntityType<>(p.type()),
                        p.data() == null ? null : new CompoundTag(p.data()));
            case BlockActionPacket p ->
                new ClientboundBlockEventPacket(
                        Values.block(p.blockPosition()),
                        p.actionId() & 0xff,
                        p.actionParam() & 0xff,
                        kind(p.blockId()));
            case BlockBreakAnimationPacket p ->
                new ClientboundBlockDestructionPacket(p.entityId(), Values.block(p.blockPosition()), p.destroyStage());
            case AcknowledgeBlockChangePacket p -> new ClientboundBlockChangedAckPacket(p.sequence());
            case UpdateViewPositionPacket p -> new ClientboundSetChunkCacheCenterPacket(p.chunkX(), p.chunkZ());
            case UpdateViewDistancePacket p -> new ClientboundSetChunkCacheRadiusPacket(p.viewDistance());
            case ParticlePacket p ->
                new ClientboundLevelParticlesPacket(
                        p.x(),
                        p.y(),
                        p.z(),
                        p.offsetX(),
                        p.offsetY(),
                        p.offsetZ(),
                        p.maxSpeed(),
                        p.particleCount(),
                        p.overrideLimiter(),
                        p.longDistance(),
                        new ParticleOptions(p.particle()));
            case WorldEventPacket p ->
                new ClientboundLevelEventPacket(
                        p.effectId(), Values.block(p.position()), p.data(), p.disableRelativeVolume());
            case SoundEffectPacket p ->
                new ClientboundSoundPacket(
                        Values.holder(p.soundEvent()),
                        Values.same(p.source(), SoundSource.values()),
                        (int) (p.origin().x() * 8),
                        (int) (p.origin().y() * 8),
                        (int) (p.origin().z() * 8),
                        p.volume(),
                        p.pitch(),
                        p.seed());
            case PlayerPositionAndLookPacket p ->
                new ClientboundPlayerPositionPacket(
                        p.teleportId(),
                        Values.pose(p.position(), p.delta(), p.yaw(), p.pitch()),
                        Values.relatives(p.flags()));
            case PlayerRotationPacket p ->
                new ClientboundPlayerRotationPacket(p.yaw(), p.relativeYaw(), p.pitch(), p.relativePitch());
            case OpenSignEditorPacket p ->
                new ClientboundOpenSignEditorPacket(Values.block(p.position()), p.isFrontText());
            case PingPacket p -> new ClientboundPingPacket(p.id());
            case KeepAlivePacket p -> new ClientboundKeepAlivePacket(p.id());
            case BundlePacket p -> new ClientboundBundleDelimiterPacket();
            case JoinGamePacket p -> SpawnInfos.login(p);
            case RespawnPacket p -> SpawnInfos.respawn(p);
            case StartConfigurationPacket p -> ClientboundStartConfigurationPacket.INSTANCE;
            default -> null;
        };
    }

    static ServerPacket.@Nullable Play toMinestom(Packet<?> shape) {
        return switch (shape) {
            case ClientboundLevelChunkWithLightPacket p -> ChunkShapes.chunk(p);
            case ClientboundLightUpdatePacket p ->
                new UpdateLightPacket(p.x(), p.z(), ChunkShapes.light(p.lightData()));
            case ClientboundChunksBiomesPacket p ->
                new ChunkBiomesPacket(p.chunkBiomeData().stream()
                        .map(one -> new ChunkBiomesPacket.ChunkBiomeData(
                                one.pos().x(), one.pos().z(), one.buffer()))
                        .toList());
            case ClientboundChunkBatchStartPacket p -> new ChunkBatchStartPacket();
            case ClientboundChunkBatchFinishedPacket p -> new ChunkBatchFinishedPacket(p.batchSize());
            case ClientboundForgetLevelChunkPacket p ->
                new UnloadChunkPacket(p.pos().x(), p.pos().z());
            case ClientboundBlockUpdatePacket p ->
                new BlockChangePacket(Values.point(p.pos()), p.blockState().id());
            case ClientboundSectionBlocksUpdatePacket p -> ChunkShapes.blocks(p);
            case ClientboundBlockEntityDataPacket p ->
                new BlockEntityDataPacket(
                        Values.point(p.pos()),
                        (net.minestom.server.instance.block.BlockEntityType)
                                p.type().body(),
                        p.tag() == null ? null : (CompoundBinaryTag) p.tag().body());
            case ClientboundBlockEventPacket p ->
                new BlockActionPacket(
                        Values.point(p.pos()),
                        (byte) p.b0(),
                        (byte) p.b1(),
                        p.block().id());
            case ClientboundBlockDestructionPacket p ->
                new BlockBreakAnimationPacket(p.id(), Values.point(p.pos()), (byte) p.progress());
            case ClientboundBlockChangedAckPacket p -> new AcknowledgeBlockChangePacket(p.sequence());
            case ClientboundSetChunkCacheCenterPacket p -> new UpdateViewPositionPacket(p.x(), p.z());
            case ClientboundSetChunkCacheRadiusPacket p -> new UpdateViewDistancePacket(p.radius());
            case ClientboundLevelParticlesPacket p ->
                new ParticlePacket(
                        (Particle) p.particle().body(),
                        p.overrideLimiter(),
                        p.alwaysShow(),
                        p.x(),
                        p.y(),
                        p.z(),
                        p.xDist(),
                        p.yDist(),
                        p.zDist(),
                        p.maxSpeed(),
                        p.count());
            case ClientboundLevelEventPacket p ->
                new WorldEventPacket(p.type(), Values.point(p.pos()), p.data(), p.globalEvent());
            case ClientboundSoundPacket p ->
                new SoundEffectPacket(
                        (SoundEvent) p.sound().body(),
                        Values.same(p.source(), Sound.Source.values()),
                        Values.vec(new Vec3(p.x() / 8.0, p.y() / 8.0, p.z() / 8.0)),
                        p.volume(),
                        p.pitch(),
                        p.seed());
            case ClientboundPlayerPositionPacket p ->
                new PlayerPositionAndLookPacket(
                        p.id(),
                        Values.vec(p.change().position()),
                        Values.vec(p.change().deltaMovement()),
                        p.change().yRot(),
                        p.change().xRot(),
                        Values.flags(p.relatives()));
            case ClientboundPlayerRotationPacket p ->
                new PlayerRotationPacket(p.yRot(), p.relativeY(), p.xRot(), p.relativeX());
            case ClientboundOpenSignEditorPacket p -> new OpenSignEditorPacket(Values.point(p.pos()), p.isFrontText());
            case ClientboundPingPacket p -> new PingPacket(p.id());
            case ClientboundKeepAlivePacket p -> new KeepAlivePacket(p.id());
            case ClientboundBundleDelimiterPacket p -> new BundlePacket();
            case ClientboundLoginPacket p -> SpawnInfos.login(p);
            case ClientboundRespawnPacket p -> SpawnInfos.respawn(p);
            case ClientboundStartConfigurationPacket p -> new StartConfigurationPacket();
            default -> null;
        };
    }

    /** A kind of block, by its number. */
    private static Block kind(int id) {
        boolean piston = id == net.minestom.server.instance.block.Block.PISTON.id()
                || id == net.minestom.server.instance.block.Block.STICKY_PISTON.id();
        return piston ? new PistonBaseBlock(id) : new Block(id);
    }
}
