package dev.sluice.testbed.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.comphenix.protocol.ProtocolLibrary;
import com.comphenix.protocol.events.ListenerPriority;
import dev.sluice.engine.CapReached;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.FakeTicker;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.budget.HeapCap;
import dev.sluice.engine.budget.RateCap;
import dev.sluice.engine.budget.ServerCaps;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.paper.Fakes;
import dev.sluice.protocollib.Fallback;
import dev.sluice.protocollib.ProtocolLibBinding;
import dev.sluice.protocollib.RelayTroubles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.bukkit.entity.Player;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Players without a channel are let go of: what fails for one of them touches neither the others nor the listener. */
@SuppressWarnings("NullAway.Init") // set before each test
final class FallbackEndTest {

    private final List<UUID> left = new ArrayList<>();
    private boolean leavingFails;
    private PluginHost host;
    private ProtocolLibBinding binding;
    private Fallback fallback;

    @BeforeEach
    void start(@TempDir Path folder) {
        host = BukkitPluginHost.start(new HostSettings("26.1.2", folder, Optional.empty(), false, () -> true, 25565));
        binding = ProtocolLibBinding.open(ProtocolLibrary.getPlugin(), () -> true, () -> 1, new FailingTroubles());
        fallback = binding.fallback();
    }

    @AfterEach
    void stop() {
        leavingFails = false;
        binding.close();
        host.close();
    }

    @Test
    void close_everyEndFails_allPlayersAndTheListenerAreLetGo() {
        for (int i = 0; i < 3; i++) {
            attach(player(i));
        }
        assertTrue(isListening());
        leavingFails = true;

        IllegalStateException thrown = assertThrows(IllegalStateException.class, fallback::close);

        assertEquals(3, left.size(), left.toString());
        assertEquals("stood aside: " + left.getFirst(), thrown.getMessage());
        assertFalse(isListening());
        attach(player(0));
        assertTrue(isListening(), "somebody was still there");
    }

    @Test
    void detach_endFails_playerAndListenerAreLetGo() {
        Player player = player(0);
        attach(player);
        leavingFails = true;

        assertThrows(IllegalStateException.class, () -> fallback.detach(player));

        assertFalse(isListening());
        fallback.detach(player);
        assertEquals(1, left.size(), "was let go of twice");
    }

    @Test
    void detach_endOfOneOfTwoFails_otherOneStays() {
        Player player = player(0);
        attach(player);
        attach(player(1));
        leavingFails = true;

        assertThrows(IllegalStateException.class, () -> fallback.detach(player));

        assertTrue(isListening());
        assertEquals(List.of(new UUID(0, 0)), left);
    }

    @Test
    void endTick_everyLeavingFails_allAreLetGoOnce() {
        for (int i = 0; i < 2; i++) {
            Player player = player(i);
            attach(player);
            fallback.leave(player);
        }
        leavingFails = true;

        assertThrows(IllegalStateException.class, fallback::endTick);
        fallback.endTick();

        assertEquals(2, left.size(), left.toString());
        assertFalse(isListening());
    }

    /** The fallback's listener is the only one of this priority. */
    private static boolean isListening() {
        return ProtocolLibrary.getProtocolManager().getPacketListeners().stream()
                .anyMatch(listener -> listener.getSendingWhitelist().getPriority() == ListenerPriority.HIGHEST);
    }

    private static Player player(int id) {
        return Fakes.of(Player.class, Map.of("getUniqueId", none -> new UUID(0, id), "isOnline", none -> true));
    }

    private void attach(Player player) {
        fallback.attach(player, link -> session(player.getUniqueId(), link));
    }

    private ClientSession session(UUID id, ClientLink link) {
        return new ClientSession(
                id,
                SessionFixture.rate(125_000),
                new FakeTicker(),
                link,
                move -> move,
                LinkProbe.NONE,
                new ServerCaps(new Cap(id), HeapCap.NONE),
                new SplittableRandom(1));
    }

    /** Hears of the end of a session. */
    private final class Cap implements RateCap {

        private final UUID of;

        Cap(UUID of) {
            this.of = of;
        }

        @Override
        public long allowed(long demandBytesPerSecond, long nowNanos) {
            return Long.MAX_VALUE;
        }

        @Override
        public void leave() {
            left.add(of);
            if (leavingFails) {
                throw new IllegalStateException("cannot leave");
            }
        }
    }

    /** Fails wherever it hears of anything. */
    private static final class FailingTroubles implements RelayTroubles {

        @Override
        public void resendFailed(Throwable cause) {
            throw new AssertionError(cause);
        }

        @Override
        public void stoodAside(UUID clientId, Throwable cause) {
            throw new IllegalStateException("stood aside: " + clientId, cause);
        }

        @Override
        public void queueTimesFailed(Throwable cause) {
            throw new AssertionError(cause);
        }

        @Override
        public void capReached(UUID clientId, CapReached cap) {
            throw new AssertionError(cap.toString());
        }
    }
}
