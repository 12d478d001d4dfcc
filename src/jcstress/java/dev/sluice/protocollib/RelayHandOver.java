package dev.sluice.protocollib;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two threads hand packets to the fallback while the main thread ends a tick. Needs three processors. */
@JCStressTest
@Outcome(id = "12, 34", expect = Expect.ACCEPTABLE, desc = "all, once, in order")
@Outcome(expect = Expect.FORBIDDEN, desc = "lost, twice, or overtaken")
@State
public class RelayHandOver extends RelayRig {

    @Actor
    public void oneThread() {
        relay.take(first, 1, false);
        relay.take(first, 2, false);
    }

    @Actor
    public void anotherThread() {
        relay.take(second, 3, false);
        relay.take(second, 4, false);
    }

    @Actor
    public void mainThread() {
        relay.endTick();
    }

    @Arbiter
    public void lastTick(II_Result result) {
        finish(result);
    }
}
