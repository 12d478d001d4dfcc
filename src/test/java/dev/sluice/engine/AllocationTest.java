package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.packet.Decision;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.schedule.NetworkProfiles;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * What the engine does for each packet allocates nothing in the long run. The statistics of a session are a new object
 * each tick: these are bounded by themselves.
 */
final class AllocationTest {

    private static final long BYTES_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_BYTE = 1_000_000_000L / BYTES_PER_SECOND;
    private static final int MOVE_BYTES = 12;

    /** Bytes a packet: an object of the smallest size in every 1 600 packets is seen. */
    private static final double MOST_BYTES = 0.01;

    /** Bytes a tick. */
    private static final double MOST_TICK_BYTES = 2_000;

    /** More than are held at a time, so that none is held already when its turn comes again. */
    private static final int ENTITIES = 16_384;

    /** How many packets arrive between two passes: 12 ms, more than a quantum, and fewer than are held. */
    private static final int BATCH = 1_000;

    private final FakeTicker ticker = new FakeTicker();
    private final CountingSink sink = new CountingSink();

    /** With a profile that withholds nothing of entities whose place is unknown, so that as many leave as come. */
    private final ClientSession session = new ClientSession(
            new UUID(0, 1),
            SessionFixture.rate(BYTES_PER_SECOND).withProfile(NetworkProfiles.ACTION),
            ticker,
            sink,
            update -> update,
            LinkProbe.NONE);

    private long passed;
    private long held;
    private long absorbed;

    @Test
    void measurement_oneObjectForEachOperation_isSeen() {
        Object[] kept = new Object[1];

        assertTrue(Allocations.bytesPerOperation(i -> kept[0] = new byte[i % 2]) >= 16);
    }

    @Test
    void fastPath_movesOfKnownEntities_allocatesNothing() {
        TestPacket[] moves = packets(ENTITIES, id -> TestPacket.move(id, 1, 0, 0));

        TickedAllocations found = TickedAllocations.of(session, i -> {
            ticker.advanceNanos(2 * MOVE_BYTES * NANOS_PER_BYTE);
            offer(moves[i % ENTITIES]);
        });

        assertAllocatesNothing(found);
        assertEquals(0, held + absorbed, "packets that did not pass");
    }

    @Test
    void holdAndRelease_stateOfEntitiesNotHeld_allocatesNothing() {
        TestPacket[] moves = packets(ENTITIES, id -> TestPacket.move(id, 1, 0, 0));

        assertAllocatesNothing(holdAndRelease(moves));
    }

    @Test
    void holdAndRelease_factsWithOneKey_allocatesNothing() {
        TestPacket[] facts = packets(
                ENTITIES,
                id -> TestPacket.fact(
                        MessagePriority.NEARBY_ENTITIES,
                        "fact",
                        MOVE_BYTES,
                        new Target.EntityTarget(id),
                        TestPacket.exclusive(OrderingKey.entity(id))));

        assertAllocatesNothing(holdAndRelease(facts));
    }

    @Test
    void holdAndRelease_editsFarFromThePlayersActions_allocatesNothing() {
        TestPacket[] edits = packets(ENTITIES, id -> TestPacket.section(id % 128, 4, id / 128, MOVE_BYTES, "edit"));
        for (int i = 0; i < 100; i++) {
            session.acted(-100 - 20 * i, 64, 0);
        }

        assertAllocatesNothing(holdAndRelease(edits));
    }

    @Test
    void holdAndRelease_chatInOneStream_allocatesNothing() {
        TestPacket[] chat = packets(16, id -> TestPacket.chat("hello", MOVE_BYTES));

        assertAllocatesNothing(holdAndRelease(chat));
    }

    /** The tables empty with each pass and must not grow anew each time. */
    @Test
    void holdAndRelease_queueEmptiedByEachPass_allocatesNothing() {
        TestPacket[] moves = packets(ENTITIES, id -> TestPacket.move(id, 1, 0, 0));

        TickedAllocations found = TickedAllocations.of(session, i -> {
            if (i % BATCH == 0) {
                ticker.advanceMillis(1_000);
                spendCredit(100_001);
            }
            offer(moves[i % ENTITIES]);
            if (i % BATCH == BATCH - 1) {
                ticker.advanceMillis(15);
                session.pass();
                assertFalse(session.hasHeld());
            }
        });

        assertAllocatesNothing(found);
        assertEquals(0, passed, "packets that were not held");
        assertTrue(absorbed < held / 10, "expected hardly any merge, found " + absorbed + " beside " + held);
    }

