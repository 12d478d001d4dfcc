package dev.sluice.sim.links;

import dev.sluice.sim.link.LinkPlan;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws access links.
 *
 * <p>Rates: Akamai, State of the Internet, third quarter of 2015: of all addresses in the world, 65 % reached 4 Mbit/s, 27 %
 * 10, 15 % 15 and 5.2 % 25 Mbit/s. Round-trip times: CAIDA Archipelago, monitor dtw2-us (Ann Arbor), IPv6 destinations: 27,
 * 57, 113, 157 and 232 ms at 10, 25, 50, 75 and 90 %. Not published, and so assumed: both curves' ends (0.5 Mbit/s and 1
 * Gbit/s, 5 and 400 ms), that rate and round-trip time are independent, buffers (32 KB to 1 MB, each factor as likely), a
 * quarter of the players behind a proxy, and a quarter whose rate is halved or doubled.
 */
final class AccessLinks {

    private static final double BYTES_PER_MEGABIT = 125_000;

    private static final Curve MEGABITS = new Curve(0, 0.5, 0.35, 4, 0.73, 10, 0.85, 15, 0.948, 25, 1, 1_000);
    private static final Curve RTT_MILLIS =
            new Curve(0, 5, 0.10, 27.081, 0.25, 56.742, 0.50, 113.288, 0.75, 156.681, 0.90, 232.085, 1, 400);
    private static final Curve BUFFER_BYTES = new Curve(0, 32_000, 1, 1_000_000);

    private static final double PROXIED = 0.25;
    private static final double STEPPED = 0.25;

    private static final long EARLIEST_STEP_NANOS = 3_000_000_000L;

    private AccessLinks() {}

    /**
     * Draws one.
     *
     * @param loadBytes what the player loads at first: a step comes when two fifths of it may have arrived
     * @param latestStepNanos no step comes later
     */
    static AccessLink draw(SplittableRandom random, double loadBytes, long latestStepNanos) {
        long rate = Math.round(BYTES_PER_MEGABIT * MEGABITS.at(random.nextDouble()));
        long rtt = Math.round(1e6 * RTT_MILLIS.at(random.nextDouble()));
        long buffer = Math.round(BUFFER_BYTES.at(random.nextDouble()));
        boolean proxied = random.nextDouble() < PROXIED;
        boolean stepped = random.nextDouble() < STEPPED;
        boolean up = random.nextBoolean();
        long at = Math.min(Math.max(EARLIEST_STEP_NANOS, (long) (0.4e9 * loadBytes / rate)), latestStepNanos);
        List<LinkPlan.Step> steps =
                stepped ? List.of(new LinkPlan.Step(at, Math.max(1, up ? 2 * rate : rate / 2))) : List.of();
        return new AccessLink(new LinkPlan(rate, rtt, buffer, steps, List.of()), proxied);
    }
}
