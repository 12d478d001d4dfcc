package dev.sluice.engine;

import dev.sluice.engine.adapt.DeliveryTracker;

/** Looks at the link in a pass, and has rate and pauses follow. Confined to the client's thread. */
final class LinkLook {

    private final LiveConfig config;
    private final DeliveryTracker delivery;
    private final SendRate sendRate;
    private final LinkRoom room;
    private final SessionView view;
    private final TickClock clock;

    /** The tick in which the rate was looked at last. */
    private long lookedTick = -1;

    LinkLook(
            LiveConfig config,
            DeliveryTracker delivery,
            SendRate sendRate,
            LinkRoom room,
            SessionView view,
            TickClock clock) {
        this.config = config;
        this.delivery = delivery;
        this.sendRate = sendRate;
        this.room = room;
        this.view = view;
        this.clock = clock;
    }

    /**
     * Looks if that is worth while. A rate that is sought is followed in each pass; beside a fixed one a look in each tick
     * is enough.
     *
     * @param somethingCanGo whether the pass may release anything
     */
    void look(boolean somethingCanGo, long nowNanos) {
        boolean rateDue = lookedTick != clock.tick() || config.isAutomatic();
        if (!somethingCanGo && !rateDue) {
            return;
        }
        delivery.tick(nowNanos);
        if (rateDue) {
            lookedTick = clock.tick();
            sendRate.look(nowNanos, room.isBacklogged());
        }
        sendRate.pace(nowNanos);
        view.pause(delivery.chunksPaused(), delivery.statePaused());
    }
}