    @Test
    void merge_moveIntoHeldMove_allocatesNothing() {
        int entities = 256;
        TestPacket[] there = packets(entities, id -> TestPacket.move(id, 1, 0, 0));
        TestPacket[] back = packets(entities, id -> TestPacket.move(id, -1, 0, 0));
        spendCredit(1_000_000);
        for (int id = 0; id < entities; id++) {
            offer(TestPacket.move(id, 100, 0, 0));
        }

        TickedAllocations found =
                TickedAllocations.of(session, i -> offer((i / entities % 2 == 0 ? there : back)[i % entities]));

        assertAllocatesNothing(found);
        assertEquals(entities, held, "packets held apart");
        assertEquals(sink.superseded, absorbed, "packets merged");
    }

    @Test
    void fastPath_passengersThatMountAndDismount_allocatesNothing() {
        for (int id = 0; id < 2; id++) {
            offer(TestPacket.move(id, 1, 0, 0));
        }
        TestPacket[] rides = {
            telling(new Observation.Mounted(0, List.of(1))), telling(new Observation.Mounted(0, List.of()))
        };

        TickedAllocations found = TickedAllocations.of(session, i -> {
            ticker.advanceNanos(2 * MOVE_BYTES * NANOS_PER_BYTE);
            offer(rides[i % rides.length]);
        });

        assertAllocatesNothing(found);
        assertEquals(0, held + absorbed, "packets that did not pass");
    }

    private static TestPacket telling(Observation observation) {
        Message plain = TestPacket.fact(
                        MessagePriority.NEARBY_ENTITIES,
                        "telling",
                        MOVE_BYTES,
                        new Target.EntityTarget(0),
                        TestPacket.exclusive(OrderingKey.entity(0)))
                .message();
        return new TestPacket(
                "telling",
                MOVE_BYTES,
                new Message(
                        plain.type(),
                        plain.target(),
                        plain.keys(),
                        null,
                        plain.effect(),
                        plain.sizeBytes(),
                        observation));
    }

    /** Offers as much as the link carries, behind 10 000 that wait. Returns what a packet allocates. */
    private TickedAllocations holdAndRelease(TestPacket[] packets) {
        spendCredit(220_000);

        TickedAllocations found = TickedAllocations.of(session, i -> {
            ticker.advanceNanos(MOVE_BYTES * NANOS_PER_BYTE);
            offer(packets[i % packets.length]);
            if (i % BATCH == BATCH - 1) {
                session.pass();
            }
        });

        assertEquals(0, passed, "packets that were not held");
        assertTrue(absorbed < held / 10, "expected hardly any merge, found " + absorbed + " beside " + held);
        assertTrue(
                sink.written > held - 2 * ENTITIES,
                "expected a release for each held packet, found " + sink.written + " of " + held);
        return found;
    }

    private void spendCredit(int bytes) {
        TestPacket plug = TestPacket.fact(MessagePriority.CHUNK_DATA, "plug", bytes, Target.StreamTarget.WORLD);
        session.offer(plug.message(), plug, null);
        session.passed(plug.message(), bytes);
    }

    private void offer(TestPacket packet) {
        switch (session.offer(packet.message(), packet, null)) {
            case Decision.Pass pass -> {
                passed++;
                session.passed(packet.message(), packet.bytes());
            }
            case Decision.Hold hold -> held++;
            case Decision.Absorb absorb -> absorbed++;
        }
    }

    private static TestPacket[] packets(int count, IntFunction<TestPacket> packet) {
        TestPacket[] all = new TestPacket[count];
        for (int id = 0; id < count; id++) {
            all[id] = packet.apply(id);
        }
        return all;
    }

    private static void assertAllocatesNothing(TickedAllocations found) {
        assertTrue(found.perOperation() < MOST_BYTES, "expected nothing, found " + found);
        assertTrue(found.perTick() < MOST_TICK_BYTES, "expected a tick's statistics, found " + found);
    }
}
