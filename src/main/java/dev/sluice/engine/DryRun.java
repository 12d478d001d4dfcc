package dev.sluice.engine;

import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.packet.PacketManager;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.priority.PrioritizationManager;
import dev.sluice.engine.priority.Rehearsal;
import dev.sluice.engine.schedule.NetworkScheduler;
import dev.sluice.engine.stats.QueueTimes;
import java.util.EnumMap;
import java.util.Map;

/** Queue times by a {@link Rehearsal} of the passes to come, at the rate of now. Confined to the client's thread. */
final class DryRun implements QueueTimeEstimate.Prediction {

    private final PacketManager packets;
    private final PrioritizationManager priorities;
    private final TokenBucket bucket;
    private final NetworkScheduler scheduler;
    private final SessionView view;
    private final RingWatch ring;
    private final TickClock clock;
    private final Rehearsal rehearsal = new Rehearsal();

    /** Whether the next pass makes the order anew. */
    private boolean orderIsDue;

    /** When the order is made anew where it stays between ticks, in nanoseconds from the beginning. */
    private long nextTickNanos;

    DryRun(
            PacketManager packets,
            PrioritizationManager priorities,
            TokenBucket bucket,
            NetworkScheduler scheduler,
            SessionView view,
            RingWatch ring,
            TickClock clock) {
        this.packets = packets;
        this.priorities = priorities;
        this.bucket = bucket;
        this.scheduler = scheduler;
        this.view = view;
        this.ring = ring;
        this.clock = clock;
    }

    @Override
    public int capacity() {
        return rehearsal.capacity();
    }

    @Override
    public QueueTimes predict(long nowNanos, EngineConfig config) {
        long tickNanos = config.bandwidth().tickNanos();
        rehearsal.ticks(clock.tick(), clock.nanosUntilEnd(nowNanos), tickNanos);
        rehearsal.keepsOrder(scheduler.keepsOrder());
        orderIsDue = scheduler.isOrderDue(nowNanos);
        nextTickNanos = scheduler.nanosUntilNextTick(nowNanos);
        packets.picture(rehearsal.held(), nowNanos, view.viewChunkX(), view.viewChunkZ());
        priorities.rehearse(
                rehearsal,
                config.maxDeferralNanos(),
                ring.missing(view.viewChunkX(), view.viewChunkZ()),
                ring.nanosLeft(nowNanos));
        long callerNanos = scheduler.callerPassNanos();
        PassCadence cadence = new PassCadence(
                Math.max(config.profile().quantumNanos(tickNanos), callerNanos),
                tickNanos,
                config.control().automatic() || callerNanos > 0,
                scheduler.keepsOrder());
        Map<MessagePriority, Double> millis = new EnumMap<>(MessagePriority.class);
        long atNanos = firstPassNanos(nowNanos, cadence);
        boolean isDueNow = atNanos == 0;
        if (!isDueNow) {
            rehearsal.probe();
        }
        long served = pass(atNanos, 0, cadence, millis);
        if (isDueNow) {
            // The pass that is due now comes before whoever reads this.
            rehearsal.probe();
        }
        while (rehearsal.hasProbes()) {
            long creditNanos = (long) Math.ceil(bucket.nanosUntilEarned(served + 1.0)) - atNanos;
            atNanos += cadence.nanosUntilPass(creditNanos, nextTickNanos - atNanos);
            served += pass(atNanos, served, cadence, millis);
        }
        return new QueueTimes(millis);
    }

    private long firstPassNanos(long nowNanos, PassCadence cadence) {
        if (scheduler.isPassPromised(nowNanos)) {
            return 0;
        }
        long dueNanos = Math.min(scheduler.nanosUntilNextPass(nowNanos), cadence.quantumNanos());
        return cadence.isFollowing()
                ? dueNanos
                : Math.max(dueNanos, Math.min(bucket.nanosUntilCredit(), cadence.tickNanos()));
    }

    /** One pass: serves what the credit allows by then. Returns its bytes. */
    private long pass(long atNanos, long servedBefore, PassCadence cadence, Map<MessagePriority, Double> millis) {
        if (orderIsDue || atNanos >= nextTickNanos) {
            rehearsal.order(atNanos);
            orderIsDue = !cadence.keepsOrder();
        }
        if (atNanos >= nextTickNanos) {
            nextTickNanos += ((atNanos - nextTickNanos) / cadence.tickNanos() + 1) * cadence.tickNanos();
        }
        double allowed = bucket.bytesEarnedIn(atNanos) - servedBefore;
        if (allowed <= 0) {
            return 0;
        }
        long bytes = 0;
        while (rehearsal.next(atNanos)) {
            if (allowed <= bytes) {
                rehearsal.leaveOut();
                break;
            }
            if (rehearsal.isProbe()) {
                millis.put(rehearsal.messageClass(), atNanos / 1e6);
            }
            bytes += rehearsal.serve(atNanos);
        }
        return bytes;
    }
}
