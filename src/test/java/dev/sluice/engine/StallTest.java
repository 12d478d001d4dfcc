package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.adapt.NetworkHealth.Status;
import dev.sluice.engine.adapt.SimulatedLink;
import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.OrderingKey;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a session does when its link stands still. */
final class StallTest {

    private final FakeTicker ticker = new FakeTicker();
    private final long start = ticker.nanos();
    private final SimulatedLink link = new SimulatedLink(() -> ticker.nanos() - start, 1_000_000, 40);
    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000), link, ticker);

    @Test
    void pass_linkStalls_pausesChunksAndStateAndRecoversWithTheNewest() {
        stall();
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

    /** State waits for the link to move again, a fact does not. */
    @Test
    void factOfAnother_behindPausedState_takesItAlong() {
        stall();
        client.send(TestPacket.move(7, 1, 0, 0));
        run(2_000);
        assertEquals(List.of(), client.writtenLabels(), "not paused");

        client.send(ofBoth(DeliveryKind.FACT));
        run(20);

        assertEquals(List.of("move 7", "FACT"), client.writtenLabels());
    }

    @Test
    void state_beforeWhatWasDroppedOfAnother_isPausedAgain() {
        stall();
        // No chunk, which would wait for the link as well.
        client.send(TestPacket.chat("plug", 200_000));
        client.sink.written.clear();
        client.send(TestPacket.move(7, 1, 0, 0));
        TestPacket ephemeral = ofBoth(DeliveryKind.EPHEMERAL);
        client.send(ephemeral);
        run(600);
        assertFalse(client.session.holds(ephemeral), "not dropped");

        run(5_000);

        assertEquals(List.of(), client.writtenLabels());
        assertTrue(client.session.hasHeld());
    }

    /** State that is paused is overdue for ever: what else there is of entities has no part in that. */
    @Test
    void factsOfEntities_besidePausedState_doNotGoBeforeWhatIsOverdueForLonger() {
        SessionFixture narrow =
                new SessionFixture(SessionFixture.shares(SessionFixture.rate(20_000), Map.of()), link, ticker);
        stall(narrow, () -> narrow.send(TestPacket.chat("first plug", 70_000)));
        narrow.send(TestPacket.move(7, 1, 0, 0));
        run(narrow, 300);
        narrow.send(TestPacket.chat("plug", 40_000));
        run(narrow, 500);
        narrow.sink.written.clear();
        narrow.send(TestPacket.chat("older", 500));
        run(narrow, 600);
        narrow.send(TestPacket.spawn(8, 0, 0));

        run(narrow, 4_000);

        assertEquals(List.of("plug", "older", "spawn 8"), narrow.writtenLabels());
    }

    /** The link stands still, and there is credit. */
    private void stall() {
        stall(client, client::congest);
    }

    private void stall(SessionFixture stalled, Runnable congest) {
        stalled.send(TestPacket.spawn(7, 0, 0));
        run(stalled, 1_000);
        assertEquals(Status.HEALTHY, stalled.session.getHealth().status());
        link.stalled = true;
        congest.run();
        run(stalled, 2_500);
        assertEquals(Status.STALLED, stalled.session.scheduler().getHealth().status());
        stalled.sink.written.clear();
    }

    /** About one entity, and in order with it and another one. */
    private static TestPacket ofBoth(DeliveryKind kind) {
        MessageType type = new MessageType(40 + kind.ordinal(), "any", MessagePriority.NEARBY_ENTITIES, kind, 10);
        List<Message.Key> keys =
                List.of(TestPacket.exclusive(OrderingKey.entity(8)), TestPacket.exclusive(OrderingKey.entity(7)));
        return new TestPacket(
                kind.name(), 10, new Message(type, new Target.EntityTarget(8), keys, null, WorldEffect.NONE, 10, null));
    }

    private void run(long millis) {
        run(client, millis);
    }

    private void run(SessionFixture of, long millis) {
        for (long i = 0; i < millis; i += 10) {
            of.run(10);
            link.deliver(10_000_000, of.session::confirmed);
        }
    }
}
