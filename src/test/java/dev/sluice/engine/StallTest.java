package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.adapt.NetworkHealth.Status;
import dev.sluice.engine.adapt.SimulatedLink;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a session does when its link stands still. */
final class StallTest {

    private final FakeTicker ticker = new FakeTicker();
    private final long start = ticker.nanos();
    private final SimulatedLink link = new SimulatedLink(() -> ticker.nanos() - start, 1_000_000, 40);
    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000), link, ticker);

    @Test
    void pass_linkStalls_pausesChunksAndStateAndRecoversWithTheNewest() {
        client.send(TestPacket.spawn(7, 0, 0));
        run(1_000);
        assertEquals(Status.HEALTHY, client.session.getHealth().status());
        link.stalled = true;
        client.congest();
        run(2_500);
        assertEquals(Status.STALLED, client.session.scheduler().getHealth().status());

        client.sink.written.clear();
        client.send(TestPacket.chunk(1, 0, 600));
        client.send(TestPacket.head(7, "old"));
        client.send(TestPacket.head(7, "new"));
        client.send(TestPacket.chat("fact", 90));
        run(5_000);
        assertEquals(List.of("fact"), client.writtenLabels());
        assertTrue(client.session.hasHeld());

        link.stalled = false;
        run(2_000);
        assertFalse(client.session.hasHeld());
        assertEquals(3, client.writtenLabels().size(), () -> "" + client.writtenLabels());
        assertTrue(client.writtenLabels().contains("new"));
        assertFalse(client.writtenLabels().contains("old"));
        assertEquals(Status.HEALTHY, client.session.getHealth().status());
        assertEquals(client.receipts(), client.sink.settledReceipts());
    }

    private void run(long millis) {
        for (long i = 0; i < millis; i += 10) {
            client.run(10);
            link.deliver(10_000_000, client.session::confirmed);
        }
    }
}
