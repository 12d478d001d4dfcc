package dev.sluice.engine;

import org.junit.jupiter.api.Test;

/** What is sent while the engine writes a packet or lets go of one, by a handler further down or a promise's listener. */
final class ReentrancyTest {

    private static final int RUNS = 2_000;

    @Test
    void offer_randomPacketsFromWritesAndListeners_areKeptInOrderAndSettledOnce() {
        for (long seed = 0; seed < RUNS; seed++) {
            try {
                new ReentrantRun(seed).go();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }
}
