package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.TestPacket;
import dev.sluice.netty.Failures;
import dev.sluice.netty.NettyBinding;
import dev.sluice.paper.config.ConfigLoader;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.bukkit.plugin.Plugin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A quit is the end of a connection or the begin of another configuration, which only what follows within the tick tells. */
final class LeavingTest {

    private static final String HANDLER = "sluice";

    private final Logger logger = Logger.getAnonymousLogger();
    private final RecordingLog log = RecordingLog.on(logger);
    private final FakePlayer ada = new FakePlayer("Ada");
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final NettyBinding binding = new NettyBinding(
            packet -> packet instanceof TestPacket known ? known.message() : null, new Failures(logger));
    private final Sessions sessions = new Sessions(
            Fakes.of(Plugin.class, Map.of("getLogger", args -> logger)),
            player -> Optional.of(new ChannelOf(binding, channel)),
            move -> move,
            () -> 0,
            1L << 30,
            new ConfigLoader().load("budget: 125KB/s").settings(),
            new Failures(logger));

    @BeforeEach
    void hold() {
        channel.pipeline().addLast("packet_handler", new ChannelDuplexHandler());
        join();
        channel.writeOutbound(TestPacket.chunk(0, 0, 200_000), TestPacket.chunk(1, 0, 4_000));
        assertEquals(List.of("chunk 0 0"), written());
    }

    /** Paper calls the quit event before it sends start_configuration, and waits until that is written. */
    @Test
    void quit_toBeConfiguredAnew_sendsNoChunkThatTheClientForgets() {
        quit();

        channel.writeOutbound(TestPacket.startConfiguration());
        endTick();

        assertEquals(List.of("chunk 0 0", TestPacket.startConfiguration().toString()), written());
        assertFalse(channel.pipeline().names().contains(HANDLER));
        assertEquals(List.of(), log.lines());
    }

    @Test
    void quit_ofAPlayerThatStays_sendsWhatIsHeldAsTheTickEnds() {
        quit();
        assertEquals(List.of("chunk 0 0"), written());

        endTick();

        assertEquals(List.of("chunk 0 0", "chunk 1 0"), written());
        assertFalse(channel.pipeline().names().contains(HANDLER));
    }

    @Test
    void quit_backWithinTheTick_isManaged() {
        quit();
        join();

        endTick();

        assertTrue(channel.pipeline().names().contains(HANDLER));
        assertEquals(1, sessions.stats().size());
    }

    @Test
    void close_withinTheTickOfAQuit_takesSluiceOutAndWaitsForIt() throws InterruptedException {
        quit();

        Thread loop = Thread.ofVirtual().start(() -> {
            while (channel.pipeline().names().contains(HANDLER)) {
                channel.runPendingTasks();
                Thread.onSpinWait();
            }
        });
        sessions.close();

        assertFalse(channel.pipeline().names().contains(HANDLER));
        loop.join();
        assertEquals(List.of("chunk 0 0", "chunk 1 0"), written());
        assertEquals(List.of(), log.lines());
    }

    private void join() {
        sessions.join(ada.player);
        channel.runPendingTasks();
    }

    private void quit() {
        sessions.quit(ada.player);
        channel.runPendingTasks();
    }

    private void endTick() {
        sessions.endTick();
        channel.runPendingTasks();
    }

    private List<String> written() {
        return channel.outboundMessages().stream().map(Object::toString).toList();
    }
}
