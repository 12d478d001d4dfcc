package dev.sluice.engine;

import dev.sluice.engine.adapt.DeliveryTracker;
import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.packet.PacketManager;
import dev.sluice.engine.schedule.NetworkScheduler;
import dev.sluice.engine.stats.SessionCounters;

/**
 * Brings a session up to the present before anything is decided: configuration, credit, and the ticks that have ended.
 * Confined to the client's thread.
 */
final class SessionTicks {

    private final LiveConfig config;
    private final TokenBucket bucket;
    private final TickClock clock;
    private final SendRate sendRate;
    private final UpdateRate updateRate;
    private final LinkRoom room;
    private final HeldCap cap;
    private final PacketManager packets;
    private final SessionCounters counters;
    private final SessionReport report;
    private final NetworkScheduler scheduler;
    private final DeliveryTracker delivery;

    private long wireBytesAtTickStart;

    SessionTicks(
            LiveConfig config,
            TokenBucket bucket,
            TickClock clock,
            SendRate sendRate,
            UpdateRate updateRate,
            LinkRoom room,
            HeldCap cap,
            PacketManager packets,
            SessionCounters counters,
            SessionReport report,
            NetworkScheduler scheduler,
            DeliveryTracker delivery) {
        this.config = config;
        this.bucket = bucket;
        this.clock = clock;
        this.sendRate = sendRate;
        this.updateRate = updateRate;
        this.room = room;
        this.cap = cap;
        this.packets = packets;
        this.counters = counters;
        this.report = report;
        this.scheduler = scheduler;
        this.delivery = delivery;
    }

    void advance(long nowNanos) {
        config.update(nowNanos);
        bucket.refill(nowNanos);
        int ended = clock.advance(nowNanos);
        for (int i = 0; i < ended; i++) {
            endTick();
        }
        if (ended > 0) {
            sendRate.followCap(nowNanos, room.isBacklogged());
            cap.followShare(nowNanos);
            publish();
        }
    }

    private void endTick() {
        sendRate.endTick(counters.wireBytes - wireBytesAtTickStart);
        wireBytesAtTickStart = counters.wireBytes;
        counters.heldAtTickEnd = packets.heldMessages();
        updateRate.endTick();
    }

    /** Shows others the present. */
    void publish() {
        report.publish();
        scheduler.publish(delivery.snapshot());
    }
}
