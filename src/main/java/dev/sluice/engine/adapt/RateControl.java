package dev.sluice.engine.adapt;

import dev.sluice.engine.adapt.NetworkHealth.Status;
import dev.sluice.engine.port.LinkProbe;
import org.jspecify.annotations.Nullable;

/**
 * Finds how fast a client may be sent to, and holds the queue on its path short while the path is always in use.
 *
 * <p>The rate is what the path delivers, times 1 + g·(T − Q) between 0.5 and 1.15, for a standing queue Q and its target T,
 * with g the smaller of 0.6/T and 0.5/lag: delay-based as in TCP Vegas and LEDBAT (RFC 6817), on a delivery rate as in BBR.
 * At first, and whenever a rate that is used leaves no queue, it is one and a half of what the path delivers. Every 15 s
 * without a look at the empty path it is lowered for a moment. A queue that stays although less is sent than is delivered
 * is somebody else's, and is taken as part of the path. Confined to the client's thread.
 */
public final class RateControl {

    /** Of the target, so that a queue of twice the target takes 0.6 off the rate. */
    private static final double GAIN = 0.6;

    /** Below pi/2 an integral that is seen a lag later does not swing; a third of that leaves room for a lag misjudged. */
    private static final double STABLE = 0.5;

    /** The time between two markers, which adds to the lag. */
    private static final double MARKER_NANOS = 100e6;

    private static final double LEAST_FACTOR = 0.5;
    private static final double MOST_FACTOR = 1.15;
    private static final double SEARCH_FACTOR = 1.5;

    /** More often than this nothing new is to be seen: histories and windows are made for looks 10 ms apart. */
    private static final long LOOK_NANOS = 8_000_000L;

    /** Answers come between two of the client's frames and every 100 ms only. */
    private static final double MARKER_TARGET_NANOS = 40e6;

    /** So that a path is never idle between two passes, 10 ms apart. */
    private static final double LEAST_TARGET_NANOS = 8e6;

    private static final double SEARCH_END_NANOS = 12e6;
    private static final long SEARCH_AFTER_NANOS = 500_000_000L;

    private static final long MEASURE_EVERY_NANOS = 15_000_000_000L;
    private static final double MEASURE_FACTOR = 0.4;
    private static final long MEASURE_FIRST_NANOS = 2_000_000_000L;
    private static final long MEASURE_NANOS = 150_000_000L;

    /** Four markers. */
    private static final long MARKER_MEASURE_NANOS = 400_000_000L;

    /** A link on which nothing has arrived for so long stands still, if the client does. */
    private static final long STILL_NANOS = 1_000_000_000L;

    private final LinkSight sight;
    private final DeliveryTracker delivery;
    private final PingRate pings;
    private final ReleaseGate gate;
    private final ForeignQueue foreignQueue = new ForeignQueue();
    private RateControlConfig config;
    private long startRate;

    private long rate;
    private RateReason reason = RateReason.START;
    private boolean searching = true;
    private boolean open = true;
    private double queueNanos = Double.NaN;

    private boolean unqueued;
    private long searchFromNanos;
    private long lookedNanos;
    private long measureEndNanos;
    private boolean measuring;
    private boolean measured;
    private boolean foreign;

    /**
     * @param startBytesPerSecond the rate until something is known, and the rate for good if the control is fixed
     * @param transport what the transport sees
     * @param delivery what the markers see
     * @param fallback the ping as the server knows it
     */
    public RateControl(
            RateControlConfig config,
            long startBytesPerSecond,
            LinkProbe transport,
            DeliveryTracker delivery,
            LinkProbe fallback,
            long nowNanos) {
        this.config = config;
        this.startRate = startBytesPerSecond;
        this.delivery = delivery;
        this.sight = new LinkSight(transport, delivery, nowNanos);
        this.pings = new PingRate(fallback, nowNanos);
        this.gate = new ReleaseGate(sight, delivery);
        this.rate = bounded(startBytesPerSecond);
        this.measureEndNanos = nowNanos;
        this.lookedNanos = nowNanos - LOOK_NANOS;
    }

