package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.schedule.NetworkProfiles;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the profile's clock makes of a session. */
final class SessionClockTest {

    private static final EngineConfig BASE = SessionFixture.rate(10_000);

    @Test
    void kernel_credit_waitsForTheTick() {
        SessionFixture client = new SessionFixture(BASE.withProfile(NetworkProfiles.TURN_BASED));
        hold(client, "a");
        client.run(200);
        assertEquals(List.of(), client.writtenLabels());

        client.session.scheduler().tickScheduler(client.ticker.nanos());
        client.session.pass();

        assertEquals(List.of("a"), client.writtenLabels());
    }

    @Test
    void kernel_serverHangs_releasesAllTheSame() {
        SessionFixture client = new SessionFixture(BASE.withProfile(NetworkProfiles.TURN_BASED));
        hold(client, "a");

        client.run(300);

        assertEquals(List.of("a"), client.writtenLabels());
        assertEquals(1, client.session.scheduler().substitutions());
    }

    @Test
    void hybrid_betweenTicks_releasesByWhereThePlayerWasAtTheLastTick() {
        SessionFixture client = new SessionFixture(BASE.withProfile(NetworkProfiles.SANDBOX));
        client.session.scheduler().tickScheduler(client.ticker.nanos());
        client.session.pass();
        spend(client, 2_500);
        client.send(TestPacket.chunk(0, 0, 10));
        client.send(TestPacket.chunk(20, 0, 10));

        client.session.viewpoint(20 * 16, 64, 0);
        client.run(120);
        assertEquals(List.of("chunk 0 0", "chunk 20 0"), client.writtenLabels());

        spend(client, 1_200);
        client.send(TestPacket.chunk(0, 0, 10));
        client.send(TestPacket.chunk(20, 0, 10));
        client.session.scheduler().tickScheduler(client.ticker.nanos());
        client.run(120);
        assertEquals(List.of("chunk 20 0", "chunk 0 0"), client.writtenLabels());
    }

    /** The server may hang as somebody joins. */
    @Test
    void hybrid_neverTicked_releasesAsSoonAsThereIsCredit() {
        SessionFixture client = new SessionFixture(BASE.withProfile(NetworkProfiles.SANDBOX));
        spend(client, 1_600);
        client.send(TestPacket.chat("a", 20));
        assertTrue(client.session.hasHeld());

        client.run(60);

        assertEquals(List.of("a"), client.writtenLabels());
    }

    @Test
    void hybrid_afterAKernelClockThatHasNotTicked_releasesAsSoonAsThereIsCredit() {
        SessionFixture client = new SessionFixture(BASE.withProfile(NetworkProfiles.TURN_BASED));
        spend(client, 2_100);
        client.send(TestPacket.chat("a", 20));
        client.session.configureScheduler(NetworkProfiles.SANDBOX);

        client.run(60);

        assertEquals(List.of("a"), client.writtenLabels());
    }

    @Test
    void reconfigured_anotherClock_takesEffectWithTheNextPass() {
        SessionFixture client = new SessionFixture(BASE);
        assertFalse(client.session.scheduler().wantsTicks());
        client.session.reconfigure(BASE.withProfile(NetworkProfiles.TURN_BASED));

        client.run(10);

        assertTrue(client.session.scheduler().wantsTicks());
        assertEquals("turn-based", client.session.scheduler().profile().name());
        assertEquals(250_000_000, client.session.scheduler().nanosUntilNextPass(client.ticker.nanos()));
    }

    @Test
    void fastPath_manySmallPackets_looksAtTheClockForFewOfThem() {
        FakeTicker time = new FakeTicker();
        AtomicInteger looks = new AtomicInteger();
        ClientSession session = session(time, looks);
        TestPacket move = TestPacket.move(1, 1, 0, 0);
        looks.set(0);

        for (int i = 0; i < 1_000; i++) {
            time.advanceMillis(1);
            assertInstanceOf(Decision.Pass.class, session.offer(move.message(), move, null));
            session.passed(move.message(), move.bytes());
        }

        assertTrue(looks.get() < 250, "looks at the clock: " + looks);
    }

    @Test
    void merge_manyUpdates_looksAtTheClockForFewOfThemAndEndsTicks() {
        FakeTicker time = new FakeTicker();
        AtomicInteger looks = new AtomicInteger();
        ClientSession session = session(time, looks);
        TestPacket plug = TestPacket.fact(MessagePriority.CHUNK_DATA, "plug", 9_000_000, Target.StreamTarget.WORLD);
        session.offer(plug.message(), plug, null);
        session.passed(plug.message(), plug.bytes());
        TestPacket move = TestPacket.move(1, 1, 0, 0);
        TestPacket head = TestPacket.head(1, "head");
        assertInstanceOf(Decision.Hold.class, session.offer(move.message(), move, null));
        assertInstanceOf(Decision.Hold.class, session.offer(head.message(), head, null));
        looks.set(0);

        for (int i = 0; i < 1_000; i++) {
            time.advanceMillis(1);
            TestPacket update = i % 2 == 0 ? move : head;
            assertInstanceOf(Decision.Absorb.class, session.offer(update.message(), update, null));
        }

        assertTrue(looks.get() < 150, "looks at the clock: " + looks);
        long counted = session.stats().merged();
        assertTrue(counted > 930, "merged, as of the last tick that has ended: " + counted);
    }

    @Test
    void merge_intoAPacketThatBecomesLargerThanTheCap_releasesIt() {
        EngineConfig base = SessionFixture.rate(1_000);
        SessionFixture client = new SessionFixture(SessionFixture.capped(base, 100, base.maxHeldMessages()));
        client.congest();
        client.send(TestPacket.move(1, 1, 0, 0, 20));
        assertTrue(client.session.hasHeld());

        client.send(TestPacket.move(1, 1, 0, 0, 200));

        assertFalse(client.session.hasHeld());
        assertEquals(1, client.sink.written.size());
        assertEquals(new CapReached(1, 200, true), client.session.capReached());
    }

    @Test
    void fastPath_afterPacketsWithoutALookAtTheClock_holdsAsOfNow() {
        SessionFixture client = new SessionFixture(SessionFixture.rate(10_000));
        for (int i = 0; i < 3; i++) {
            client.ticker.advanceMillis(40);
            client.send(TestPacket.chat("passes " + i, 10));
        }
        client.ticker.advanceMillis(40);
        spend(client, 10_000);

        assertInstanceOf(Decision.Hold.class, client.send(TestPacket.sound("late")));
        client.run(490);
        assertTrue(client.session.hasHeld(), "dropped before it was stale");
    }

    private static ClientSession session(FakeTicker time, AtomicInteger looks) {
        return new ClientSession(
                new UUID(0, 1),
                SessionFixture.rate(1_000_000),
                () -> {
                    looks.incrementAndGet();
                    return time.nanos();
                },
                new CountingSink(),
                update -> update,
                LinkProbe.NONE);
    }

    private static void hold(SessionFixture client, String label) {
        spend(client, 3_000);
        client.send(TestPacket.chat(label, 20));
        assertTrue(client.session.hasHeld());
    }

    /** Spends credit, of which 10 bytes are earned each millisecond, so that what follows is held for a while. */
    private static void spend(SessionFixture client, int bytes) {
        client.send(TestPacket.fact(MessagePriority.CHUNK_DATA, "plug", bytes, Target.StreamTarget.WORLD));
        client.sink.written.clear();
    }
}
