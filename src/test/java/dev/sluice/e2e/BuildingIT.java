package dev.sluice.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a player builds answers at once on a full link (H25). */
final class BuildingIT {
    /** Wide, for a busy machine; without Sluice the block waits for seconds of chunks. */
    private static final double LIMIT_MILLIS = 1_000;

    private static BuildingScenario.Outcome outcome;

    @BeforeAll
    static void play() throws IOException, InterruptedException {
        outcome = BuildingScenario.play(Files.createDirectories(Project.ROOT.resolve("target/e2e/building")));
    }

    @Test
    void link_fromTheActsToTheAnswers_isFull() {
        assertTrue(outcome.chunks() < 289, () -> "all chunks had come: " + outcome.chunks());
    }

    @Test
    void digging_whileTheWorldLoads_isSeenAtOnce() {
        double millis = (outcome.dug().nanos() - outcome.dig().acted().nanos()) / 1e6;
        assertTrue(millis <= LIMIT_MILLIS, () -> "the block was gone after " + millis + " ms");
    }

    @Test
    void answerToADig_withoutAnAcknowledgement_comesBeforeTheFlood() {
        comesBeforeTheFlood(outcome.dig());
    }

    @Test
    void answerToAClick_withoutAnAcknowledgement_comesBeforeTheFlood() {
        comesBeforeTheFlood(outcome.click());
    }

    /** A third at least of the edits elsewhere that were sent before the answer came after it, however busy the machine is. */
    private static void comesBeforeTheFlood(BuildingScenario.Act act) {
        int overtaken = act.answered().editsBefore() - act.answer().editsBefore();
        assertTrue(overtaken >= BuildingScenario.FLOOD / 3, () -> overtaken + " edits were overtaken: " + act);
    }
}
