package dev.sluice.engine;

import dev.sluice.engine.adapt.AdaptiveConfig;
import dev.sluice.engine.adapt.AdaptiveRate;
import dev.sluice.engine.adapt.RateControl;
import dev.sluice.engine.priority.LinkPressure;
import dev.sluice.engine.priority.PrioritizationManager;

/**
 * How often entities are updated: by the round-trip time, and by how full the link is. Confined to the client's thread.
 */
final class UpdateRate {

    private final AdaptiveRate adaptive;
    private final RateControl control;
    private final PrioritizationManager priorities;
    private final LinkRoom room;
    private final TickClock clock;
    private final PressureWatch watch = new PressureWatch();
    private AdaptiveConfig config;

    UpdateRate(
            AdaptiveConfig config,
            AdaptiveRate adaptive,
            RateControl control,
            PrioritizationManager priorities,
            LinkRoom room,
            TickClock clock) {
        this.config = config;
        this.adaptive = adaptive;
        this.control = control;
        this.priorities = priorities;
        this.room = room;
        this.clock = clock;
    }

    void reconfigure(AdaptiveConfig newConfig) {
        config = newConfig;
        adaptive.reconfigure(newConfig);
    }

    /** A pass that could release something has ended. */
    void passEnded() {
        watch.observe(clock.tick(), priorities.isEntityWaiting(), room.isBacklogged());
    }

    /** A tick has ended: what was seen in it counts from now on. */
    void endTick() {
        adaptive.adjust(config.rtt() == AdaptiveConfig.Rtt.TOTAL ? control.rttMillis() : control.queueingMillis());
        watch.observe(clock.tick(), priorities.isEntityWaiting(), room.isBacklogged());
        priorities.adapt(adaptive.entityUpdateInterval(), watch.pressure(), clock.tick());
    }

    /** By the round-trip time, in ticks, at least 1. */
    int interval() {
        return adaptive.entityUpdateInterval();
    }

    LinkPressure pressure() {
        return watch.pressure();
    }
}
