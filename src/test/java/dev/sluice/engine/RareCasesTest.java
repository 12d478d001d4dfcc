package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.budget.BandwidthConfig;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.PriorityTerms;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What seldom happens, and went wrong. */
final class RareCasesTest {

    /** Two moves that could not be added, and a position that supersedes both: the older one's deadline counts. */
    @Test
    void position_supersedesTwoMoves_keepsTheEarlierDeadline() {
        EngineHarness engine = new EngineHarness(new BandwidthConfig(1, 20, 1), Map.of());
        engine.hold(TestPacket.move(7, 20_000, 0, 0));
        engine.ticker.advanceMillis(400);
        engine.hold(TestPacket.move(7, 20_000, 0, 0));
        engine.hold(TestPacket.sync(7, "sync"));
        engine.ticker.advanceMillis(150);
        assertEquals(50_000_000, engine.packets.overdueNanos(MessagePriority.NEARBY_ENTITIES, engine.ticker.nanos()));
    }

    /** What passes at once has been sent too. */
    @Test
    void explain_updatesThatPassedAtOnce_countAsSent() {
        SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));
        client.send(TestPacket.spawn(7, 0, 0));
        client.congest();
        client.send(TestPacket.move(7, 1, 0, 0));
        client.drain();
        client.run(500);
        for (int i = 0; i < 100; i++) {
            client.send(TestPacket.move(7, 400, 0, 0));
            client.run(50);
        }
        PriorityTerms terms = client.session.explain(7).orElseThrow();
        assertTrue(terms.ticksSinceSent() <= 2 && terms.changeBlocks() < 0.1, () -> "" + terms);
    }

    /** Chunks without a share of their own are raised as well. */
    @Test
    void ring_chunksWithoutAShare_getThreeQuarters() {
        EngineConfig base = SessionFixture.rate(125_000);
        Map<MessagePriority, Double> shares = new EnumMap<>(base.shares());
        shares.remove(MessagePriority.CHUNK_DATA);
        SessionFixture client = new SessionFixture(new EngineConfig(
                base.bandwidth(),
                shares,
                base.managed(),
                base.maxDeferralNanos(),
                base.adaptive(),
                base.maxHeldBytes(),
                base.maxHeldMessages(),
                base.profile(),
                base.control()));
        client.session.awaitWorld();
        client.congest();
        for (int i = 0; i < 120; i++) {
            client.send(TestPacket.chunk(2 + i % 4, i / 4, 4_000));
            for (int j = 0; j < 10; j++) {
                client.send(TestPacket.edit(i, 40 + j, "edit"));
            }
        }
        client.run(1_600);
        client.sink.written.clear();
        client.run(300);
        long chunks = client.writtenLabels().stream()
                .filter(label -> label.startsWith("chunk"))
                .count();
        double all = 4_000.0 * chunks + 14.0 * (client.sink.written.size() - chunks);
        assertTrue(4_000 * chunks >= 0.75 * all, chunks + " chunks of " + all + " bytes");
    }
}
