package dev.sluice.engine.schedule;

import dev.sluice.engine.adapt.NetworkHealth;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * The server ticks while the client's thread makes its pass: who sees that a tick has come sees when, or the internal clock
 * would stand in for the server's too early. Results are whether the pass gathers, and the milliseconds until the next one.
 */
@JCStressTest
@Outcome(id = "1, 250", expect = Expect.ACCEPTABLE, desc = "the tick with its time")
@Outcome(id = "0, 150", expect = Expect.ACCEPTABLE, desc = "no tick yet: the last one is 100 ms old")
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "the tick came after the pass: another one is due")
@Outcome(expect = Expect.FORBIDDEN, desc = "the tick with an older time")
@State
public class TickBesidePass {

    private static final long MILLI = 1_000_000;
    private static final long NOW = 100 * MILLI;

    private final NetworkScheduler scheduler = new NetworkScheduler(
            NetworkProfiles.TURN_BASED,
            50 * MILLI,
            0,
            new NetworkHealth(NetworkHealth.Status.UNKNOWN, 0, 0, 0, 0, 0, Double.NaN));

    @Actor
    public void server() {
        scheduler.tickScheduler(NOW);
    }

    @Actor
    public void clientsThread(II_Result result) {
        result.r1 = scheduler.beginPass(NOW) == PassScope.GATHER ? 1 : 0;
        result.r2 = (int) (scheduler.nanosUntilNextPass(NOW) / MILLI);
    }
}
