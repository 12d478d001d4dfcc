package dev.sluice.protocollib;

import static dev.sluice.protocollib.SameEvent.alike;
import static dev.sluice.protocollib.SameEvent.same;

import dev.sluice.oracle.ModelPacket;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.kyori.adventure.text.Component;
import net.minecraft.core.Holder;
import net.minecraft.core.particles.ParticleOptions;
import net.minecraft.network.chat.MessageSignature;
import net.minecraft.network.chat.MutableComponent;
import net.minecraft.network.protocol.common.ClientboundKeepAlivePacket;
import net.minecraft.network.protocol.game.ClientboundBossEventPacket;
import net.minecraft.network.protocol.game.ClientboundDeleteChatPacket;
import net.minecraft.network.protocol.game.ClientboundDisguisedChatPacket;
import net.minecraft.network.protocol.game.ClientboundLevelParticlesPacket;
import net.minecraft.network.protocol.game.ClientboundLoginPacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoRemovePacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoUpdatePacket.Action;
import net.minecraft.network.protocol.game.ClientboundPlayerPositionPacket;
import net.minecraft.network.protocol.game.ClientboundResetScorePacket;
import net.minecraft.network.protocol.game.ClientboundRespawnPacket;
import net.minecraft.network.protocol.game.ClientboundSetActionBarTextPacket;
import net.minecraft.network.protocol.game.ClientboundSetDisplayObjectivePacket;
import net.minecraft.network.protocol.game.ClientboundSetObjectivePacket;
import net.minecraft.network.protocol.game.ClientboundSetPlayerTeamPacket;
import net.minecraft.network.protocol.game.ClientboundSetScorePacket;
import net.minecraft.network.protocol.game.ClientboundSoundPacket;
import net.minecraft.network.protocol.game.ClientboundStartConfigurationPacket;
import net.minecraft.network.protocol.game.ClientboundStopSoundPacket;
import net.minecraft.network.protocol.game.ClientboundSystemChatPacket;
import net.minecraft.network.protocol.game.ClientboundTabListPacket;
import net.minecraft.sounds.SoundEvent;
import net.minecraft.sounds.SoundSource;
import net.minecraft.world.entity.PositionMoveRotation;
import net.minecraft.world.phys.Vec3;
import net.minestom.server.network.packet.server.ServerPacket;
import net.minestom.server.network.packet.server.play.TickStepPacket;

/** Chat, players, interface and worlds, in the oracle's model and on the server. */
final class SameStreamEvents {

    /** What nobody reads. */
    private static final ServerPacket.Play BODY = new TickStepPacket(1);

    private static final MutableComponent TEXT = new MutableComponent(Component.text("text"));

    private SameStreamEvents() {}

    static List<SameEvent> all() {
        return List.of(
                chat(1),
                alike(
                        new ModelPacket.SystemChat(1),
                        new ClientboundDisguisedChatPacket(
                                TEXT, ServerPackets.line(player(3)).chatType())),
                same(new ModelPacket.PlayerChat(3, 5, 6), ServerPackets.line(player(3))),
                same(
                        new ModelPacket.DeleteChat(5),
                        new ClientboundDeleteChatPacket(new MessageSignature.Packed(5, null))),
                same(
                        new ModelPacket.InfoUpdate(new int[] {3, 4, 1}),
                        ServerPackets.playerInfo(EnumSet.allOf(Action.class), player(3), player(4), player(1))),
                same(
                        new ModelPacket.InfoUpdate(new int[] {3}),
                        ServerPackets.playerInfo(EnumSet.of(Action.ADD_PLAYER), player(3))),
                same(
                        new ModelPacket.InfoSession(3, 6),
                        ServerPackets.playerInfo(EnumSet.of(Action.INITIALIZE_CHAT), player(3))),
                same(
                        new ModelPacket.InfoShown(new int[] {3, 4}, 7),
                        ServerPackets.playerInfo(EnumSet.of(Action.UPDATE_LATENCY), player(3), player(4))),
                same(
                        new ModelPacket.InfoRemove(new int[] {3, 4}),
                        new ClientboundPlayerInfoRemovePacket(List.of(player(3), player(4)))),
                same(new ModelPacket.Overlay(1), new ClientboundSystemChatPacket(TEXT, true)),
                same(new ModelPacket.Interface(1), new ClientboundTabListPacket(BODY)),
                alike(new ModelPacket.Interface(1), new ClientboundBossEventPacket(BODY)),
                alike(new ModelPacket.Interface(1), new ClientboundSetActionBarTextPacket(TEXT)),
                same(new ModelPacket.Score(1), new ClientboundSetScorePacket(BODY)),
                alike(new ModelPacket.Score(1), new ClientboundResetScorePacket(BODY)),
                alike(new ModelPacket.Score(1), new ClientboundSetObjectivePacket(BODY)),
                alike(new ModelPacket.Score(1), new ClientboundSetDisplayObjectivePacket(BODY)),
                alike(new ModelPacket.Score(1), new ClientboundSetPlayerTeamPacket(BODY)),
                sound(),
                same(new ModelPacket.StopSound(), new ClientboundStopSoundPacket(BODY)),
                same(
                        new ModelPacket.Particles(),
                        new ClientboundLevelParticlesPacket(
                                1, 2, 3, 0, 0, 0, 1, 1, false, false, new ParticleOptions("any"))),
                same(new ModelPacket.KeepAlive(5), new ClientboundKeepAlivePacket(5)),
                same(
                        new ModelPacket.OwnPosition(1, 2),
                        new ClientboundPlayerPositionPacket(
                                1,
                                new PositionMoveRotation(new Vec3(1 * 16 + 8, 64, 2 * 16 + 8), new Vec3(0, 0, 0), 0, 0),
                                Set.of())),
                respawn(2),
                same(
                        new ModelPacket.Respawn(2),
                        new ClientboundRespawnPacket(
                                ServerPackets.spawnInfo("2"), ClientboundRespawnPacket.KEEP_ENTITY_DATA)),
                same(
                        new ModelPacket.KeepingRespawn(2),
                        new ClientboundRespawnPacket(
                                ServerPackets.spawnInfo("2"), ClientboundRespawnPacket.KEEP_ALL_DATA)),
                same(new ModelPacket.StartConfiguration(), ClientboundStartConfigurationPacket.INSTANCE),
                same(
                        new ModelPacket.Login(2, 7),
                        new ClientboundLoginPacket(
                                7,
                                false,
                                Set.of(),
                                20,
                                10,
                                10,
                                false,
                                true,
                                false,
                                ServerPackets.spawnInfo("2"),
                                false)));
    }

    static SameEvent chat(int line) {
        return same(new ModelPacket.SystemChat(line), new ClientboundSystemChatPacket(TEXT, false));
    }

    static SameEvent sound() {
        return same(
                new ModelPacket.Sound(1),
                new ClientboundSoundPacket(
                        new Holder<>(new SoundEvent("any")), SoundSource.MASTER, 8, 512, 8, 1, 1, 1));
    }

    static SameEvent respawn(int dimension) {
        return same(
                new ModelPacket.Respawn(dimension),
                new ClientboundRespawnPacket(ServerPackets.spawnInfo("" + dimension), (byte) 0));
    }

    private static UUID player(int profile) {
        return new UUID(0, profile);
    }
}
