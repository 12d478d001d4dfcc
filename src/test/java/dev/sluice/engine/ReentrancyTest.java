package dev.sluice.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is sent while the engine writes a packet or lets go of one, by a handler further down or a promise's listener. */
final class ReentrancyTest {

    private static final int RUNS = 2_000;

    @Test
    void offer_randomPacketsFromWritesAndListeners_areKeptInOrderAndSettledOnce() {
        runAll(ReentrantRun.Failures.NONE);
    }

    /** What fails is the caller's to see to, packet by packet: the engine keeps all others and goes on. */
    @Test
    void offer_randomPacketsAndWritesThatFail_othersAreKeptInOrderAndSettledOnce() {
        int failures = runAll(new ReentrantRun.Failures(0.05, false));
        assertTrue(failures > 5 * RUNS, () -> "only " + failures + " failures");
    }

    /** As the outbound handler does, also from within what the engine is just doing. */
    @Test
    void bypass_randomPacketsAndWritesThatFail_othersAreKeptInOrderAndSettledOnce() {
        int failures = runAll(new ReentrantRun.Failures(0.01, true));
        assertTrue(failures > RUNS, () -> "only " + failures + " failures");
    }

    private static int runAll(ReentrantRun.Failures failing) {
        int failures = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            try {
                failures += new ReentrantRun(seed, failing).go();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        return failures;
    }
}
