package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import org.junit.jupiter.api.Test;

/** Nothing is paid for beyond a moment at which all had been sent (docs/scheduling.md, head of its class). */
final class BusyPeriodTest {

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

    @Test
    void chunk_allWasSentLongAgoTheLastOfItTakenAlong_waitsAsInAFreshSession() {
        long fresh = millisOfAChunkAmongTheOthers();

        // A large chunk goes by its share, and what is behind it along with something that is never held.
        SessionFixture used = client;
        used.congest();
        used.send(TestPacket.chunk(9, 9, 26_000));
        used.send(TestPacket.fact(
                MessagePriority.VOXEL_EDITS,
                "behind it",
                100,
                new Target.ChunkTarget(9, 9),
                TestPacket.exclusive(OrderingKey.chunk(9, 9))));
        while (used.writtenLabels().isEmpty()) {
            used.run(10);
        }
        used.send(TestPacket.immediate("takes it along", TestPacket.exclusive(OrderingKey.chunk(9, 9))));
        assertFalse(used.session.hasHeld());
        used.run(60_000);

        long waited = millisOfAChunkAmongTheOthers(used);
        assertTrue(waited <= fresh + 20, () -> waited + " ms instead of " + fresh);
    }

    private static long millisOfAChunkAmongTheOthers() {
        SessionFixture fresh = new SessionFixture(SessionFixture.rate(125_000));
        fresh.run(60_000);
        return millisOfAChunkAmongTheOthers(fresh);
    }

    /** For how long a small chunk waits while edits, chat and interface flood. */
    private static long millisOfAChunkAmongTheOthers(SessionFixture of) {
        // Not of the chunks' class, and not of any lane: it passes.
        of.send(TestPacket.fact(MessagePriority.METADATA, "plug", 20_000, Target.StreamTarget.WORLD));
        of.sink.written.clear();
        for (int i = 0; i < 200; i++) {
            of.send(TestPacket.edit(1, 1, "edit"));
            of.send(fact(MessagePriority.VOXEL_EDITS, i));
            of.send(fact(MessagePriority.METADATA, i));
            of.send(TestPacket.chat("chat", 1_000));
        }
        of.send(TestPacket.chunk(2, 2, 500));
        for (int millis = 0; millis < 60_000; millis += 10) {
            of.run(10);
            if (of.writtenLabels().contains("chunk 2 2")) {
                return millis;
            }
        }
        throw new AssertionError("the chunk never came");
    }

    private static TestPacket fact(MessagePriority messageClass, int number) {
        return TestPacket.fact(messageClass, "fact " + number, 1_000, Target.StreamTarget.WORLD);
    }
}
