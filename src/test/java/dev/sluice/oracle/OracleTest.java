package dev.sluice.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The client's world behind the engine equals the unthrottled one, whatever the server, the owner and the network do. */
final class OracleTest {

    private static final long FIRST_SEED = 1;
    private static final int SCENARIOS = 40_000;

    /**
     * Runs every scenario, or those of one seed: {@code -Doracle.seed=123}, or from one on: {@code -Doracle.first=20001
     * -Doracle.scenarios=100000}.
     */
    @Test
    void engine_hostileStreams_leavesTheClientTheSameWorld() {
        Long only = Long.getLong("oracle.seed");
        long first = only != null ? only : Long.getLong("oracle.first", FIRST_SEED);
        int scenarios = only != null ? 1 : Integer.getInteger("oracle.scenarios", SCENARIOS);
        long packets = 0;
        long start = System.nanoTime();
        for (long seed = first; seed < first + scenarios; seed++) {
            Scenario scenario = Generator.scenario(seed);
            List<String> problems = OracleRun.run(scenario);
            if (!problems.isEmpty()) {
                throw new AssertionError(Report.of(seed, scenario, problems));
            }
            packets += scenario.packets();
        }
        assertTrue(packets >= (long) scenarios * Generator.PACKETS, "only " + packets + " packets");
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        System.out.println("oracle: " + scenarios + " scenarios, " + packets + " packets, " + millis + " ms");
    }
}
