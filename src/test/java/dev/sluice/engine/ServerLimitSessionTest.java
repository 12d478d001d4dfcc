package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.budget.HeapCap;
import dev.sluice.engine.budget.RateCap;
import dev.sluice.engine.budget.ServerCaps;
import dev.sluice.engine.budget.ServerLimit;
import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.port.ClientLink;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.port.LinkReading;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Sessions that share a server's upload. */
final class ServerLimitSessionTest {

    private static final long LIMIT = 100_000;

    private final FakeTicker ticker = new FakeTicker();
    private final ServerLimit limit = new ServerLimit(LIMIT, ticker.nanos());
    private final CountingSink busySink = new CountingSink();
    private final ClientSession busy = session(1, busySink);
    private final ClientSession other = session(2, new CountingSink());

    @Test
    void limit_oneBusyAndOneIdle_theBusyOneHasNearlyAll() {
        load(busy);
        run(2_000);
        assertTrue(
                busy.stats().budgetBytesPerSecond() >= 0.85 * LIMIT,
                busy.stats().toString());
        assertTrue(sum() <= LIMIT, () -> busy.stats() + " and " + other.stats());
    }

    @Test
    void limit_bothBusy_eachHasHalf() {
        load(busy);
        load(other);
        run(2_000);
        assertEquals(LIMIT / 2, busy.stats().budgetBytesPerSecond());
        assertEquals(LIMIT / 2, other.stats().budgetBytesPerSecond());
    }

    @Test
    void close_oneOfTwoBusy_leavesAllToTheOther() {
        load(busy);
        load(other);
        run(1_000);
        other.close();
        run(1_000);
        assertEquals(LIMIT, busy.stats().budgetBytesPerSecond());
    }

    @Test
    void limit_memberWhoseStateWaitsForItsInterval_demandsOnlyWhatItUses() {
        LinkProbe far = new LinkProbe() {
            @Override
            public LinkReading read() {
                return LinkReading.ofRtt(400);
            }

            @Override
            public String name() {
                return "far";
            }
        };
        other.close();
        ClientSession distant = new ClientSession(
                new UUID(0, 3),
                SessionFixture.rate(125_000),
                ticker,
                ClientLink.of(new CountingSink()),
                update -> update,
                far,
                new ServerCaps(limit.join(), HeapCap.NONE),
                new SplittableRandom(1));
        load(busy);
        for (int tick = 0; tick < 60; tick++) {
            for (int entity = 0; entity < 8; entity++) {
                TestPacket head = TestPacket.head(entity, "head " + tick);
                if (distant.offer(head.message(), head, null) instanceof Decision.Pass) {
                    distant.passed(head.message(), head.bytes());
                }
            }
            run(50);
            distant.pass();
        }
        assertTrue(
                busy.stats().budgetBytesPerSecond() >= 0.85 * LIMIT,
                busy.stats().toString());
    }

    @Test
    void limit_sessionThatHasJustBeenMade_goesByItsShareAtOnce() {
        load(busy);
        load(other);
        run(2_000);
        ClientSession newcomer = session(3, new CountingSink());
        assertEquals(1, newcomer.stats().budgetBytesPerSecond());
        run(60);
        newcomer.pass();
        assertEquals(LIMIT / 3, newcomer.stats().budgetBytesPerSecond());
    }

    @Test
    void limit_sessionWhoseNeverHeldBytesExceedItsBudget_demandsThemAsWell() {
        ServerLimit wide = new ServerLimit(1_000_000, ticker.nanos());
        ClientSession flooded = session(3, new CountingSink(), wide.join());
        RateCap greedy = wide.join();
        for (int tick = 0; tick < 60; tick++) {
            flooded.passed(null, 20_000);
            load(flooded);
            ticker.advanceMillis(50);
            flooded.pass();
            greedy.allowed(5_000_000, ticker.nanos());
        }
        // It uses 400 KB/s, of which its budget is 125.
        assertTrue(
                greedy.allowed(5_000_000, ticker.nanos()) <= 600_000,
                flooded.stats().toString());
    }

    @Test
    void allowed_aLittleLess_isFollowedAtOnce() {
        AtomicLong allowed = new AtomicLong(100_000);
        RateCap cap = new RateCap() {
            @Override
            public long allowed(long demandBytesPerSecond, long nowNanos) {
                return allowed.get();
            }

            @Override
            public void leave() {
                // Nothing was joined.
            }
        };
        ClientSession session = session(3, new CountingSink(), cap);
        allowed.set(99_900);
        ticker.advanceMillis(50);
        session.pass();
        assertEquals(99_900, session.stats().budgetBytesPerSecond());
    }

    private long sum() {
        return busy.stats().budgetBytesPerSecond() + other.stats().budgetBytesPerSecond();
    }

    private ClientSession session(int id, CountingSink sink) {
        return session(id, sink, limit.join());
    }

    private ClientSession session(int id, CountingSink sink, RateCap cap) {
        return new ClientSession(
                new UUID(0, id),
                SessionFixture.rate(125_000),
                ticker,
                ClientLink.of(sink),
                update -> update,
                LinkProbe.NONE,
                new ServerCaps(cap, HeapCap.NONE),
                new SplittableRandom(1));
    }

    private static void load(ClientSession session) {
        for (int i = 0; i < 400; i++) {
            TestPacket chunk = TestPacket.chunk(i, 0, 4_000);
            if (session.offer(chunk.message(), chunk, null).equals(Decision.PASS)) {
                session.passed(chunk.message(), chunk.bytes());
            }
        }
    }

    private void run(long millis) {
        for (long i = 0; i < millis; i += 10) {
            ticker.advanceMillis(10);
            busy.pass();
            other.pass();
        }
    }
}
