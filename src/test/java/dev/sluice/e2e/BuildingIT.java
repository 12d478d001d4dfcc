package dev.sluice.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a player builds answers at once on a full link (H25). */
final class BuildingIT {
    private static final double LIMIT_MILLIS = 150;

    /** A tick until the server has the client's packet, at most. */
    private static final double TICK_MILLIS = 50;

    private static BuildingScenario.Outcome outcome;

    @BeforeAll
    static void play() throws IOException, InterruptedException {
        outcome = BuildingScenario.play(Files.createDirectories(Project.ROOT.resolve("target/e2e/building")));
    }

    @Test
    void link_fromTheActsToTheAnswers_isFull() {
        assertTrue(outcome.chunks() < 289, () -> "all chunks had come: " + outcome.chunks());
        isBeforeTheFlood(outcome.dig());
        isBeforeTheFlood(outcome.click());
    }

    @Test
    void digging_whileTheWorldLoads_isSeenAtOnce() {
        double millis = millis(outcome.dig().acted().nanos(), outcome.dug().nanos());
        assertTrue(millis <= LIMIT_MILLIS + TICK_MILLIS, () -> "the block was gone after " + millis + " ms");
    }

    @Test
    void answerToADig_withoutAnAcknowledgement_comesAtOnce() {
        comesAtOnce(outcome.dig());
    }

    @Test
    void answerToAClick_withoutAnAcknowledgement_comesAtOnce() {
        comesAtOnce(outcome.click());
    }

    private static void comesAtOnce(BuildingScenario.Act act) {
        double millis = millis(act.answered().nanos(), act.answer().nanos());
        assertTrue(millis <= LIMIT_MILLIS, () -> "the answer took " + millis + " ms: " + act);
    }

    /** Some of the edits that were sent before the answer came after it. */
    private static void isBeforeTheFlood(BuildingScenario.Act act) {
        assertTrue(
                act.answer().editsBefore() < act.answered().editsBefore(), () -> "the flood was gone already: " + act);
    }

    private static double millis(long from, long to) {
        return (to - from) / 1e6;
    }
}
