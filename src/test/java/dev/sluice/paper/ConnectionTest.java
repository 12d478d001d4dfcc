package dev.sluice.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.budget.HeapCap;
import dev.sluice.engine.budget.ServerHeap;
import dev.sluice.engine.budget.ServerLimit;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.PacketSink;
import dev.sluice.overlay.ViewLimit;
import dev.sluice.paper.config.ProfileRules;
import dev.sluice.paper.config.Settings;
import java.util.Map;
import java.util.Optional;
import org.bukkit.Location;
import org.bukkit.entity.Entity;
import org.bukkit.plugin.Plugin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The view distance follows what the session holds, through the player's own tasks. */
final class ConnectionTest {

    private static final int TICKS_PER_SECOND = 20;

    /** What the fixed budget of 125 000 bytes a second carries in a tick. */
    private static final int TICK_BYTES = 6_250;

    private final FakePlayer ada = new FakePlayer("Ada");
    private long nanos;
    private int chunks;
    private final PacketSink sink = Fakes.of(
            PacketSink.class,
            Map.of(
                    "write", args -> (long) ((TestPacket) args[0]).bytes(),
                    "flush", args -> null,
                    "supersede", args -> null,
                    "abandon", args -> null));
    private final ClientSession session = new ClientSession(
            ada.id,
            EngineConfig.DEFAULT,
            () -> nanos,
            sink,
            move -> {
                throw new IllegalStateException("expected no move, found " + move);
            },
            LinkProbe.NONE);
    private final ServerHeap serverHeap = new ServerHeap(1_000_000_000);
    private final Connection connection =
            new Connection(ada.player, Fakes.of(Link.class, Map.of()), Settings.DEFAULT, serverHeap, () -> nanos);

    @BeforeEach
    void attach() {
        connection.follow(Fakes.of(Plugin.class, Map.of()), failure -> {
            throw new AssertionError("expected to look at the player", failure);
        });
        connection.session().complete(session);
    }

    @Test
    void look_chunksThatDoNotBecomeFewer_lowersTheViewDistanceUntilTheEnd() {
        run(40, 0);
        offer(14 * TICKS_PER_SECOND);
        run(12, 1);
        assertEquals(9, ada.sendViewDistance);
        assertEquals(Optional.of(new ViewLimit(9, 10)), connection.viewLimit());

        connection.end();

        assertEquals(-1, ada.sendViewDistance);
        assertEquals(Optional.empty(), connection.viewLimit());
    }

    @Test
    void look_chunksThatBecomeFewer_leavesTheViewDistance() {
        run(40, 0);
        offer(25 * TICKS_PER_SECOND);
        run(30, 0);

        assertEquals(-1, ada.sendViewDistance);
    }

    @Test
    void look_teleport_givesTheWorldTimeToLoad() {
        run(40, 0);
        ada.location = new Location(null, 5_000, 64, 0);
        offer(14 * TICKS_PER_SECOND);
        run(20, 1);

        assertEquals(-1, ada.sendViewDistance);
    }

    @ParameterizedTest
    @CsvSource({"80, 1000, 9", "70, 1000, -1"})
    void look_chatNearTheCapOfBytes_lowersTheViewDistance(int lines, int lineBytes, int sendViewDistance) {
        cap(100_000, EngineConfig.DEFAULT.maxHeldMessages());
        hold(lines, lineBytes);
        run(1, 0);

        assertEquals(sendViewDistance, ada.sendViewDistance);
    }

    @ParameterizedTest
    @CsvSource({"80, 100, 9", "70, 100, -1"})
    void look_chatNearTheCapOfMessages_lowersTheViewDistance(int lines, int lineBytes, int sendViewDistance) {
        cap(EngineConfig.DEFAULT.maxHeldBytes(), 100);
        hold(lines, lineBytes);
        run(1, 0);

        assertEquals(sendViewDistance, ada.sendViewDistance);
    }

    @Test
    void look_riderOfStackedVehicles_movesOfEachPassUntilItDismounts() {
        Entity minecart = FakePlayer.entity(12, () -> null);
        Entity pig = FakePlayer.entity(11, () -> minecart);
        ada.vehicle = FakePlayer.entity(10, () -> pig);
        congest();
        ada.tick();

        for (int id = 10; id <= 12; id++) {
            assertInstanceOf(Decision.Pass.class, move(id), "of " + id);
        }
        assertInstanceOf(Decision.Hold.class, move(13), "of another one");

        ada.vehicle = null;
        ada.tick();

        assertInstanceOf(Decision.Hold.class, move(12));
    }

    @Test
    void look_nearTheCapOfAllTogether_lowersTheViewDistanceOfThoseForWhomMuchIsHeld() {
        HeapCap others = serverHeap.join();
        cap(EngineConfig.DEFAULT.maxHeldBytes(), EngineConfig.DEFAULT.maxHeldMessages());
        hold(80, 1_000);
        others.allowed(760_000_000, nanos);
        run(1, 0);
        assertEquals(-1, ada.sendViewDistance);

        others.allowed(76_000, nanos);
        serverHeap.reconfigure(100_000);
        run(1, 0);

        assertEquals(9, ada.sendViewDistance);
    }

    @Test
    void look_spectator_movesOfWhatItLooksThroughPass() {
        ada.spectated = FakePlayer.entity(10, () -> null);
        congest();
        ada.tick();

        assertInstanceOf(Decision.Pass.class, move(10));

        ada.spectated = null;
        ada.tick();

        assertInstanceOf(Decision.Hold.class, move(10));
    }

    /** Nothing is left of what a slow link may carry. */
    private void congest() {
        cap(EngineConfig.DEFAULT.maxHeldBytes(), EngineConfig.DEFAULT.maxHeldMessages());
        offer(1);
    }

    private Decision move(int entityId) {
        TestPacket move = TestPacket.move(entityId, 1, 0, 0);
        return session.offer(move.message(), move, null);
    }

    /** A slow link, for which at most so much is held. */
    private void cap(long maxHeldBytes, int maxHeldMessages) {
        EngineConfig slow = SessionFixture.capped(SessionFixture.rate(10_000), maxHeldBytes, maxHeldMessages);
        connection.reconfigure(new Settings(slow, ProfileRules.DEFAULT, ServerLimit.NONE, 25));
        session.pass();
    }

    /** Chat waits behind a chunk that has passed: no chunk waits. */
    private void hold(int lines, int lineBytes) {
        offer(1);
        for (int i = 0; i < lines; i++) {
            TestPacket line = TestPacket.chat("line " + i, lineBytes);
            assertInstanceOf(Decision.Hold.class, session.offer(line.message(), line, null));
        }
    }

    /** Ticks, in each of which the server sends so many chunks of a tick's budget each. */
    private void run(int seconds, int chunksPerTick) {
        for (int i = 0; i < seconds * TICKS_PER_SECOND; i++) {
            nanos += 50_000_000;
            offer(chunksPerTick);
            session.pass();
            ada.tick();
        }
    }

    private void offer(int count) {
        for (int i = 0; i < count; i++) {
            TestPacket chunk = TestPacket.chunk(chunks++, 0, TICK_BYTES);
            if (session.offer(chunk.message(), chunk, null) instanceof Decision.Pass) {
                session.passed(chunk.message(), chunk.bytes());
            }
        }
    }
}
