package dev.sluice.testbed.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.comphenix.protocol.PacketType;
import com.comphenix.protocol.ProtocolLibrary;
import com.comphenix.protocol.events.PacketAdapter;
import com.comphenix.protocol.events.PacketEvent;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.FakeTicker;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.protocollib.PlayerActions;
import dev.sluice.protocollib.ProtocolLibBinding;
import dev.sluice.protocollib.RelayTroublesList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.kyori.adventure.text.Component;
import net.minecraft.core.BlockPos;
import net.minecraft.core.Direction;
import net.minecraft.network.protocol.Packet;
import net.minecraft.network.protocol.game.ClientboundMoveEntityPacket;
import net.minecraft.network.protocol.game.ServerboundPlayerActionPacket;
import net.minecraft.network.protocol.game.ServerboundUseItemOnPacket;
import net.minecraft.world.InteractionHand;
import net.minecraft.world.phys.BlockHitResult;
import net.minecraft.world.phys.Vec3;
import net.minestom.server.coordinate.BlockVec;
import net.minestom.server.coordinate.Vec;
import net.minestom.server.instance.block.Block;
import net.minestom.server.network.packet.server.play.BlockChangePacket;
import net.minestom.server.network.packet.server.play.EntityHeadLookPacket;
import net.minestom.server.network.packet.server.play.EntityPositionPacket;
import net.minestom.server.network.packet.server.play.EntityVelocityPacket;
import net.minestom.server.network.packet.server.play.StartConfigurationPacket;
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
    private Player bukkit;
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
        bukkit = Bukkit.getPlayerExact("Steve");
        binding = ProtocolLibBinding.open(
                ProtocolLibrary.getPlugin(),
                () -> Thread.currentThread().equals(main),
                () -> 1,
                new RelayTroublesList());
        session = attach();
    }

    private ClientSession attach() {
        return binding.fallback()
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
    void edit_beyondTheBudgetBesideADig_passes() throws Exception {
        try (AutoCloseable _ = binding.watchActions(ProtocolLibrary.getPlugin(), new SessionActions(session))) {
            exhaust();
            int before = player.encoded().size();
            connection.send(new BlockChangePacket(new BlockVec(1, 64, 1), Block.STONE));
            assertEquals(before, player.encoded().size(), "held: nothing was done yet");
            player.receive(dig(new BlockPos(20, 64, 20)));
            connection.send(new BlockChangePacket(new BlockVec(21, 64, 20), Block.AIR));
            assertEquals(before + 1, player.encoded().size());
            player.receive(new ServerboundUseItemOnPacket(
                    InteractionHand.MAIN_HAND,
                    new BlockHitResult(new Vec3(1.5, 65, 1.5), Direction.UP, new BlockPos(1, 64, 1), false, false),
                    2));
            connection.send(new BlockChangePacket(new BlockVec(1, 65, 1), Block.OAK_DOOR));
            assertEquals(before + 3, player.encoded().size(), "with the one that was held before it");
        }
        player.receive(dig(new BlockPos(40, 64, 40)));
        int before = player.encoded().size();
        connection.send(new BlockChangePacket(new BlockVec(40, 64, 40), Block.AIR));
        assertEquals(before, player.encoded().size(), "nobody listens any more");
    }

    @Test
    void dig_withAListenerOnTheMainThread_isToldBeforeTheServerHasIt() throws Exception {
        PacketAdapter onMain = new PacketAdapter(ProtocolLibrary.getPlugin(), PacketType.Play.Client.BLOCK_DIG) {
            @Override
            public void onPacketReceiving(PacketEvent event) {
                event.setCancelled(true);
            }
        };
        ProtocolLibrary.getProtocolManager().addPacketListener(onMain);
        try (AutoCloseable _ = binding.watchActions(ProtocolLibrary.getPlugin(), new SessionActions(session))) {
            exhaust();
            int before = player.encoded().size();
            player.receive(dig(new BlockPos(20, 64, 20)));
            host.tick(1, 0, 0);
            connection.send(new BlockChangePacket(new BlockVec(20, 64, 20), Block.STONE));
            assertEquals(before + 1, player.encoded().size());
        } finally {
            ProtocolLibrary.getProtocolManager().removePacketListener(onMain);
        }
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

    /** The connection is closed, mostly: ProtocolLib would be asked in vain for each packet, though the player is online. */
    @Test
    void leave_heldPackets_areNotSentAnew() {
        exhaust();
        connection.send(new SystemChatPacket(Component.text("held"), false));
        int before = player.encoded().size();
        assertTrue(bukkit.isOnline());
        binding.fallback().leave(bukkit);
        endTicks(100);
        assertEquals(before, player.encoded().size());
        assertFalse(session.hasHeld());
    }

    /** The server calls the quit event as well when it has a player configured anew, whose connection stays. */
    @Test
    void leave_toBeConfiguredAnew_takesAlongWhatStillMattersAndNothingComesAfterIt() {
        exhaust();
        int before = player.encoded().size();
        connection.send(new EntityHeadLookPacket(3, 90));
        connection.send(new SystemChatPacket(Component.text("held"), false));
        assertEquals(before, player.encoded().size());
        binding.fallback().leave(bukkit);
        connection.send(new StartConfigurationPacket());
        endTicks(100);
        List<String> names = new ArrayList<>();
        for (Packet<?> packet :
                player.encoded().subList(before, player.encoded().size())) {
            names.add(packet.getClass().getSimpleName());
        }
        assertEquals(List.of("ClientboundSystemChatPacket", "ClientboundStartConfigurationPacket"), names);
    }

    @Test
    void leave_backWithinTheTick_isManagedFromThenOn() {
        exhaust();
        binding.fallback().leave(bukkit);
        ClientSession second = attach();
        endTicks(1);
        exhaust();
        int before = player.encoded().size();
        connection.send(new SystemChatPacket(Component.text("held"), false));
        assertEquals(before, player.encoded().size());
        endTicks(200);
        assertEquals(before + 1, player.encoded().size());
        assertEquals(0, session.stats().heldMessages());
        assertTrue(second.stats().deferred() > 0);
    }

    private static ServerboundPlayerActionPacket dig(BlockPos at) {
        return new ServerboundPlayerActionPacket(
                ServerboundPlayerActionPacket.Action.START_DESTROY_BLOCK, at, Direction.UP, 1);
    }

    /** Tells a session of every player's actions. */
    private record SessionActions(ClientSession session) implements PlayerActions {
        @Override
        public void acted(UUID playerId, int x, int y, int z) {
            session.acted(x, y, z);
        }

        @Override
        public void acted(UUID playerId) {
            session.acted();
        }
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
