package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.comphenix.protocol.PacketType;
import com.comphenix.protocol.ProtocolManager;
import dev.sluice.engine.ClientSession;
import dev.sluice.engine.FakeTicker;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.budget.RateCap;
import dev.sluice.engine.budget.ServerCaps;
import dev.sluice.engine.budget.ServerHeap;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.paper.Fakes;
import dev.sluice.testbed.plugin.BukkitPluginHost;
import dev.sluice.testbed.plugin.HostSettings;
import dev.sluice.testbed.plugin.PluginHost;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.bukkit.entity.Player;
import org.bukkit.plugin.Plugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A player without a channel cannot be managed as ProtocolLib takes no listener. */
final class FallbackAttachTest {

    private final ServerHeap heap = new ServerHeap(100);

    @Test
    void attach_listenerIsRefused_sessionHasGivenItsSharesBack(@TempDir Path folder) {
        HostSettings settings = new HostSettings("26.1.2", folder, Optional.empty(), false, () -> true, 25565);
        try (PluginHost _ = BukkitPluginHost.start(settings)) {
            Fallback fallback = fallback();
            assertThrows(IllegalStateException.class, () -> fallback.attach(player(), this::session));
            heap.join().allowed(50, 0);

            assertEquals(0.2, heap.fill(20), "of an equal share, which is all of it");
        }
    }

    private static Fallback fallback() {
        return new Fallback(
                Fakes.of(Plugin.class, Map.of()),
                Fakes.of(ProtocolManager.class, Map.of("addPacketListener", args -> {
                    throw new IllegalStateException("no listener");
                })),
                Set.of(PacketType.Play.Server.CHAT),
                packet -> null,
                () -> true,
                new RelayTroublesList());
    }

    private static Player player() {
        return Fakes.of(Player.class, Map.of("getUniqueId", none -> new UUID(0, 1)));
    }

    private ClientSession session(ClientLink link) {
        return new ClientSession(
                new UUID(0, 1),
                SessionFixture.rate(125_000),
                new FakeTicker(),
                link,
                move -> move,
                LinkProbe.NONE,
                new ServerCaps(RateCap.NONE, heap.join()),
                new SplittableRandom(1));
    }
}
