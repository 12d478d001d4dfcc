package dev.sluice.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.sim.ControlRig.Sample;
import dev.sluice.sim.link.LinkPlan;
import dev.sluice.sim.play.TrafficPlan;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rate control does to a link that stays full for minutes: what was learnt at first must not be lost again. */
final class RateControlLongRunTest {

    private static final long SEED = 1;
    private static final long SECOND = ControlRig.SECOND;
    private static final long RUN = 140 * SECOND;

    @ParameterizedTest
    @CsvSource({"125000, 2", "125000, 40", "62500, 40"})
    void step_behindAProxyForMinutes_theProxyNeverFillsAgain(long bytesPerSecond, long rttMillis) {
        ControlRig rig = run(bytesPerSecond, rttMillis, new SimClient.Sights(true, true, true));
        for (long from = 20 * SECOND; from < RUN; from += 20 * SECOND) {
            double queue = rig.queueMillis(0.99, from, from + 20 * SECOND);
            String found = found(rig, from, queue);
            assertTrue(queue <= 400, found);
        }
        assertTrue(rig.samples.getLast().estimate().proxied(), "the proxy is still known");
    }

    @ParameterizedTest
    @CsvSource({"125000, 2", "125000, 40", "62500, 40", "500000, 40"})
    void step_seenDirectlyForMinutes_theEmptyPathIsRememberedAsItIs(long bytesPerSecond, long rttMillis) {
        ControlRig rig = run(bytesPerSecond, rttMillis, new SimClient.Sights(true, true, false));
        for (long from = 20 * SECOND; from < RUN; from += 20 * SECOND) {
            double queue = rig.queueMillis(0.5, from, from + 20 * SECOND);
            assertTrue(queue <= (bytesPerSecond < 100_000 ? 120 : 60), found(rig, from, queue));
        }
        double base = rig.samples.getLast().estimate().minRttMillis();
        assertEquals((double) rttMillis, base, 12, "the empty path in ms");
        List<Sample> mistaken = rig.samples.stream()
                .filter(sample -> sample.estimate().proxied())
                .toList();
        assertEquals(List.of(), mistaken, "looks that saw a proxy where there is none");
    }

    private static ControlRig run(long bytesPerSecond, long rttMillis, SimClient.Sights sights) {
        LinkPlan plan =
                new LinkPlan(bytesPerSecond, rttMillis * ControlRig.MILLI, bytesPerSecond, List.of(), List.of());
        return new ControlRig(plan, sights, new TrafficPlan(48, 32, 1_000, 0), SEED).runTo(RUN);
    }

    private static String found(ControlRig rig, long fromNanos, double queueMillis) {
        Sample last = rig.samples.getLast();
        return String.format(
                Locale.ROOT,
                "seed %d, from %d s: queue %.0f ms, at the end %s",
                SEED,
                fromNanos / SECOND,
                queueMillis,
                last.estimate());
    }
}
