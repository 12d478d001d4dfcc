package dev.sluice.sim;

import dev.sluice.sim.link.LinkPlan;
import dev.sluice.sim.play.TrafficPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RateControlTest {
    @Test
    void explore() {
        for (boolean transport : new boolean[] {true, false})
            for (long rate : new long[] {62_500, 125_000, 500_000, 2_500_000, 125_000_000})
                for (long rtt : new long[] {2, 40, 200}) {
                    LinkPlan plan = new LinkPlan(rate, rtt * ControlRig.MILLI, rate, List.of(), List.of());
                    ControlRig rig = new ControlRig(
                            plan, new SimClient.Sights(transport, true), new TrafficPlan(48, 10, 75, 0), 1);
                    rig.runTo(60 * ControlRig.SECOND);
                    long end = Math.min(rig.loadedNanos, 60 * ControlRig.SECOND);
                    System.out.printf(
                            "EXP %s rate %9d rtt %3d loaded %.2f s queue while loading p50 %.0f p99 %.0f max %.0f%n",
                            transport,
                            rate,
                            rtt,
                            rig.loadedNanos * 1e-9,
                            rig.queueMillis(.5, 0, end),
                            rig.queueMillis(.99, 0, end),
                            rig.queueMillis(1, 0, end));
                    if (System.getenv("SERIES") != null && rtt == 40)
                        for (int i = 0; i < Math.min(rig.samples.size(), 2000); i += 5) {
                            var s = rig.samples.get(i);
                            var e = s.estimate();
                            System.out.printf(
                                    "  %.1f q %.0f est %.0f cap %.0f rate %d min %.1f rtt %.1f %s %s%n",
                                    s.nanos() * 1e-9,
                                    s.queueMillis(),
                                    e.queueMillis(),
                                    e.capacityBytesPerSecond(),
                                    e.rateBytesPerSecond(),
                                    e.minRttMillis(),
                                    e.rttMillis(),
                                    e.reason(),
                                    e.trusted());
                        }
                }
    }
}
