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

/**
 * Predicts how long a message that is offered now would be held, by class: a {@link Rehearsal} of the passes to come, at
 * the rate of now. That costs up to half a microsecond for each held message, so it is done in every tick only while
 * somebody reads the statistics. Confined to the client's thread, except {@link #ask}.
 */
final class QueueTimeEstimate {

    /** For so many ticks after a question the estimate is as fresh as can be. */
    private static final int WATCHED_TICKS = 40;

    /** The ticks between two estimates that nobody asks for, at least. */
    private static final int UNWATCHED_PERIOD_TICKS = 20;

    /** So many messages are rehearsed in a tick, on average, while nobody asks. */
    private static final int UNWATCHED_MESSAGES_PER_TICK = 4;

    /** So many messages are rehearsed in a tick, on average, while somebody asks. */
    private static final int MESSAGES_PER_TICK = 2_048;

    private final PacketManager packets;
    private final PrioritizationManager priorities;
    private final TokenBucket bucket;
    private final NetworkScheduler scheduler;
    private final SessionView view;
    private final RingWatch ring;
    private final TickClock clock;
    private final Rehearsal rehearsal = new Rehearsal();
    private QueueTimes latest = QueueTimes.NONE;
    private long madeInTick;
    private long watchedUntilTick;
    private volatile boolean asked;

    QueueTimeEstimate(
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

    /** Somebody looks at the estimates. Any thread. */
    void ask() {
        if (!asked) {
            asked = true;
        }
    }

    /** The estimates at a time in a tick, made anew if they are due. The bucket must be refilled. */
    QueueTimes at(long nowNanos, EngineConfig config) {
        long tick = clock.tick();
        if (asked) {
            asked = false;
            watchedUntilTick = tick + WATCHED_TICKS;
        }
        if (packets.heldMessages() == 0 && bucket.hasCredit()) {
            latest = QueueTimes.NONE;
            return latest;
        }
        int held = packets.heldMessages();
        int period = tick < watchedUntilTick
                ? Math.max(1, held / MESSAGES_PER_TICK)
                : Math.max(UNWATCHED_PERIOD_TICKS, held / UNWATCHED_MESSAGES_PER_TICK);
        if (tick - madeInTick >= period) {
            madeInTick = tick;
            latest = rehearse(nowNanos, config);
        }
        return latest;
    }

    private QueueTimes rehearse(long nowNanos, EngineConfig config) {
        long tickNanos = config.bandwidth().tickNanos();
        rehearsal.ticks(clock.tick(), clock.nanosUntilEnd(nowNanos), tickNanos);
        packets.picture(rehearsal.held(), nowNanos, view.viewChunkX(), view.viewChunkZ());
        priorities.rehearse(
                rehearsal,
                config.maxDeferralNanos(),
                ring.missing(view.viewChunkX(), view.viewChunkZ()),
                ring.nanosLeft(nowNanos));
        long quantumNanos = config.profile().quantumNanos(tickNanos);
        Map<MessagePriority, Double> millis = new EnumMap<>(MessagePriority.class);
        long at = firstPassNanos(nowNanos, quantumNanos, tickNanos);
        if (at > 0) {
            rehearsal.probe();
        }
        long served = pass(at, 0, millis);
        if (at == 0) {
            // The pass that is due now comes before whoever reads this.
            rehearsal.probe();
        }
        while (rehearsal.hasProbes()) {
            long untilCredit = (long) Math.ceil(bucket.nanosUntilEarned(served + 1.0)) - at;
            at += untilPass(untilCredit, quantumNanos, tickNanos);
            served += pass(at, served, millis);
        }
        return new QueueTimes(millis);
    }

    private long firstPassNanos(long nowNanos, long quantumNanos, long tickNanos) {
        long untilDue = Math.min(scheduler.nanosUntilNextPass(nowNanos), quantumNanos);
        return Math.max(untilDue, Math.min(bucket.nanosUntilCredit(), tickNanos));
    }

    /** Passes are a quantum apart or wait for credit, but at most a tick. */
    private static long untilPass(long untilCredit, long quantumNanos, long tickNanos) {
        long longest = Math.max(quantumNanos, tickNanos);
        long missing = Math.max(0, untilCredit);
        long rest = missing % longest;
        return missing - rest + (rest == 0 && missing > 0 ? 0 : Math.max(quantumNanos, rest));
    }

    /** One pass: serves what the credit allows by then. Returns its bytes. */
    private long pass(long atNanos, long servedBefore, Map<MessagePriority, Double> millis) {
        rehearsal.beginPass(atNanos);
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
