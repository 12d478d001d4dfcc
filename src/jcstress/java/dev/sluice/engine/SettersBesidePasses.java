package dev.sluice.engine;

import dev.sluice.engine.port.LinkProbe;
import dev.sluice.engine.priority.Viewpoint;
import dev.sluice.engine.stats.BandwidthStats;
import java.util.UUID;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * One thread moves the player, configures, and reads statistics while the client's thread passes. Statistics are of one
 * moment: the budget belongs to one configuration and the values that count together agree. The last configuration wins.
 */
@JCStressTest
@Outcome(id = "[12], [12], 2", expect = Expect.ACCEPTABLE, desc = "one or the other, in the end the newer one")
@Outcome(expect = Expect.FORBIDDEN, desc = "a mixture, or the newer configuration was lost")
@State
public class SettersBesidePasses {

    private static final EngineConfig BEFORE = SessionFixture.rate(1_000);
    private static final EngineConfig AFTER = SessionFixture.rate(2_000);

    private final FakeTicker ticker = new FakeTicker();
    private final ClientSession session =
            new ClientSession(new UUID(0, 1), BEFORE, ticker, new CountingSink(), update -> update, LinkProbe.NONE);

    /** The only actor that moves the time: the ticker belongs to the client's thread. */
    @Actor
    public void clientsThread(III_Result result) {
        ticker.advanceMillis(60);
        session.pass();
        result.r1 = kilobytesPerSecond();
    }

    @Actor
    public void anotherThread(III_Result result) {
        session.viewpoint(new Viewpoint(1, 2, 3, 4, 5));
        session.reconfigure(AFTER);
        result.r2 = kilobytesPerSecond();
    }

    @Arbiter
    public void nextTick(III_Result result) {
        ticker.advanceMillis(60);
        session.pass();
        result.r3 = kilobytesPerSecond();
    }

    private int kilobytesPerSecond() {
        BandwidthStats stats = session.stats();
        boolean whole = stats.clientId().equals(new UUID(0, 1)) && stats.queueTime() != null;
        return whole ? (int) (stats.budgetBytesPerSecond() / 1_000) : -1;
    }
}
