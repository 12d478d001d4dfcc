package dev.sluice.engine;

import dev.sluice.engine.adapt.LinkEstimate;
import dev.sluice.engine.adapt.RateControlConfig;
import dev.sluice.engine.adapt.RateReason;
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
 * moment: the budget and what is said of it belong to one configuration. The last configuration wins.
 */
@JCStressTest
@Outcome(id = "[12], [12], 2", expect = Expect.ACCEPTABLE, desc = "one or the other, in the end the newer one")
@Outcome(expect = Expect.FORBIDDEN, desc = "a mixture, or the newer configuration was lost")
@State
public class SettersBesidePasses {

    /** Fixed, where the other is sought, between bounds that leave one rate: what the control says tells them apart as well. */
    private static final EngineConfig BEFORE = SessionFixture.rate(1_000);

    private static final EngineConfig AFTER =
            SessionFixture.rate(2_000).withControl(new RateControlConfig(true, 2_000, 2_000, 25_000_000));

    /** About as many as a pass takes, so that one of them sees what it publishes. */
    private static final int READS = 1_000;

    private final FakeTicker ticker = new FakeTicker();
    private final ClientSession session =
            new ClientSession(new UUID(0, 1), BEFORE, ticker, new CountingSink(), update -> update, LinkProbe.NONE);

    public SettersBesidePasses() {
        // Until it has looked at the link the control says nothing of how it is configured.
        for (int tick = 0; tick < 2; tick++) {
            ticker.advanceMillis(60);
            session.pass();
        }
    }

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
        int seen = kilobytesPerSecond();
        for (int i = 0; i < READS && seen == 1; i++) {
            seen = kilobytesPerSecond();
        }
        result.r2 = seen;
    }

    @Arbiter
    public void nextTick(III_Result result) {
        ticker.advanceMillis(60);
        session.pass();
        result.r3 = kilobytesPerSecond();
    }

    /** The budget; -1 if what the control says, in the same statistics, belongs to the other configuration. */
    private int kilobytesPerSecond() {
        BandwidthStats stats = session.stats();
        LinkEstimate link = stats.link();
        int kilobytes = (int) (stats.budgetBytesPerSecond() / 1_000);
        boolean fixed = link.reason() == RateReason.FIXED;
        boolean whole = link.rateBytesPerSecond() == stats.budgetBytesPerSecond() && fixed == (kilobytes == 1);
        return whole ? kilobytes : -1;
    }
}
