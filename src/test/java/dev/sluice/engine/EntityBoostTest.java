package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.priority.Viewpoint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What being left out does to the order in which entities are sent, and for how long. */
final class EntityBoostTest {

    private static final int LEFT_OUT = 7;

    /** A fifth more score than the other, if neither has a boost. */
    private static final int NEARER = 8;

    /** The debt of so many bytes ends with the tick after. */
    private static final int DEBT_OF_A_TICK = 600;

    /** That of so many after two seconds, in which a boost of a half has become an eighth. */
    private static final int DEBT_OF_TWO_SECONDS = 20_000;

    private final SessionFixture client = new SessionFixture(byScoreAlone());

    @BeforeEach
    void sendBothOutOfThePlayersSight() {
        client.session.viewpoint(new Viewpoint(0, 64, 0, 0, 0));
        client.send(TestPacket.spawnAt(LEFT_OUT, 8, 64, 0));
        client.send(TestPacket.spawnAt(NEARER, -4, 64, 0));
        // Of state that was sent in the same tick both have the same age.
        client.send(TestPacket.move(LEFT_OUT, 1, 0, 0));
        client.send(TestPacket.move(NEARER, 1, 0, 0));
        client.run(1_000);
    }

    @Test
    void pass_leftOutInTheTickBefore_goesBeforeOneOfSlightlyMoreScore() {
        leaveOut(DEBT_OF_A_TICK);

        assertEquals(List.of(LEFT_OUT, NEARER), order(DEBT_OF_A_TICK));
    }

    @Test
    void pass_leftOutLongAgo_goesBehindOneOfSlightlyMoreScore() {
        leaveOut(DEBT_OF_TWO_SECONDS);

        assertEquals(List.of(NEARER, LEFT_OUT), order(DEBT_OF_TWO_SECONDS));
    }

    /** What the other two would show if the scores were others. */
    @Test
    void pass_neitherLeftOut_thatOfSlightlyMoreScoreGoesFirst() {
        client.congest();
        client.send(TestPacket.move(LEFT_OUT, 1, 0, 0));

        assertEquals(List.of(NEARER, LEFT_OUT), order(0));
    }

    /** Has a pass write a fact of so many bytes and end just before the entity, whose turn is next. */
    private void leaveOut(int factBytes) {
        client.congest();
        client.send(TestPacket.fact(MessagePriority.PLAYER_STATE, "urgent", factBytes, Target.StreamTarget.PLAYER));
        client.send(TestPacket.move(LEFT_OUT, 1, 0, 0));
        while (client.sink.written.isEmpty()) {
            client.run(10);
        }
        assertEquals(List.of("urgent"), client.writtenLabels());
        assertEquals(1.5, client.session.explain(LEFT_OUT).orElseThrow().boost(), 1e-6);
        client.sink.written.clear();
    }

    /** Has the nearer one compete; which went first? */
    private List<Integer> order(int debtBytes) {
        client.send(TestPacket.move(NEARER, 1, 0, 0));
        long start = client.ticker.nanos();
        client.drain();
        double seconds = (client.ticker.nanos() - start) * 1e-9;
        assertTrue(seconds >= debtBytes / 10_000.0 - 0.02, () -> "nothing was owed: sent after " + seconds + " s");
        return client.writtenLabels().stream()
                .map(label -> Integer.valueOf(label.substring("move ".length())))
                .toList();
    }

    /** 10 KB/s without shares, and nothing is ever overdue. */
    private static EngineConfig byScoreAlone() {
        EngineConfig base = SessionFixture.rate(10_000);
        return new EngineConfig(
                base.bandwidth(),
                Map.of(),
                base.managed(),
                3_600_000_000_000L,
                base.adaptive(),
                base.maxHeldBytes(),
                base.maxHeldMessages(),
                base.profile(),
                base.control());
    }
}
