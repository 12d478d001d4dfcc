package dev.sluice.engine;

import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.packet.PacketManager;
import dev.sluice.engine.port.PacketSink;
import dev.sluice.engine.port.Ticker;
import dev.sluice.engine.priority.ReplicationRequests;
import dev.sluice.engine.schedule.NetworkScheduler;
import dev.sluice.engine.schedule.PassScope;

/** Releases what the budget allows, pass by pass, with one flush each. Confined to the client's thread. */
final class ReleasePass {

    private static final long IDLE_PASS_NANOS = 100_000_000L;

    private final Ticker ticker;
    private final LiveConfig config;
    private final SessionTicks ticks;
    private final NetworkScheduler scheduler;
    private final TokenBucket bucket;
    private final LinkLook link;
    private final LinkRoom room;
    private final HeldCap cap;
    private final PassOrder order;
    private final SessionView view;
    private final PacketManager packets;
    private final UpdateRate updateRate;
    private final PacketSink sink;

    ReleasePass(
            Ticker ticker,
            LiveConfig config,
            SessionTicks ticks,
            NetworkScheduler scheduler,
            TokenBucket bucket,
            LinkLook link,
            LinkRoom room,
            HeldCap cap,
            PassOrder order,
            SessionView view,
            PacketManager packets,
            UpdateRate updateRate,
            PacketSink sink) {
        this.ticker = ticker;
        this.config = config;
        this.ticks = ticks;
        this.scheduler = scheduler;
        this.bucket = bucket;
        this.link = link;
        this.room = room;
        this.cap = cap;
        this.order = order;
        this.view = view;
        this.packets = packets;
        this.updateRate = updateRate;
        this.sink = sink;
    }

    /** How long until the next pass is worth while, in nanoseconds. */
    long nanosUntilNext() {
        long now = ticker.nanos();
        return scheduler.promisePass(now, packets.heldMessages() == 0 ? IDLE_PASS_NANOS : nanosUntilNext(now));
    }

    private long nanosUntilNext(long nowNanos) {
        long untilDue = scheduler.nanosUntilNextPass(nowNanos);
        // A link that is being followed is looked at while there is no credit as well.
        long untilCredit = config.isAutomatic()
                ? 0
                : Math.min(
                        bucket.nanosUntilCredit(), config.current().bandwidth().tickNanos());
        return Math.max(untilDue, untilCredit);
    }

    /** One pass, if the scheduler says that it is due. */
    void run() {
        long now = ticker.nanos();
        boolean callersOwn = scheduler.callerPassNanos() > 0;
        if (callersOwn) {
            // For what is predicted as the tick ends: this pass comes before whoever reads it.
            scheduler.promisePass(now, 0);
        }
        ticks.advance(now);
        packets.wake(now);
        packets.dropStale(now - config.current().maxDeferralNanos(), now);
        keepToCap(now);
        link.look(packets.heldMessages() > 0 && bucket.hasCredit(), now);
        PassScope scope = scheduler.beginPass(now);
        if (scope == PassScope.NONE) {
            return;
        }
        ReplicationRequests requests = order.gather(scope, now);
        if (packets.heldMessages() == 0) {
            order.nothingHeld();
        }
        if (packets.heldMessages() > 0 && room.isThere()) {
            long written = packets.writePackets(requests, now, view);
            if (order.isOld() && packets.heldMessages() > 0 && room.isThere()) {
                // Nothing more of the order that stays may go, and a turn may have come since.
                written += packets.writePackets(order.gather(), now, view);
            }
            room.passEnded();
            updateRate.passEnded();
            if (written > 0) {
                sink.flush();
            }
        } else {
            room.passEnded();
        }
        if (scheduler.passesComeWithTicks()) {
            bucket.keepUntilNextPass(now);
        } else {
            bucket.keepBurstOnly();
        }
    }

    /** A cap that has been lowered holds for what is held already, too. */
    private void keepToCap(long nowNanos) {
        if (cap.isExceeded()) {
            cap.report();
            cap.keep(nowNanos);
            sink.flush();
        }
    }
}
