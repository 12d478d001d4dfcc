package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.netty.Failures;
import dev.sluice.netty.NettyBinding;
import dev.sluice.paper.config.Settings;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.logging.Logger;
import org.bukkit.entity.Player;
import org.bukkit.plugin.Plugin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Players whose connection ends as they join. */
@SuppressWarnings("FutureReturnValueIgnored") // nobody asks for the end of a close
final class EndedConnectionsTest {

    private final Logger logger = Logger.getAnonymousLogger();
    private final RecordingLog log = RecordingLog.on(logger);
    private final FakePlayer ada = new FakePlayer("Ada");
    private final NettyBinding binding = new NettyBinding(
            packet -> packet instanceof TestPacket known ? known.message() : null, new Failures(logger));
    private EmbeddedChannel channel = new EmbeddedChannel();
    private Runnable whenAttached = () -> {};
    private final Sessions sessions = new Sessions(
            Fakes.of(Plugin.class, Map.of("getLogger", args -> logger)),
            this::link,
            move -> move,
            () -> 0,
            1L << 30,
            Settings.DEFAULT,
            new Failures(logger));

    @BeforeEach
    void connect() {
        channel = new EmbeddedChannel();
        channel.pipeline().addLast("packet_handler", new ChannelDuplexHandler());
    }

    /** Up to Paper 1.21.11 a kick by an earlier listener of the join event calls the quit event at once. */
    @Test
    void endTick_connectionEndedAfterAKickWithinTheJoinEvent_playerIsForgotten() {
        sessions.quit(ada.player);
        sessions.join(ada.player);
        channel.runPendingTasks();
        sessions.endTick();
        assertEquals(1, sessions.stats().size());

        close();
        sessions.endTick();

        assertEquals(List.of(), List.copyOf(sessions.stats()));
        assertTrue(sessions.profile(ada.id).isEmpty());
        assertEquals(0, ada.scheduled());
    }

    @Test
    void endTick_playerIsBackOnAnotherConnection_isKept() {
        join();
        close();
        connect();
        join();

        sessions.endTick();

        assertEquals(1, sessions.stats().size());
        assertEquals(1, ada.scheduled());
    }

    @Test
    void join_connectionHasEnded_isNotTakenOn() {
        close();

        join();

        assertTrue(sessions.profile(ada.id).isEmpty());
        assertEquals(0, ada.scheduled());
        assertFalse(channel.hasPendingTasks());
        assertEquals(List.of(), log.lines());
    }

    /** Once the client has gone, the server's handlers are gone as well: that is not for the log. */
    @Test
    void join_connectionEndsMeanwhile_isNotLogged() {
        whenAttached = channel::close;

        join();

        assertTrue(sessions.stats().isEmpty());
        assertEquals(List.of(), log.lines());
        sessions.endTick();
        assertEquals(0, ada.scheduled());
    }

    private Optional<Link> link(Player player) {
        return Optional.of(new ChannelOf(binding, channel) {
            @Override
            public CompletableFuture<ClientSession> attach(Function<ClientLink, ClientSession> sessionFactory) {
                whenAttached.run();
                return super.attach(sessionFactory);
            }
        });
    }

    private void join() {
        sessions.join(ada.player);
        channel.runPendingTasks();
    }

    private void close() {
        channel.close();
        channel.runPendingTasks();
    }
}
