package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.packet.Message;
import dev.sluice.engine.packet.Observation;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.PriorityTerms;
import dev.sluice.engine.priority.Target;
import dev.sluice.engine.priority.Viewpoint;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an entity matters more than another one, and when it does not. */
final class EntityPriorityTest {

    private static final int OWN = 1;
    private static final int BLOCK = 4096;

    /** The height of a player's eyes, and of the middle of a body, in blocks. */
    private static final double EYES = 1.62;

    private static final double BODY = 0.9;

    private final SessionFixture client = new SessionFixture(SessionFixture.rate(125_000));

    @BeforeEach
    void standAndLookSouth() {
        client.session.ownEntity(OWN);
        client.session.viewpoint(new Viewpoint(0, 64, 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 16, 2", "0, -16, 1", "16, 0, 1", "-16, 0, 1", "4, 15, 2", "8, 15, 1"})
    void explain_entityAroundThePlayer_isLookedAtInFrontOfItOnly(double x, double z, double look) {
        client.send(TestPacket.spawnAt(7, x, 64, z));
        client.run(10);

        assertEquals(look, explain(7).look());
    }

    /** Its feet, and then what is 1.6 blocks above them. */
    @ParameterizedTest
    @CsvSource({"10, 0.5", "10, 10", "6, 10", "2, 3", "0, 16", "0, 1", "-10, 10", "-10, 0.5", "-1, 0.5"})
    void explain_entityInTheMiddleOfTheScreen_isLookedAtAboveAndBelow(double above, double ahead) {
        client.send(TestPacket.spawnAt(7, 0, 64 + above, ahead));
        for (double height : new double[] {0, 1.6}) {
            lookUp(Math.toDegrees(Math.atan2(above + height - EYES, ahead)));
            assertEquals(2, explain(7).look(), "at " + height);
        }
    }

    /** At 16 blocks a body of 0.9 blocks around its middle adds 3.2 degrees to 20. */
    @ParameterizedTest
    @CsvSource({"0, 22.5, 2", "0, 24, 1", "45, 22.5, 2", "45, 24, 1", "-45, 22.5, 2", "-45, 24, 1"})
    void explain_entityAtTheEdge_isLookedAtBelowAndAboveAlike(double upDegrees, double asideDegrees, double look) {
        double up = Math.toRadians(upDegrees);
        client.send(TestPacket.spawnAt(7, 0, 64 + EYES - BODY + 16 * Math.sin(up), 16 * Math.cos(up)));
        for (int side = -1; side <= 1; side += 2) {
            lookUp(upDegrees + side * asideDegrees);
            assertEquals(look, explain(7).look(), "side " + side);
        }
    }

    private void lookUp(double degrees) {
        client.session.viewpoint(new Viewpoint(0, 64, 0, 0, (float) -degrees));
        client.run(50);
    }

    @Test
    void explain_blowBetweenTwoOthers_isNoCombatOfThePlayer() {
        spawn(8, 9);
        client.send(struck(8, 9));
        client.run(10);

        assertEquals(1, explain(8).combat());
        assertEquals(1, explain(9).combat());
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "8, 1"})
    void explain_blowOfThePlayerOrAtIt_isCombatForFiveSeconds(int victim, int attacker) {
        spawn(8, 9);
        client.send(struck(victim, attacker));
        client.run(4_900);

        assertEquals(4, explain(8).combat());
        assertEquals(1, explain(9).combat());

        client.run(200);

        assertEquals(1, explain(8).combat());
    }

    @ParameterizedTest
    @CsvSource({"7, 8", "8, 7"})
    void pass_twoThatDifferInWhereThePlayerLooks_thatInFrontGoesFirst(int more, int less) {
        client.send(TestPacket.spawnAt(more, 0, 64, 16));
        client.send(TestPacket.spawnAt(less, 0, 64, -16));

        assertGoesFirst(more, TestPacket.move(less, 1, 0, 0), TestPacket.move(more, 1, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"7, 8", "8, 7"})
    void pass_twoThatDifferInCombat_theOpponentGoesFirst(int more, int less) {
        spawn(more, less);
        client.send(struck(OWN, more));

        assertGoesFirst(more, TestPacket.move(less, 1, 0, 0), TestPacket.move(more, 1, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"7, 8", "8, 7"})
    void pass_twoThatDifferInTheirChange_theOneThatMovedMoreGoesFirst(int more, int less) {
        spawn(more, less);

        assertGoesFirst(more, TestPacket.move(less, 0, BLOCK / 8, 0), TestPacket.move(more, 0, 2 * BLOCK, 0));
    }

    /** Has two moves held, that of less weight first, and soon released. */
    private void assertGoesFirst(int entity, TestPacket first, TestPacket second) {
        client.run(200);
        client.send(TestPacket.fact(MessagePriority.CHUNK_DATA, "plug", 20_000, Target.StreamTarget.WORLD));
        client.sink.written.clear();
        client.send(first);
        client.send(second);
        assertEquals(List.of(), client.writtenLabels());

        client.drain();

        assertEquals("move " + entity, ((TestPacket) client.sink.written.getFirst()).label());
        assertEquals(2, client.sink.written.size());
    }

    /** Two that are as far from the player, out of its sight. */
    private void spawn(int one, int other) {
        client.send(TestPacket.spawnAt(one, 4, 64, -15));
        client.send(TestPacket.spawnAt(other, -4, 64, -15));
    }

    private PriorityTerms explain(int entity) {
        return client.session.explain(entity).orElseThrow();
    }

    private static TestPacket struck(int victim, int attacker) {
        Message plain = TestPacket.fact(MessagePriority.METADATA, "struck", 12, Target.StreamTarget.WORLD)
                .message();
        return new TestPacket(
                "struck",
                12,
                new Message(
                        plain.type(),
                        plain.target(),
                        plain.keys(),
                        null,
                        plain.effect(),
                        12,
                        new Observation.Struck(victim, attacker)));
    }
}