    /** Changes the bounds, and the rate of a fixed control, with the next step; what was learnt of the link stays. */
    public void reconfigure(RateControlConfig newConfig, long startBytesPerSecond) {
        if (newConfig.automatic() != config.automatic() || startBytesPerSecond != startRate) {
            rate = startBytesPerSecond;
        }
        if (newConfig.automatic() != config.automatic()) {
            // What was decided before is of another time.
            searching = true;
            unqueued = false;
            measuring = false;
            foreign = false;
            foreignQueue.forget();
        }
        config = newConfig;
        startRate = startBytesPerSecond;
        rate = bounded(rate);
    }

    private long bounded(long bytesPerSecond) {
        return config.automatic() ? config.bounded((double) bytesPerSecond) : bytesPerSecond;
    }

    /**
     * Looks at the link and decides anew; every 10 ms while something is held, every 50 ms under the server's clock.
     *
     * @param backlogged whether what is held waits for credit
     * @param inForce whether what was decided last is what is spent; the server's limit may allow less
     * @param unitBytes the largest packet written of late
     * @return the rate in bytes a second, at least 1
     */
    public long step(long nowNanos, boolean backlogged, boolean inForce, long unitBytes) {
        long sinceLook = nowNanos - lookedNanos;
        if (sinceLook >= 0 && sinceLook < LOOK_NANOS) {
            return config.automatic() ? rate : startRate;
        }
        lookedNanos = nowNanos;
        sight.look(nowNanos, backlogged, unitBytes);
        PathEstimate path = sight.trusted();
        queueNanos = queueNanosOf(path, nowNanos);
        if (!config.automatic()) {
            reason = RateReason.FIXED;
            open = true;
            return startRate;
        }
        if (path == null) {
            reason = Double.isNaN(pings.rttNanos()) ? RateReason.START : RateReason.PING;
            boolean writable = gate.isTaken((double) rate, config, unitBytes);
            rate = config.bounded(pings.next((double) rate, backlogged && inForce, writable, nowNanos));
            open = writable || gate.isUnsentStuck(nowNanos);
            return rate;
        }
        double bytesPerSecond = sight.bytesPerSecondOf(path);
        if (!Double.isNaN(bytesPerSecond)) {
            decide(path, bytesPerSecond, backlogged, unitBytes, Math.max(0, sinceLook), nowNanos);
        }
        open = gate.isOpen(path, rate, config, unitBytes, nowNanos);
        return rate;
    }

    private double queueNanosOf(@Nullable PathEstimate path, long nowNanos) {
        if (path == null) {
            return Double.NaN;
        }
        double seenNanos = Double.isNaN(path.queueNanos()) ? 0 : path.queueNanos();
        // While searching, whoever sees a queue first is right.
        return sight.trustsTransport() && !searching
                ? seenNanos
                : Math.max(seenNanos, sight.markerQueueNanos(nowNanos));
    }

    /**
     * How long the standing queue is to be: what the target leaves beside half of the largest packet, which is the mean of
     * what it adds; enough in any case for a path that is never idle between two passes.
     */
    private double targetNanos(double bytesPerSecond, long unitBytes) {
        double halfUnitNanos = 0.5e9 * unitBytes / bytesPerSecond;
        double nanos = Math.max(LEAST_TARGET_NANOS, (double) config.targetDelayNanos() - halfUnitNanos);
        return sight.trustsTransport() ? nanos : Math.max(nanos, MARKER_TARGET_NANOS);
    }

