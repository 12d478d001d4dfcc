package dev.sluice.bench;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one tick of all players costs, of whom each has 200 entities that have moved. A second has some thirty ticks, too few for
 * three of them to have all of it compiled.
 */
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10, time = 1)
public class TickBenchmark extends Settings {

    /**
     * Has the tick's packets offered before the measurement; an invocation is so long that this does not blur it. It hands the
     * crowd on, since JMH makes another one for a benchmark that asks for both.
     */
    @State(Scope.Thread)
    public static class Offered {

        @Nullable
        Crowd crowd;

        @Setup(Level.Invocation)
        public void offer(Crowd to) {
            crowd = to;
            to.offer();
        }
    }

    /** The passes alone. */
    @Benchmark
    public long passes(Offered offered) {
        Crowd crowd = offered.crowd;
        return crowd == null ? 0 : crowd.pass();
    }

    /** The offers of the tick as well. */
    @Benchmark
    public long offersAndPasses(Crowd crowd) {
        crowd.offer();
        return crowd.pass();
    }
}
