package dev.sluice.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The client's world behind the engine equals the unthrottled one, whatever the server, the owner and the network do. */
final class OracleTest {

    /** Runs one seed alone. */
    static final String SEED_PROPERTY = "oracle.seed";

    private static final long FIRST_SEED = 1;
    private static final int SCENARIOS = 40_000;

    /** With fewer scenarios the parts of them are chance. */
    private static final int ENOUGH_SCENARIOS = 10_000;

    /** What the oracle is to run in {@link #MOST_SECONDS}, at least. */
    private static final int PROMISED_SCENARIOS = 20_000;

    private static final int MOST_SECONDS = 120;

    /** No scenario takes a hundredth of this: the engine hangs. */
    private static final int HANG_SECONDS = 60;

    /** Where scenarios go that fail. */
    private static final Path FAILED = Path.of("target", "oracle");

    private final AtomicLong seed = new AtomicLong();

    private final OccasionCounts occasions = new OccasionCounts();

    /** The processor time of the runs, and nothing of what else the machine does. */
    private final AtomicLong cpuNanos = new AtomicLong();

    /** Scenarios in which so many packets come before the engine is disabled. */
    private final AtomicLong whole = new AtomicLong();

    /**
     * Runs every scenario, or that of one seed: {@code -Doracle.seed=123}, or others: {@code -Doracle.first=40001
     * -Doracle.scenarios=1000000}.
     */
    @Test
    void engine_hostileStreams_leavesTheClientTheSameWorld() throws Exception {
        Long only = Long.getLong(SEED_PROPERTY);
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
            throw new AssertionError(Report.of(failed, scenario, OracleRun::run, FAILED));
        }
        assertTrue(packets >= (long) scenarios * Generator.PACKETS, "only " + packets + " packets");
        assertTrue(whole.get() >= 3L * scenarios / 4, "only " + whole + " scenarios leave the engine enabled");
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        System.out.println("oracle: " + scenarios + " scenarios, " + packets + " packets, " + millis + " ms, "
                + TimeUnit.NANOSECONDS.toMillis(cpuNanos.get()) + " of processor time; in "
                + whole + " all of them before the engine is disabled; " + occasions.text());
        if (scenarios >= ENOUGH_SCENARIOS) {
            assertEquals(List.of(), occasions.rare(), "the scenarios do not meet what they are for");
            assertInTime(scenarios);
        }
    }

    /** In processor time: the wall clock belongs to whatever else runs on the machine. */
    private void assertInTime(int scenarios) {
        double seconds = cpuNanos.get() / 1e9 * PROMISED_SCENARIOS / scenarios;
        assertTrue(
                seconds < MOST_SECONDS,
                PROMISED_SCENARIOS + " scenarios take " + seconds + " s of processor time, not " + MOST_SECONDS);
    }

    /** Runs up to a seed, or up to the first that fails; returns how many packets there were. */
    private long run(long endSeed) {
        try {
            return runAll(endSeed);
        } finally {
            cpuNanos.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        }
    }

    private long runAll(long endSeed) {
        long packets = 0;
        for (; seed.get() < endSeed; seed.incrementAndGet()) {
            Scenario scenario = Generator.scenario(seed.get());
            HeldWatch watch = new HeldWatch();
            List<String> problems = OracleRun.run(scenario, watch);
            if (!problems.isEmpty()) {
                return packets;
            }
            if (scenario.packets() < Generator.PACKETS) {
                throw new AssertionError("seed " + seed.get() + " has only " + scenario.packets() + " packets");
            }
            packets += scenario.packets();
            occasions.add(watch.met());
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
