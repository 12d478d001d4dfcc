package dev.sluice.protocollib;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.ClientSession;
import dev.sluice.engine.EngineConfig;
import dev.sluice.engine.FakeTicker;
import dev.sluice.engine.SessionFixture;
import dev.sluice.engine.TestPacket;
import dev.sluice.engine.adapt.RateControlConfig;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.schedule.ClockPolicy;
import dev.sluice.sim.RunningWindow;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A player without a channel gets the configured rate, and is told the right queue times, however far ticks are apart and whichever
 * clock the profile names: there is one pass a tick anyway.
 */
@ParameterizedClass
@EnumSource(ClockPolicy.class)
final class RelayCadenceTest {

    private static final long RATE = 125_000;
    private static final int LARGEST_BYTES = 6_000;
    private static final int LOADED_MILLIS = 60_000;
    private static final EngineConfig FIXED = SessionFixture.rate(RATE);

    /** A rate that is followed and can be no other, with a burst of one tick, but for a clock of one pass a tick. */
    private static final EngineConfig FOLLOWED = FIXED.withControl(new RateControlConfig(true, RATE, RATE, 25_000_000));

    private final ClockPolicy clock;
    private final FakeTicker ticker = new FakeTicker();
    private final long beginNanos = ticker.nanos();
    private final RelayTroublesList troubles = new RelayTroublesList();
    private final RunningWindow window = new RunningWindow();
    private final RunningWindow strictWindow = new RunningWindow();
    private final Set<Object> gone = new HashSet<>();
    private long goneBytes;
    private int offered;

    RelayCadenceTest(ClockPolicy clock) {
        this.clock = clock;
    }

    @ParameterizedTest
    @CsvSource({"true,50", "true,100", "true,250", "true,1000", "false,50", "false,100", "false,250", "false,1000"})
    void endTick_ticksFarApart_releasesAtTheRateWithinTheBound(boolean followed, int tickMillis) {
        releasesAtTheRate(config(followed), tickMillis, () -> tickMillis, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void endTick_ticksUneven_releasesAtTheRateWithinTheBound(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        // Most ticks make up for a late one, a few milliseconds apart.
        releasesAtTheRate(config(true), 400, () -> random.nextInt(4) > 0 ? 5 : random.nextInt(100, 401), seed);
    }

    /** What is earned is not kept for ever: the player would get all of it at once. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endTick_afterTenSecondsWithoutOne_releasesOneSecondsWorth(boolean followed) {
        FallbackRelay relay = relay(config(followed));
        endTick(relay, 50);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1_000; i++) {
            offer(relay, random, true);
        }
        ticker.advanceMillis(10_000);
        goneBytes = 0;
        endTick(relay);
        assertTrue(goneBytes >= RATE && goneBytes <= RATE + LARGEST_BYTES, () -> goneBytes + " bytes");
    }

    @ParameterizedTest
    @CsvSource({"true,50", "true,100", "true,250", "false,50", "false,100", "false,250"})
    void stats_ticksFarApart_queueTimeIsWhatHappens(boolean followed, int tickMillis) {
        SplittableRandom random = new SplittableRandom(2);
        FallbackRelay relay = relay(config(followed));
        for (int i = 0; i < 100; i++) {
            endTick(relay, tickMillis);
        }
        for (int probe = 0; probe < 40; probe++) {
            for (int i = random.nextInt(100, 400); i > 0; i--) {
                offer(relay, random, true);
            }
            endTick(relay, tickMillis);
            double predicted = relay.session().stats().queueTime().millis(MessagePriority.CHUNK_DATA);
            TestPacket last = offer(relay, random, true);
            int waited = 0;
            while (!gone.contains(last)) {
                endTick(relay, tickMillis);
                waited += tickMillis;
            }
            double error = predicted - waited;
            assertTrue(Math.abs(error) <= 10, () -> "off by " + error + " ms after " + predicted);
        }
    }

    private EngineConfig config(boolean followed) {
        return SessionFixture.clocked(followed ? FOLLOWED : FIXED, clock);
    }

    private void releasesAtTheRate(EngineConfig config, int longestMillis, IntSupplier nextMillis, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FallbackRelay relay = relay(config);
        for (int i = 0; i < 10; i++) {
            endTick(relay, nextMillis.getAsInt());
        }
        long startNanos = ticker.nanos();
        long wanted = 3 * LARGEST_BYTES;
        long offeredBytes = 0;
        goneBytes = 0;
        while (ticker.nanos() - startNanos < LOADED_MILLIS * 1_000_000L) {
            int millis = nextMillis.getAsInt();
            wanted += RATE * millis / 1_000 * 5 / 4;
            // Some of another thread's come between two ticks; most are sent as the tick ends.
            int early = random.nextInt(millis);
            ticker.advanceMillis(early);
            offeredBytes += offer(relay, random, random.nextBoolean()).bytes();
            ticker.advanceMillis(millis - early);
            while (offeredBytes < wanted) {
                offeredBytes += offer(relay, random, true).bytes();
            }
            endTick(relay);
        }
        double used = goneBytes / (RATE * ((ticker.nanos() - startNanos) / 1e9));
        assertTrue(used >= 0.99, () -> "seed " + seed + ": " + used + " of the rate");
        double burst = Math.max(config.bandwidth().burstBytes(), RATE * longestMillis / 1e3);
        double allowed = burst + LARGEST_BYTES;
        assertTrue(window.worst() <= allowed, () -> "seed " + seed + ": " + window.worst() + " above, not " + allowed);
        assertTrue(strictWindow.worst() > allowed, "the check sees nothing");
    }

    private void endTick(FallbackRelay relay, int millis) {
        ticker.advanceMillis(millis);
        endTick(relay);
        var _ = relay.session().stats();
    }

    /** Ends a tick as the server's does: sessions whose clock goes by ticks hear of it first. */
    private void endTick(FallbackRelay relay) {
        if (relay.session().scheduler().wantsTicks()) {
            relay.session().scheduler().tickScheduler(ticker.nanos());
        }
        relay.endTick();
    }

    private TestPacket offer(FallbackRelay relay, SplittableRandom random, boolean mainThread) {
        int number = offered++;
        TestPacket packet = TestPacket.fact(
                MessagePriority.CHUNK_DATA,
                "chunk " + number,
                random.nextInt(100, LARGEST_BYTES + 1),
                new Target.ChunkTarget(0, 0),
                TestPacket.exclusive(OrderingKey.chunk(0, 0)));
        if (!relay.take(packet.message(), packet, mainThread)) {
            went(packet);
        }
        return packet;
    }

    private void went(Object packet) {
        long bytes = ((TestPacket) packet).bytes();
        gone.add(packet);
        goneBytes += bytes;
        double allowed = RATE * ((ticker.nanos() - beginNanos) / 1e9);
        window.add(allowed, bytes);
        strictWindow.add(0.9 * allowed, bytes);
    }

    private FallbackRelay relay(EngineConfig config) {
        return new FallbackRelay(
                link -> new ClientSession(
                        new UUID(0, 1), config, ticker, link.sink(), update -> update, LinkProbe.NONE),
                this::went,
                troubles);
    }
}