    /** @param bytesPerSecond what the path is believed to deliver */
    private void decide(
            PathEstimate path,
            double bytesPerSecond,
            boolean backlogged,
            long unitBytes,
            long elapsedNanos,
            long nowNanos) {
        double targetNanos = targetNanos(bytesPerSecond, unitBytes);
        if (delivery.status() == Status.STALLED && nowNanos - path.progressNanos() > STILL_NANOS) {
            // A client that stands still while its link carries on is followed by what the link shows.
            reason = RateReason.STALLED;
            foreignQueue.forget();
            return;
        }
        foreignQueue.undersent(Math.max(0, 1 - rate / bytesPerSecond) * elapsedNanos);
        if (measuring) {
            measuring = nowNanos - measureEndNanos < 0;
            rate = config.bounded(MEASURE_FACTOR * bytesPerSecond);
            reason = RateReason.MEASURING;
            return;
        }
        if (searching && queueNanos > Math.max(targetNanos / 2, SEARCH_END_NANOS)) {
            searching = false;
        }
        searchAnew(backlogged, nowNanos);
        boolean suspect = sight.isSuspect();
        if (searching && !suspect) {
            rate = config.bounded(Math.max((double) startRate, SEARCH_FACTOR * bytesPerSecond));
            reason = RateReason.SEARCHING;
            return;
        }
        double longNanos = 1.5 * targetNanos + 1e9 * unitBytes / bytesPerSecond;
        if (foreignQueue.isSeen(queueNanos, longNanos, nowNanos) && rate > config.floorBytesPerSecond()) {
            path.rebase(path.minRttNanos() + queueNanos, nowNanos);
            foreign = true;
        }
        // The first answers of a client came while the world began to load, and no handshake was seen before.
        long everyNanos = measured || sight.trustsTransport() ? MEASURE_EVERY_NANOS : MEASURE_FIRST_NANOS;
        if (backlogged && nowNanos - path.emptyNanos() > everyNanos && nowNanos - measureEndNanos > everyNanos) {
            measuring = true;
            measured = true;
            long lengthNanos = sight.trustsTransport() ? MEASURE_NANOS : MARKER_MEASURE_NANOS;
            measureEndNanos = nowNanos + lengthNanos + (long) path.minRttNanos();
        }
        double most = suspect ? 1 : MOST_FACTOR;
        double gain = gainPerNano(path, targetNanos);
        double factor = Math.clamp(1 + (targetNanos - queueNanos) * gain, LEAST_FACTOR, most);
        rate = config.bounded(bytesPerSecond * factor);
        reason = reasonOf(factor);
    }

    /** The queue is an integral of the rate: what answers faster than half a lag swings. */
    private double gainPerNano(PathEstimate path, double targetNanos) {
        double lagNanos = path.lagNanos() + (sight.trustsTransport() ? 0 : MARKER_NANOS);
        return Math.min(GAIN / targetNanos, STABLE / lagNanos);
    }

    private RateReason reasonOf(double factor) {
        if (foreign) {
            return RateReason.SHARING;
        }
        if (factor > 1.05) {
            return RateReason.GROWING;
        }
        return factor < 0.9 ? RateReason.DRAINING : RateReason.HOLDING;
    }

    /** A rate that is used and leaves no queue for half a second is too low: a limit has lifted. */
    private void searchAnew(boolean backlogged, long nowNanos) {
        if (!backlogged || queueNanos > PathEstimate.BUSY_NANOS) {
            unqueued = false;
        } else if (!unqueued) {
            unqueued = true;
            searchFromNanos = nowNanos + SEARCH_AFTER_NANOS;
        } else if (nowNanos - searchFromNanos >= 0) {
            searching = true;
            foreign = false;
        }
    }

    /** The rate that was decided last, in bytes a second. */
    public long bytesPerSecond() {
        return rate;
    }

    /** Whether held packets may be written now; otherwise too much is under way already. */
    public boolean isOpen() {
        return open;
    }

    /** The round-trip time in milliseconds, the queue included; NaN while unknown. */
    public double rttMillis() {
        PathEstimate path = sight.trusted();
        return 1e-6 * (path == null ? pings.rttNanos() : path.rttNanos());
    }

    /** What queues add to the round-trip time, in milliseconds; NaN while unknown. */
    public double queueingMillis() {
        PathEstimate path = sight.trusted();
        double baseNanos = path == null ? pings.minRttNanos() : path.minRttNanos();
        return Math.max(0, rttMillis() - 1e-6 * baseNanos);
    }

    /** What was made of the link, and decided, with the last step. */
    public LinkEstimate estimate() {
        PathEstimate path = sight.trusted();
        return new LinkEstimate(
                reason,
                path == null ? pings.name() : path.probe(),
                rate,
                path == null ? Double.NaN : path.capacityBytesPerSecond(),
                rttMillis(),
                1e-6 * (path == null ? pings.minRttNanos() : path.minRttNanos()),
                1e-6 * queueNanos,
                sight.isProxied(),
                sight.lastReading());
    }
}
