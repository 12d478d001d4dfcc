package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.port.PacketSink;
import dev.sluice.engine.schedule.NetworkProfiles;
import dev.sluice.netty.Failures;
import dev.sluice.netty.NettyBinding;
import dev.sluice.paper.config.ConfigLoader;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.logging.Logger;
import org.bukkit.Location;
import org.bukkit.plugin.Plugin;
import org.junit.jupiter.api.Test;

final class SessionsTest {

    private static final String HANDLER = "sluice";

    private final Logger logger = Logger.getAnonymousLogger();
    private final RecordingLog log = RecordingLog.on(logger);
    private final FakePlayer ada = new FakePlayer("Ada");
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final NettyBinding binding = new NettyBinding(packet -> null, new Failures(logger));
    private Optional<Link> found = Optional.of(new Link() {
        @Override
        public CompletableFuture<ClientSession> attach(Function<PacketSink, ClientSession> sessionFactory) {
            attached = binding.attach(channel, sessionFactory);
            return attached;
        }

        @Override
        public void endTick() {
            binding.tick(channel);
        }

        @Override
        public CompletableFuture<Void> detach() {
            return binding.detach(channel);
        }
    });
    private CompletableFuture<ClientSession> attached = new CompletableFuture<>();
    private long nanos;

    private final Sessions sessions = new Sessions(
            Fakes.of(Plugin.class, Map.of("getLogger", args -> logger)),
            player -> found,
            move -> {
                throw new IllegalStateException("expected no packet to be held, found " + move);
            },
            () -> nanos,
            EngineConfig.DEFAULT);

    @Test
    void join_player_isManagedAndFollowed() {
        join();
        ada.ping = 142;
        ada.location = new Location(null, 1, 2, 3);

        ada.tick();
        nanos += 60_000_000;
        channel.writeOutbound("packet");
        sessions.reconfigure(EngineConfig.DEFAULT);

        assertEquals(HANDLER, channel.pipeline().context(HANDLER).name());
        assertEquals(1, ada.scheduled());
        assertEquals(List.of(1L), ada.periods);
        assertEquals(1, sessions.stats().size());
        assertEquals(125_000, sessions.stats(ada.id).orElseThrow().budgetBytesPerSecond());
    }

    @Test
    void quit_player_isLeftAndForgotten() {
        join();

        sessions.quit(ada.player);
        channel.runPendingTasks();

        assertFalse(channel.pipeline().names().contains(HANDLER));
        assertEquals(0, ada.scheduled());
        assertTrue(sessions.stats().isEmpty());
    }

    @Test
    void quit_beforeAttached_leavesNothingBehind() {
        channel.pipeline().addLast("packet_handler", new ChannelDuplexHandler());
        sessions.join(ada.player);

        sessions.quit(ada.player);
        channel.runPendingTasks();

        assertEquals(List.of("packet_handler"), namesWithoutTail());
        assertEquals(0, ada.scheduled());
    }

    @Test
    void join_withoutConnection_passes() {
        found = Optional.empty();

        sessions.join(ada.player);

        assertTrue(sessions.stats(ada.id).isEmpty());
        assertEquals(1, log.lines().size());
        assertTrue(log.lines().getFirst().startsWith("INFO Ada has no network connection"), log.lines()::toString);
    }

    @Test
    void join_unknownPipeline_isLoggedAndPasses() {
        sessions.join(ada.player);
        channel.runPendingTasks();
        ada.tick();

        assertTrue(sessions.stats(ada.id).isEmpty());
        assertTrue(log.lines().getFirst().startsWith("WARNING Sluice cannot manage Ada"), log.lines()::toString);
    }

    @Test
    void join_again_replacesTheFormer() {
        join();

        sessions.join(ada.player);
        channel.runPendingTasks();

        assertEquals(1, sessions.stats().size());
        assertEquals(1, ada.scheduled());
        assertTrue(channel.pipeline().names().contains(HANDLER));
    }

    @Test
    void reconfigure_beforeAttached_reachesTheSession() {
        channel.pipeline().addLast("packet_handler", new ChannelDuplexHandler());
        sessions.join(ada.player);

        sessions.reconfigure(new ConfigLoader().load("budget: 64KB/s").engine());
        channel.runPendingTasks();

        assertEquals(64_000, sessions.stats(ada.id).orElseThrow().budgetBytesPerSecond());
    }

    @Test
    void endTick_clockOfItsOwn_isNotTold() {
        join();

        sessions.endTick();

        assertFalse(channel.hasPendingTasks());
        sessions.reconfigure(EngineConfig.DEFAULT.withProfile(NetworkProfiles.SANDBOX));
        attached.join().pass();
        sessions.endTick();
        assertTrue(channel.hasPendingTasks());
    }

    @Test
    void endTick_kernelClock_makesAPassOnTheEventLoop() {
        sessions.reconfigure(EngineConfig.DEFAULT.withProfile(NetworkProfiles.TURN_BASED));
        join();
        nanos += 60_000_000;

        sessions.endTick();

        ClientSession session = attached.join();
        assertTrue(session.scheduler().isDue(nanos));
        channel.runPendingTasks();
        assertFalse(session.scheduler().isDue(nanos));
    }

    @Test
    void close_managedPlayers_areLeft() {
        join();

        Thread loop = Thread.ofVirtual().start(() -> {
            while (channel.pipeline().names().contains(HANDLER)) {
                channel.runPendingTasks();
                Thread.onSpinWait();
            }
        });
        sessions.close();

        assertFalse(channel.pipeline().names().contains(HANDLER));
        assertTrue(sessions.stats().isEmpty());
        assertEquals(List.of(), log.lines());
        assertTrue(loop.isVirtual());
    }

    private void join() {
        channel.pipeline().addLast("packet_handler", new ChannelDuplexHandler());
        sessions.join(ada.player);
        channel.runPendingTasks();
    }

    private List<String> namesWithoutTail() {
        return channel.pipeline().names().stream()
                .filter(name -> !name.startsWith("DefaultChannelPipeline") && !name.startsWith("EmbeddedChannel"))
                .toList();
    }
}
