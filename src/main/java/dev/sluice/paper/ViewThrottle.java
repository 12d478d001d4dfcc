package dev.sluice.paper;

import dev.sluice.overlay.ViewLimit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Throttles the source: lowers the distance in which chunks are sent, step by step, while the chunks that wait do not become
 * fewer or what is held comes near its cap. Raises it again when little waits, later each time that it was in vain. Never below
 * two chunks, nor above what was there. What somebody else sets meanwhile holds, and is what it starts from next time.
 * The player's thread; {@link #limit} and {@link #undo} any.
 */
final class ViewThrottle {

    static final int MIN_CHUNKS = 2;

    private static final double NEAR_CAP = 0.75;
    private static final double LITTLE = 0.25;

    /** Between two steps the held chunks must have had time to become fewer. */
    private static final long STEP_NANOS = 2_000_000_000L;

    private static final long RAISE_AFTER_NANOS = 10_000_000_000L;
    private static final long RAISE_AFTER_AT_MOST_NANOS = 160_000_000_000L;

    /** A distance that had to be lowered again so soon was too much. */
    private static final long IN_VAIN_NANOS = 60_000_000_000L;

    private final ViewDistance distance;
    private final ChunkBacklog backlog;

    private long steppedNanos;
    private long busyNanos;
    private long raiseAfterNanos = RAISE_AFTER_NANOS;

    /** Whether the last step was a raise. */
    private boolean raised;

    /** When the distance was last the one set here. */
    private long oursNanos;

    /** What to set once it is over: a distance, or {@link ViewDistance#UNSET}. */
    private volatile int before = ViewDistance.UNSET;

    private volatile @Nullable ViewLimit limit;

    /** @param nowNanos when the player joined */
    ViewThrottle(ViewDistance distance, long nowNanos) {
        this.distance = distance;
        this.backlog = new ChunkBacklog(nowNanos);
        this.steppedNanos = nowNanos - STEP_NANOS;
        this.busyNanos = nowNanos;
        this.oursNanos = nowNanos;
    }

    /** The player has come to another place, around which the world loads. */
    void loads(long nowNanos) {
        backlog.loads(nowNanos);
    }

    /**
     * Follows one tick.
     *
     * @param fill what is held, as a part of the cap
     * @param chunkQueueMillis how long a chunk that is offered now would wait
     */
    void follow(long nowNanos, double fill, double chunkQueueMillis) {
        backlog.follow(nowNanos, chunkQueueMillis);
        if (fill > LITTLE || chunkQueueMillis > ChunkBacklog.SHORT_MILLIS) {
            busyNanos = nowNanos;
        }
        yieldToOthers(nowNanos);
        if (nowNanos - steppedNanos < STEP_NANOS) {
            return;
        }
        if (fill >= NEAR_CAP || backlog.persists(nowNanos)) {
            lower(nowNanos);
        } else if (nowNanos - busyNanos >= raiseAfterNanos && nowNanos - steppedNanos >= raiseAfterNanos) {
            raise(nowNanos);
        }
    }

    /** What it has lowered; empty while it has not. */
    Optional<ViewLimit> limit() {
        return Optional.ofNullable(limit);
    }

    /** Puts back what was there, if it has lowered it. */
    void undo() {
        if (limit != null) {
            limit = null;
            distance.set(before);
        }
    }

    private void lower(long nowNanos) {
        ViewLimit held = limit;
        int present = distance.present();
        int next = Math.min(present, held == null ? present : held.chunks()) - 1;
        if (next < MIN_CHUNKS) {
            return;
        }
        if (raised && nowNanos - steppedNanos < IN_VAIN_NANOS) {
            raiseAfterNanos = Math.min(2 * raiseAfterNanos, RAISE_AFTER_AT_MOST_NANOS);
        } else if (held == null) {
            raiseAfterNanos = RAISE_AFTER_NANOS;
        }
        if (held == null) {
            before = distance.isDefault(present) ? ViewDistance.UNSET : present;
        }
        raised = false;
        backlog.startAnew();
        step(new ViewLimit(next, held == null ? present : held.withoutSluice()), nowNanos);
    }

    private void raise(long nowNanos) {
        ViewLimit held = limit;
        if (held == null) {
            return;
        }
        if (raised) {
            // The one before was not in vain.
            raiseAfterNanos = Math.max(raiseAfterNanos / 2, RAISE_AFTER_NANOS);
        }
        raised = true;
        if (held.chunks() + 1 >= held.withoutSluice()) {
            steppedNanos = nowNanos;
            undo();
        } else {
            step(new ViewLimit(held.chunks() + 1, held.withoutSluice()), nowNanos);
        }
    }

    private void step(ViewLimit next, long nowNanos) {
        steppedNanos = nowNanos;
        oursNanos = nowNanos;
        limit = next;
        distance.set(next.chunks());
    }

    /**
     * Lets go once another distance holds: another plugin has set one, or a respawn has forgotten this one. A world whose own is
     * smaller does not count, nor does a moment, since a change of the world takes one.
     */
    private void yieldToOthers(long nowNanos) {
        ViewLimit held = limit;
        if (held == null) {
            return;
        }
        int present = distance.present();
        if (present == held.chunks() || (present < held.chunks() && distance.isDefault(present))) {
            oursNanos = nowNanos;
        } else if (nowNanos - oursNanos >= STEP_NANOS) {
            limit = null;
        }
    }
}
