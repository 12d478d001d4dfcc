package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.api.Test;

/** What is only seen of an entity, such as the swing of an arm, is no fact: its state is thinned out all the same. */
final class SwingingEntityTest {

    private static final MessageType SWING =
            new MessageType(40, "animate", MessagePriority.NEARBY_ENTITIES, DeliveryKind.EPHEMERAL, 8);

    /** The control: without swings a round trip of 400 ms leaves an entity an update in every fourth tick. */
    @Test
    void moves_slowRoundTrip_areSentInEveryFourthTick() {
        assertTrue(movesOfFortyTicks(false) <= 11, () -> "" + movesOfFortyTicks(false));
    }

    @Test
    void moves_slowRoundTripOfOneThatSwingsItsArm_areSentInEveryFourthTick() {
        long moves = movesOfFortyTicks(true);
        assertTrue(moves <= 11, () -> moves + " updates in 40 ticks");
    }

    /** As StallTest.pass_linkStalls_pausesChunksAndStateAndRecoversWithTheNewest, of a player who digs. */
    @Test
    void state_linkStallsWhileItsEntitySwings_isPaused() {
        FakeTicker ticker = new FakeTicker();
        long start = ticker.nanos();
        SimulatedLink link = new SimulatedLink(() -> ticker.nanos() - start, 1_000_000, 40);
        SessionFixture client = new SessionFixture(SessionFixture.rate(125_000), link, ticker);
        client.send(TestPacket.spawn(7, 0, 0));
        run(client, link, 1_000);
        link.stalled = true;
        client.congest();
        run(client, link, 2_500);
        assertEquals(Status.STALLED, client.session.scheduler().getHealth().status());
        client.sink.written.clear();
        for (int tick = 0; tick < 100; tick++) {
            client.send(TestPacket.move(7, 1, 0, 0));
            client.send(swing());
            run(client, link, 50);
        }
        assertEquals(List.of(), client.writtenLabels());
    }

    /** Much is held, for longer than a swing: moves add up, as they do without swings. */
    @Test
    void moves_heldWithSwingsBetweenThem_addUp() {
        SessionFixture client = new SessionFixture(SessionFixture.rate(1_000));
        client.send(TestPacket.fact(MessagePriority.CHUNK_DATA, "plug", 200_000, Target.StreamTarget.WORLD));
        client.sink.written.clear();
        for (int tick = 0; tick < 200; tick++) {
            client.send(TestPacket.move(7, 1, 0, 0));
            client.send(swing());
            client.run(50);
        }
        client.run(600);
        int held = client.session.stats().heldMessages();
        assertTrue(held <= 4, () -> held + " messages of one entity are held");
    }

    private static long movesOfFortyTicks(boolean swinging) {
        SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));
        client.rttMillis = 400;
        client.send(TestPacket.spawn(7, 0, 0));
        client.run(1_000);
        client.sink.written.clear();
        for (int tick = 0; tick < 40; tick++) {
            client.send(TestPacket.move(7, 1, 0, 0));
            if (swinging) {
                client.send(swing());
            }
            client.run(50);
        }
        return client.writtenLabels().stream()
                .filter(label -> !label.equals("swing"))
                .count();
    }

    private static void run(SessionFixture client, SimulatedLink link, long millis) {
        for (long i = 0; i < millis; i += 10) {
            client.run(10);
            link.deliver(10_000_000, client.session::confirmed);
        }
    }

    private static TestPacket swing() {
        return new TestPacket(
                "swing",
                8,
                new Message(
                        SWING,
                        new Target.EntityTarget(7),
                        List.of(TestPacket.shared(OrderingKey.entity(7))),
                        null,
                        WorldEffect.NONE,
                        8,
                        null));
    }
}
