package dev.sluice.sim;

import dev.sluice.engine.EngineConfig;
import dev.sluice.sim.link.LinkPlan;
import dev.sluice.sim.play.TrafficPlan;
import java.util.List;

/**
 * What is simulated. All that a simulation says follows from it.
 *
 * @param players at least 1; each with a link of its own
 * @param nanos how long each plays
 * @param seed from which everything random is drawn
 * @param sights what the engine can learn of its links
 * @param queueTimes whether predicted queue times are compared with the real ones
 * @param hitches times in which the server does not tick; what it missed it makes up for afterwards
 */
public record SimPlan(
        int players,
        long nanos,
        long seed,
        EngineConfig engine,
        LinkPlan link,
        SimClient.Sights sights,
        TrafficPlan traffic,
        boolean queueTimes,
        List<LinkPlan.Stall> hitches) {

    public SimPlan {
        if (players < 1 || nanos < 1) {
            throw new IllegalArgumentException(
                    "expected at least one player and some time, found " + players + " players, " + nanos + " ns");
        }
        hitches = List.copyOf(hitches);
    }
}
