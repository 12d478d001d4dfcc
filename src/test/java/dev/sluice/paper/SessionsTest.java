package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.adapt.NetworkHealth;
import dev.sluice.netty.Failures;
import dev.sluice.netty.NettyBinding;
import dev.sluice.paper.config.ConfigLoader;
import dev.sluice.paper.config.Settings;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.bukkit.Location;
import org.bukkit.plugin.Plugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionsTest {

    private static final String HANDLER = "sluice";

    private final Logger logger = Logger.getAnonymousLogger();
    private final RecordingLog log = RecordingLog.on(logger);
    private final FakePlayer ada = new FakePlayer("Ada");
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final NettyBinding binding = new NettyBinding(
            packet -> packet instanceof TestPacket known ? known.message() : null, new Failures(logger));
    private final ChannelOf link = new ChannelOf(binding, channel);
    private Optional<Link> found = Optional.of(link);
    private long nanos;
    private boolean failing;

    private final Sessions sessions = new Sessions(
            Fakes.of(Plugin.class, Map.of("getLogger", args -> logger)),
            player -> found,
            move -> {
                throw new IllegalStateException("expected no packet to be held, found " + move);
            },
            this::nanos,
            1L << 30,
            Settings.DEFAULT,
            new Failures(logger));

    @Test
    void join_player_isManagedAndFollowed() {
        join();
        ada.ping = 142;
        ada.location = new Location(null, 1, 2, 3);

        ada.tick();
        nanos += 60_000_000;
        channel.writeOutbound("packet");
        sessions.reconfigure(Settings.DEFAULT);

        assertEquals(HANDLER, channel.pipeline().context(HANDLER).name());
        assertEquals(1, ada.scheduled());
        assertEquals(List.of(1L), ada.periods);
        assertEquals(1, sessions.stats().size());
        assertEquals(125_000, sessions.stats(ada.id).orElseThrow().budgetBytesPerSecond());
        assertEquals(
                NetworkHealth.Status.UNKNOWN,
                sessions.delivery(ada.id).orElseThrow().health().status());
    }

    @Test
    void quit_player_isLeftAndForgotten() {
        join();

        sessions.quit(ada.player);
        sessions.endTick();
        channel.runPendingTasks();

        assertFalse(channel.pipeline().names().contains(HANDLER));
        assertEquals(0, ada.scheduled());
        assertTrue(sessions.stats().isEmpty());
        assertTrue(sessions.delivery(ada.id).isEmpty());
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
    void join_sessionThatCannotBeMade_leavesTheServersLimitToTheOthers() {
        sessions.reconfigure(
                new ConfigLoader().load("server-limit: 100KB/s\nbudget: 1MB/s").settings());
        channel.pipeline().addLast("packet_handler", new ChannelDuplexHandler());
        failing = true;
        sessions.join(ada.player);
        channel.runPendingTasks();
        assertTrue(link.attached().isCompletedExceptionally());

        failing = false;
        sessions.join(ada.player);
        channel.runPendingTasks();

        assertEquals(100_000, sessions.stats(ada.id).orElseThrow().budgetBytesPerSecond());
    }

    /** The login goes out before a plugin hears of the join. */
    @Test
    void join_worldLoadsWhileEditsFlood_chunksGetThreeQuarters() {
        sessions.reconfigure(new ConfigLoader().load("budget: 125KB/s").settings());
        join();
        channel.writeOutbound(TestPacket.chunk(0, 9, 200_000));
        for (int i = 0; i < 120; i++) {
            channel.writeOutbound(TestPacket.chunk(i, 0, 4_000));
            for (int j = 0; j < 10; j++) {
                channel.writeOutbound(TestPacket.edit(i, 10 + j, "edit"));
            }
        }
        while (nanos < 2_000_000_000L) {
            nanos += 10_000_000;
            link.attached().join().pass();
        }
        double chunks = 0;
        double all = 0;
        for (TestPacket packet = channel.readOutbound(); packet != null; packet = channel.readOutbound()) {
            chunks += packet.label().startsWith("chunk") ? packet.bytes() : 0;
            all += packet.bytes();
        }
        double part = (chunks - 200_000) / (all - 200_000);
        assertTrue(part >= 0.75 && part < 1, "chunks got " + part);
    }

    @Test
    void join_respawnThatKeepsTheWorld_leavesHeldWhatIsHeld() {
        sessions.reconfigure(new ConfigLoader().load("budget: 125KB/s").settings());
        join();
        channel.writeOutbound(TestPacket.chunk(0, 9, 200_000));
        channel.writeOutbound(TestPacket.chunk(1, 9, 4_000));

        channel.writeOutbound(TestPacket.entering("overworld", true));

        assertTrue(link.attached().join().hasHeld());
    }

    @ParameterizedTest
    @CsvSource({"1, 6", "90, 1"})
    void reconfigure_heapForAllTogether_isWhatTheyHoldTogether(int percent, int written) {
        sessions.reconfigure(new ConfigLoader()
                .load("budget: 8KB/s\nmemory: {max-heap-percent: " + percent + "}")
                .settings());
        join();
        for (int i = 0; i < 7; i++) {
            channel.writeOutbound(TestPacket.chunk(i, 9, 1_000_000));
        }
        nanos += 60_000_000;
        link.attached().join().pass();

        // 1 % of 1 GiB is one chunk of the 7 MB of heap that each of these is taken for.
        assertEquals(written, channel.outboundMessages().size());
    }

    /** Sluice was enabled with players on: what it did not see sent is taken from the client all the same. */
    @Test
    void find_copyOfAChunkFromBeforeHeldAndUnloaded_unloadsIt() {
        channel.pipeline().addLast("packet_handler", new ChannelDuplexHandler());
        sessions.reconfigure(new ConfigLoader().load("budget: 125KB/s").settings());
        ada.location = new Location(null, 16 * 9, 64, -16 * 9);
        sessions.find(ada.player);
        channel.runPendingTasks();
        channel.writeOutbound(TestPacket.chunk(99, 9, 200_000));

        channel.writeOutbound(TestPacket.chunk(9, -9, 4_000));
        channel.writeOutbound(TestPacket.unload(9, -9));
        while (link.attached().join().hasHeld()) {
            nanos += 10_000_000;
            link.attached().join().pass();
        }

        assertEquals(
                List.of("chunk 99 9", "unload 9 -9"),
                channel.outboundMessages().stream().map(Object::toString).toList());
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

        sessions.reconfigure(new ConfigLoader().load("budget: 64KB/s").settings());
        channel.runPendingTasks();

        assertEquals(64_000, sessions.stats(ada.id).orElseThrow().budgetBytesPerSecond());
    }

    @Test
    void reconfigure_whileAPlayerIsBeingTakenOn_reachesTheSession() {
        Settings slower = new ConfigLoader().load("budget: 64KB/s").settings();
        ada.whenAskedForPermission = () -> {
            ada.whenAskedForPermission = () -> {};
            sessions.reconfigure(slower);
        };

        join();

        assertEquals(64_000, sessions.stats(ada.id).orElseThrow().budgetBytesPerSecond());
    }

    @Test
    void endTick_clockOfItsOwn_isNotTold() {
        join();

        sessions.endTick();

        assertFalse(channel.hasPendingTasks());
        sessions.reconfigure(new ConfigLoader().load("profile: sandbox").settings());
        ada.tick();
        link.attached().join().pass();
        sessions.endTick();
        assertTrue(channel.hasPendingTasks());
    }

    @Test
    void endTick_kernelClock_makesAPassOnTheEventLoop() {
        sessions.reconfigure(new ConfigLoader().load("profile: turn-based").settings());
        join();
        nanos += 60_000_000;

        sessions.endTick();

        ClientSession session = link.attached().join();
        assertTrue(session.scheduler().isDue(nanos));
        channel.runPendingTasks();
        assertFalse(session.scheduler().isDue(nanos));
    }

    @Test
    void profile_otherWorld_isChosenWithinASecond() {
        sessions.reconfigure(
                new ConfigLoader().load("worlds: {world_nether: action}").settings());
        join();
        assertProfile("co-op", ProfileChoice.Reason.STANDARD);

        ada.world = "world_nether";
        ticks(20);

        assertProfile("action", ProfileChoice.Reason.WORLD);
        ada.world = "world";
        ticks(20);
        assertProfile("co-op", ProfileChoice.Reason.STANDARD);
    }

    @Test
    void profile_atJoin_isTheWorlds() {
        ada.world = "world_nether";
        sessions.reconfigure(
                new ConfigLoader().load("worlds: {world_nether: sandbox}").settings());

        join();

        assertProfile("sandbox", ProfileChoice.Reason.WORLD);
        assertEquals("sandbox", link.attached().join().scheduler().profile().name());
    }

    @Test
    void profile_permission_onlyAGivenOneCounts() {
        ada.operator = true;
        join();
        ticks(21);
        assertProfile("co-op", ProfileChoice.Reason.STANDARD);

        ada.permissions.add("sluice.profile.sandbox");
        ticks(20);

        assertProfile("sandbox", ProfileChoice.Reason.PERMISSION);
    }

    @Test
    void profile_byCommand_reachesTheSessionWithTheNextTickAndOutlivesAReload() {
        join();
        ticks(1);

        assertTrue(sessions.commandProfile(ada.id, "turn-based"));
        ticks(1);
        link.attached().join().pass();

        assertEquals("turn-based", link.attached().join().scheduler().profile().name());
        sessions.reconfigure(new ConfigLoader()
                .load("profiles: {turn-based: {quantum-millis: 7}}")
                .settings());
        link.attached().join().pass();
        assertEquals(7, link.attached().join().scheduler().profile().quantumMillis());
        ticks(1);
        assertProfile("turn-based", ProfileChoice.Reason.COMMAND);
        sessions.commandProfile(ada.id, null);
        ticks(1);
        link.attached().join().pass();
        assertProfile("co-op", ProfileChoice.Reason.STANDARD);
        assertEquals("co-op", link.attached().join().scheduler().profile().name());
    }

    @Test
    void profile_goneWithAReload_fallsBackToTheStandard() {
        sessions.reconfigure(new ConfigLoader().load("profiles: {lan: {}}").settings());
        join();
        sessions.commandProfile(ada.id, "lan");
        ticks(1);
        assertProfile("lan", ProfileChoice.Reason.COMMAND);

        sessions.reconfigure(new ConfigLoader().load("profile: action").settings());
        link.attached().join().pass();
        assertEquals("action", link.attached().join().scheduler().profile().name());
        ticks(1);

        assertProfile("action", ProfileChoice.Reason.STANDARD);
    }

    @Test
    void profile_unmanagedPlayer_isNotSet() {
        assertFalse(sessions.commandProfile(ada.id, "action"));
        assertTrue(sessions.profile(ada.id).isEmpty());
        assertEquals(List.of("action", "co-op", "turn-based", "sandbox"), sessions.profileNames());
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

    private long nanos() {
        if (failing && channel.pipeline().context(HANDLER) != null) {
            throw new IllegalStateException("no clock");
        }
        return nanos;
    }

    private void assertProfile(String name, ProfileChoice.Reason reason) {
        ProfileChoice choice = sessions.profile(ada.id).orElseThrow();
        assertEquals(name, choice.profile().name());
        assertEquals(reason, choice.reason());
    }

    private void ticks(int count) {
        for (int i = 0; i < count; i++) {
            ada.tick();
        }
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
