package dev.sluice.testbed.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.comphenix.protocol.ProtocolLibrary;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.FakeTicker;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.protocollib.ProtocolLibBinding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.kyori.adventure.text.Component;
import net.minecraft.network.protocol.Packet;
import net.minecraft.network.protocol.game.ClientboundMoveEntityPacket;
import net.minestom.server.coordinate.Vec;
import net.minestom.server.network.packet.server.play.EntityHeadLookPacket;
import net.minestom.server.network.packet.server.play.EntityPositionPacket;
import net.minestom.server.network.packet.server.play.EntityVelocityPacket;
import net.minestom.server.network.packet.server.play.SystemChatPacket;
import org.bukkit.Bukkit;
import org.bukkit.entity.Player;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cancel and re-send through the real ProtocolLib, for a player whose channel is not used. */
@SuppressWarnings("NullAway.Init") // set before each test
final class FallbackOnProtocolLibTest {

    private final Thread main = Thread.currentThread();
    private final FakeTicker ticker = new FakeTicker();
    private PluginHost host;
    private HostedPlayerDouble player;
    private HostedConnection connection;
    private ProtocolLibBinding binding;
    private ClientSession session;

    @BeforeEach
    void start(@TempDir Path folder) {
        host = BukkitPluginHost.start(new HostSettings(
                "26.1.2",
                folder,
                Optional.empty(),
                false,
                () -> Thread.currentThread().equals(main),
                25565));
        player = new HostedPlayerDouble();
        connection = host.connect(player);
        host.join(player);
        Player bukkit = Bukkit.getPlayerExact("Steve");
        binding = ProtocolLibBinding.open(
                ProtocolLibrary.getPlugin(), () -> Thread.currentThread().equals(main), stats -> {});
        session = binding.fallback()
                .attach(
                        bukkit,
                        link -> new ClientSession(
                                bukkit.getUniqueId(),
                                SessionFixture.rate(2_000),
                                ticker,
                                link.sink(),
                                binding.composer(),
                                LinkProbe.NONE));
    }

    @AfterEach
    void stop() {
        binding.close();
        host.quit(player);
        player.close();
        host.close();
    }

    @Test
    void chat_beyondTheBudget_isHeldAndComesOnceAndInOrder() {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            connection.send(new SystemChatPacket(Component.text("line " + i), false));
            sent.add("line " + i);
        }
        assertTrue(
                player.encoded().size() < 10,
                "nothing was held: " + player.encoded().size());
        endTicks(100);
        assertEquals(20, player.encoded().size());
        for (int i = 0; i < 20; i++) {
            String packet = player.encoded().get(i).toString();
            assertTrue(packet.contains("'" + sent.get(i) + "'"), () -> sent + " came as " + packet);
        }
    }

    @Test
    void bundle_beyondTheBudget_isHeldAndComesWhole() {
        exhaust();
        int before = player.encoded().size();
        connection.bundle(() -> {
            connection.send(new EntityHeadLookPacket(3, 90));
            connection.send(new EntityVelocityPacket(3, Vec.ZERO));
        });
        assertEquals(before, player.encoded().size());
        endTicks(200);
        List<String> names = new ArrayList<>();
        for (Packet<?> packet : player.encoded().subList(before, before + 4)) {
            names.add(packet.getClass().getSimpleName());
        }
        assertEquals(
                List.of(
                        "ClientboundBundleDelimiterPacket",
                        "ClientboundRotateHeadPacket",
                        "ClientboundSetEntityMotionPacket",
                        "ClientboundBundleDelimiterPacket"),
                names);
    }

    @Test
    void moves_beyondTheBudget_areMergedIntoOneNewPacket() {
        exhaust();
        int before = player.encoded().size();
        for (int i = 0; i < 5; i++) {
            connection.send(new EntityPositionPacket(3, (short) 10, (short) 0, (short) 0, true));
        }
        endTicks(200);
        assertEquals(before + 1, player.encoded().size());
        ClientboundMoveEntityPacket move =
                (ClientboundMoveEntityPacket) player.encoded().get(before);
        assertEquals(50, move.getXa());
        assertEquals(4, session.stats().merged());
    }

    @Test
    void close_heldPackets_areGivenBack() {
        exhaust();
        int before = player.encoded().size();
        connection.send(new EntityHeadLookPacket(3, 90));
        assertEquals(before, player.encoded().size());
        binding.close();
        assertEquals(before + 1, player.encoded().size());
    }

    /** Spends the burst of 200 bytes with two lines of some 120, so that what follows is held. */
    private void exhaust() {
        connection.send(new SystemChatPacket(Component.text("x"), false));
        connection.send(new SystemChatPacket(Component.text("x"), false));
    }

    private void endTicks(int ticks) {
        for (int i = 0; i < ticks; i++) {
            ticker.advanceMillis(50);
            binding.fallback().endTick();
        }
    }
}
