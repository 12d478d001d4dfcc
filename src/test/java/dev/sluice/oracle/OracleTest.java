package dev.sluice.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The client's world behind the engine equals the unthrottled one, whatever the server, the owner and the network do. */
final class OracleTest {

    private static final long FIRST_SEED = 1;
    private static final int SCENARIOS = 40_000;

    /** No scenario takes a hundredth of this: the engine hangs. */
    private static final int HANG_SECONDS = 60;

    private final AtomicLong seed = new AtomicLong();

    /** Scenarios in which so many packets come before the engine is disabled. */
    private final AtomicLong whole = new AtomicLong();

    /**
     * Runs every scenario, or that of one seed: {@code -Doracle.seed=123}, or others: {@code -Doracle.first=40001
     * -Doracle.scenarios=1000000}.
     */
    @Test
    void engine_hostileStreams_leavesTheClientTheSameWorld() throws Exception {
        Long only = Long.getLong("oracle.seed");
        long first = only != null ? only : Long.getLong("oracle.first", FIRST_SEED);
        int scenarios = only != null ? 1 : Integer.getInteger("oracle.scenarios", SCENARIOS);
        long start = System.nanoTime();
        seed.set(first);
        FutureTask<Long> runs = new FutureTask<>(() -> run(first + scenarios));
        Thread runner = Thread.ofPlatform().name("oracle").daemon().start(runs);
        long packets = await(runs, runner);
        long failed = seed.get();
        if (failed < first + scenarios) {
            Scenario scenario = Generator.scenario(failed);
            throw new AssertionError(Report.of(failed, scenario, OracleRun.run(scenario)));
        }
        assertTrue(packets >= (long) scenarios * Generator.PACKETS, "only " + packets + " packets");
        assertTrue(whole.get() >= 3L * scenarios / 4, "only " + whole + " scenarios leave the engine enabled");
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        System.out.println("oracle: " + scenarios + " scenarios, " + packets + " packets, " + millis + " ms; in "
                + whole + " all of them before the engine is disabled");
    }

    /** Runs up to a seed, or up to the first that fails; returns how many packets there were. */
    private long run(long endSeed) {
        long packets = 0;
        for (; seed.get() < endSeed; seed.incrementAndGet()) {
            Scenario scenario = Generator.scenario(seed.get());
            List<String> problems = OracleRun.run(scenario);
            if (!problems.isEmpty()) {
                return packets;
            }
            if (scenario.packets() < Generator.PACKETS) {
                throw new AssertionError("seed " + seed.get() + " has only " + scenario.packets() + " packets");
            }
            packets += scenario.packets();
            if (scenario.packetsBeforeBypass() >= Generator.PACKETS) {
                whole.incrementAndGet();
            }
        }
        return packets;
    }

    /** Waits for the runs, but not for ever for any of them. */
    private long await(FutureTask<Long> runs, Thread runner) throws Exception {
        while (true) {
            long before = seed.get();
            try {
                return runs.get(HANG_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                if (seed.get() == before) {
                    throw new AssertionError(
                            Report.line(before) + "\n\nThe engine hangs:\n    "
                                    + Arrays.toString(runner.getStackTrace()),
                            e);
                }
            }
        }
    }
}
