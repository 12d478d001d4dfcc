package dev.sluice.testbed.plugin;

import dev.sluice.testbed.shape.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.minecraft.network.Connection;
import net.minecraft.network.protocol.Packet;
import net.minecraft.network.protocol.common.ClientboundKeepAlivePacket;
import net.minecraft.network.protocol.game.ClientGamePacketListener;
import net.minecraft.network.protocol.game.ClientboundBossEventPacket;
import net.minecraft.network.protocol.game.ClientboundBundlePacket;
import net.minecraft.network.protocol.game.ClientboundClearTitlesPacket;
import net.minecraft.network.protocol.game.ClientboundCommandSuggestionsPacket;
import net.minecraft.network.protocol.game.ClientboundDisguisedChatPacket;
import net.minecraft.network.protocol.game.ClientboundLevelParticlesPacket;
import net.minecraft.network.protocol.game.ClientboundPlayerChatPacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoRemovePacket;
import net.minecraft.network.protocol.game.ClientboundPlayerInfoUpdatePacket;
import net.minecraft.network.protocol.game.ClientboundSetActionBarTextPacket;
import net.minecraft.network.protocol.game.ClientboundSetSubtitleTextPacket;
import net.minecraft.network.protocol.game.ClientboundSetTitleTextPacket;
import net.minecraft.network.protocol.game.ClientboundSetTitlesAnimationPacket;
import net.minecraft.network.protocol.game.ClientboundSoundEntityPacket;
import net.minecraft.network.protocol.game.ClientboundSoundPacket;
import net.minecraft.network.protocol.game.ClientboundStopSoundPacket;
import net.minecraft.network.protocol.game.ClientboundSystemChatPacket;
import net.minecraft.network.protocol.ping.ClientboundPongResponsePacket;
import net.minestom.server.network.packet.server.ServerPacket;
import net.minestom.server.network.packet.server.play.BundlePacket;

/** Turns packets into shapes, gathers bundles, and sends them as Paper's connection does. */
final class PaperConnection implements HostedConnection {
    /** What Paper sends from any thread at once. */
    private static final Set<Class<?>> IMMEDIATE = Set.of(
            ClientboundPlayerChatPacket.class,
            ClientboundSystemChatPacket.class,
            ClientboundCommandSuggestionsPacket.class,
            ClientboundKeepAlivePacket.class,
            ClientboundDisguisedChatPacket.class,
            ClientboundPongResponsePacket.class,
            ClientboundSetTitleTextPacket.class,
            ClientboundSetSubtitleTextPacket.class,
            ClientboundSetActionBarTextPacket.class,
            ClientboundSetTitlesAnimationPacket.class,
            ClientboundClearTitlesPacket.class,
            ClientboundSoundPacket.class,
            ClientboundSoundEntityPacket.class,
            ClientboundStopSoundPacket.class,
            ClientboundLevelParticlesPacket.class,
            ClientboundPlayerInfoUpdatePacket.class,
            ClientboundPlayerInfoRemovePacket.class,
            ClientboundBossEventPacket.class);

    private final Connection connection;
    /** The bundle that a thread is gathering, if any. */
    private final Map<Thread, List<Packet<? super ClientGamePacketListener>>> bundles = new ConcurrentHashMap<>();

    PaperConnection(Connection connection) {
        this.connection = connection;
    }

    static boolean immediate(Packet<?> packet) {
        return IMMEDIATE.contains(packet.getClass());
    }

    /** Main thread: what it sends leaves with the tick's end. */
    void tickStarts() {
        connection.suspendFlushing();
    }

    /** Main thread: sends what other threads left for it, and lets the tick's packets leave. */
    void tick() {
        connection.tick();
        connection.resumeFlushing();
    }

    @Override
    public void send(ServerPacket.Play packet) {
        if (packet instanceof BundlePacket) {
            delimiter();
            return;
        }
        Packet<?> shape = Shapes.toShape(packet);
        List<Packet<? super ClientGamePacketListener>> open = bundles.get(Thread.currentThread());
        if (open == null) {
            connection.send(shape);
        } else {
            open.add(asGame(shape));
        }
    }

    @Override
    public void bundle(Runnable sends) {
        if (bundles.get(Thread.currentThread()) != null) {
            sends.run();
            return;
        }
        delimiter();
        try {
            sends.run();
        } finally {
            delimiter();
        }
    }

    private void delimiter() {
        List<Packet<? super ClientGamePacketListener>> open = bundles.get(Thread.currentThread());
        if (open == null) {
            bundles.put(Thread.currentThread(), new ArrayList<>());
            return;
        }
        bundles.remove(Thread.currentThread());
        if (!open.isEmpty()) {
            connection.send(new ClientboundBundlePacket(List.copyOf(open)));
        }
    }

    @SuppressWarnings("unchecked") // every shape of a play packet is for the client's play phase or what it extends
    private static Packet<? super ClientGamePacketListener> asGame(Packet<?> shape) {
        return (Packet<? super ClientGamePacketListener>) shape;
    }
}
