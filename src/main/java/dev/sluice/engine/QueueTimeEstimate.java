package dev.sluice.engine;

import dev.sluice.engine.budget.TokenBucket;
import dev.sluice.engine.packet.PacketManager;
import dev.sluice.engine.priority.MessagePriority;
import dev.sluice.engine.stats.QueueTimes;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For how long a message that is offered now would be held, by class: when a {@link DryRun} says so, and what is published
 * meanwhile. A run costs some tenths of a microsecond for each held message, so there is one in every tick only while
 * somebody reads the statistics, and none while very much is held. Nobody's packets depend on it: a run that fails costs nothing
 * but itself. Confined to the client's thread, except {@link #ask}.
 */
final class QueueTimeEstimate {

    /** Predicts by what is held. */
    interface Prediction {

        /** The estimates at a time. */
        QueueTimes predict(long nowNanos, EngineConfig config);

        /** For how much it has memory, in messages or their places along keys. */
        int capacity();
    }

    /** For so many ticks after a question the estimate is as fresh as can be. */
    private static final int WATCHED_TICKS = 40;

    /** The ticks between two estimates that nobody asks for, at least. */
    private static final int UNWATCHED_PERIOD_TICKS = 20;

    /** So much is rehearsed in a tick, on average, while nobody asks: messages, or their places along keys. */
    private static final int UNWATCHED_LOAD_PER_TICK = 4;

    /** But an estimate gets no older than this, in ticks: whether a backlog shrinks is seen within ten seconds or not at all. */
    private static final int MAX_UNWATCHED_PERIOD_TICKS = 100;

    /** So much is rehearsed in a tick, on average, while somebody asks. */
    private static final int LOAD_PER_TICK = 2_048;

    /** The most that is rehearsed: a run is one piece of work on a thread that others share. */
    static final int MAX_LOAD = 16_384;

    /** A prediction with more memory than this gives way to a new one unless a sixteenth of it is needed. */
    static final int MAX_IDLE_CAPACITY = 4_096;

    private static final int USED_PART = 16;

    /** For so many ticks after a failure nothing is rehearsed. */
    static final int RETRY_TICKS = 1_200;

    private final PacketManager packets;
    private final TokenBucket bucket;
    private final TickClock clock;
    private final Supplier<? extends Prediction> predictions;
    private Prediction prediction;
    private QueueTimes latest = QueueTimes.NONE;
    private long madeInTick;
    private long watchedUntilTick;
    private long retryTick;
    private boolean failed;
    private @Nullable RuntimeException failure;
    private volatile boolean asked;

    QueueTimeEstimate(
            PacketManager packets, TokenBucket bucket, TickClock clock, Supplier<? extends Prediction> predictions) {
        this.packets = packets;
        this.bucket = bucket;
        this.clock = clock;
        this.predictions = predictions;
        this.prediction = predictions.get();
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
        int load = Math.max(packets.heldMessages(), packets.heldPlaces());
        if (prediction.capacity() > MAX_IDLE_CAPACITY && load < prediction.capacity() / USED_PART) {
            prediction = predictions.get();
        }
        if (load == 0 && bucket.hasCredit()) {
            latest = QueueTimes.NONE;
            return latest;
        }
        boolean rough = load > MAX_LOAD || tick < retryTick;
        if (tick - madeInTick >= periodTicks(tick, rough ? 0 : load)) {
            madeInTick = tick;
            latest = rough ? rough() : predict(nowNanos, config);
        }
        return latest;
    }

    private int periodTicks(long tick, int load) {
        return tick < watchedUntilTick
                ? Math.max(1, load / LOAD_PER_TICK)
                : Math.clamp(load / UNWATCHED_LOAD_PER_TICK, UNWATCHED_PERIOD_TICKS, MAX_UNWATCHED_PERIOD_TICKS);
    }

    private QueueTimes predict(long nowNanos, EngineConfig config) {
        try {
            return prediction.predict(nowNanos, config);
        } catch (RuntimeException e) {
            if (!failed) {
                failed = true;
                failure = e;
            }
            prediction = predictions.get();
            retryTick = clock.tick() + RETRY_TICKS;
            return rough();
        }
    }

    /** As if all that is held went before the message. */
    private QueueTimes rough() {
        double drainMillis = bucket.nanosUntilEarned((double) packets.heldBytes()) / 1e6;
        Map<MessagePriority, Double> millis = new EnumMap<>(MessagePriority.class);
        for (MessagePriority messageClass : MessagePriority.values()) {
            if (packets.heldBytes(messageClass) > 0) {
                millis.put(messageClass, drainMillis);
            }
        }
        return new QueueTimes(millis);
    }

    /** The first failure, once; null before, and from then on. */
    @Nullable
    RuntimeException failure() {
        RuntimeException first = failure;
        failure = null;
        return first;
    }
}
