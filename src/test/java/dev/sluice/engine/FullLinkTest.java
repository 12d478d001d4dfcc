package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.packet.DeliveryKind;
import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.MessageType;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.packet.WorldEffect;
import dev.sluice.engine.priority.LinkPressure;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How often an entity's state is sent while a world loads, so that the link is full and not congested. */
final class FullLinkTest {

    private static final int OWN = 1;
    private static final int NEAR = 10;
    private static final int MIDDLE = 20;
    private static final int OPPONENT = 21;
    private static final int FAR = 100;

    /** A multiple of each interval; less than the five seconds for which a blow counts. */
    private static final int TICKS = 60;

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));
    private int nextChunk = 100;

    @Test
    void pass_worldLoads_whatIsNotCloseAndFightsNotWaitsByTheLongerInterval() {
        stand();
        play(20, true);
        client.send(struck(OPPONENT));
        client.sink.written.clear();

        play(TICKS, true);

        assertEquals(LinkPressure.FULL, client.session.stats().pressure());
        // By the profile, 2 ticks up to 32 blocks and 4 beyond 64; on a full link 3 at least.
        assertEquals(Map.of(NEAR, TICKS, OPPONENT, TICKS, MIDDLE, TICKS / 3, FAR, TICKS / 4), sent());
    }

    /** State that an interval withholds is held itself, so that none passes beside it. */
    @Test
    void pass_worldHasLoaded_intervalsHoldForASecondMore() {
        stand();
        play(20, true);
        client.sink.written.clear();
        while (!client.writtenLabels().contains("chunk " + (nextChunk - 1) + " 0")) {
            play(1, false);
        }
        client.sink.written.clear();

        play(18, false);
        assertEquals(Map.of(NEAR, 18, OPPONENT, 6, MIDDLE, 6), sentBut(FAR));

        play(4, false);
        client.sink.written.clear();
        play(TICKS, false);
        assertEquals(Map.of(NEAR, TICKS, OPPONENT, TICKS, MIDDLE, TICKS, FAR, TICKS), sent());
    }

    /** With credit there is nobody to wait for. */
    @Test
    void offer_nothingHeldWithinThatSecond_passes() {
        stand();
        play(20, true);
        client.drain();
        client.run(100);
        client.sink.written.clear();

        play(10, false);

        assertEquals(LinkPressure.FULL, client.session.stats().pressure());
        assertEquals(Map.of(NEAR, 10, OPPONENT, 10, MIDDLE, 10, FAR, 10), sent());
    }

    private void stand() {
        client.session.ownEntity(OWN);
        client.session.viewpoint(0, 64, 0);
        for (int id : List.of(NEAR, MIDDLE, OPPONENT, FAR)) {
            client.send(TestPacket.spawnAt(id, id, 64, 0));
        }
    }

    /** Has each entity say something in so many ticks, and a little more than the budget come of chunks. */
    private void play(int ticks, boolean loading) {
        for (int tick = 0; tick < ticks; tick++) {
            for (int i = 0; loading && i < 7; i++) {
                client.send(TestPacket.chunk(nextChunk++, 0, 1_000));
            }
            for (int id : List.of(NEAR, MIDDLE, OPPONENT, FAR)) {
                client.send(TestPacket.sync(id, "state " + id));
            }
            client.run(50);
        }
    }

    private Map<Integer, Integer> sent() {
        return sentBut(OWN);
    }

    private Map<Integer, Integer> sentBut(int left) {
        return client.writtenLabels().stream()
                .filter(label -> label.startsWith("state"))
                .map(label -> Integer.valueOf(label.substring("state ".length())))
                .filter(id -> id != left)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.summingInt(id -> 1)));
    }

    /** The player has struck it. */
    private static TestPacket struck(int id) {
        MessageType type =
                new MessageType(60, "damage_event", MessagePriority.NEARBY_ENTITIES, DeliveryKind.IMMEDIATE, 20);
        return new TestPacket(
                type.name(),
                20,
                new Message(
                        type,
                        new Target.EntityTarget(id),
                        List.of(),
                        null,
                        WorldEffect.NONE,
                        20,
                        new Observation.Struck(id, OWN)));
    }
}
