package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.TestPacket;
import dev.sluice.engine.packet.Message;
import dev.sluice.netty.Failures;
import dev.sluice.netty.NettyBinding;
import dev.sluice.overlay.NetstatsLine;
import dev.sluice.paper.config.Settings;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Logger;
import org.bukkit.plugin.Plugin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nobody is shown as managed whose packets all pass. */
final class UnmanagedPlayersTest {

    private final Logger logger = Logger.getAnonymousLogger();
    private final RecordingLog log = RecordingLog.on(logger);
    private final FakePlayer ada = new FakePlayer("Ada");
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final NettyBinding binding = new NettyBinding(UnmanagedPlayersTest::classify, new Failures(logger));
    private final Sessions sessions = new Sessions(
            Fakes.of(Plugin.class, Map.of("getLogger", args -> logger)),
            player -> Optional.of(new ChannelOf(binding, channel)),
            move -> move,
            () -> 0,
            1L << 30,
            Settings.DEFAULT,
            new Failures(logger));
    private final Overlay overlay = new Overlay(Fakes.of(Plugin.class, Map.of()), sessions::stats);

    private static @Nullable Message classify(Object packet) {
        if (packet.equals("bad")) {
            throw new IllegalStateException("a defect");
        }
        return packet instanceof TestPacket known ? known.message() : null;
    }

    @Test
    void queries_sessionThatStoodAside_tellNothing() {
        channel.pipeline().addLast("packet_handler", new ChannelDuplexHandler());
        join();
        assertTrue(sessions.commandProfile(ada.id, "action"));
        assertTrue(sessions.profile(ada.id).isPresent());

        channel.writeOutbound("bad");

        assertUnmanaged();
    }

    @Test
    void queries_playerWhoCouldNotBeTakenOn_tellNothing() {
        join();

        assertEquals(1, log.lines().size(), log.lines()::toString);
        assertUnmanaged();
    }

    @Test
    void overlay_sessionThatStandsAside_saysSo() {
        channel.pipeline().addLast("packet_handler", new ChannelDuplexHandler());
        join();
        overlay.toggle(ada.player);

        channel.writeOutbound("bad");
        ada.tick();

        assertEquals(NetstatsLine.unmanaged(), ada.actionBar.getLast());
    }

    private void assertUnmanaged() {
        assertEquals(Optional.empty(), sessions.stats(ada.id));
        assertEquals(List.of(), List.copyOf(sessions.stats()));
        assertEquals(Optional.empty(), sessions.profile(ada.id));
        assertEquals(Optional.empty(), sessions.delivery(ada.id));
        assertFalse(sessions.commandProfile(ada.id, "action"));
        assertInstanceOf(
                RejectedExecutionException.class, sessions.explain(ada.id, 7).exceptionNow());
    }

    private void join() {
        sessions.join(ada.player);
        channel.runPendingTasks();
    }
}
