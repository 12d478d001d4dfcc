package dev.sluice.engine.adapt;

/**
 * Whether so little is under way that more may be written, whatever the rate. Opens a second after the last progress of
 * what has shut it, so that it cannot shut for good. Confined to the client's thread.
 */
final class ReleaseGate {

    /** What may wait in the socket beside the largest packet: the kernel's own pacing needs some. */
    private static final double UNSENT_NANOS = 150e6;

    /** What the client may not have confirmed: a queue twice as long as a search makes, and an answer that is a frame late. */
    private static final double UNCONFIRMED_NANOS = 400e6;

    /** A client that loads its world answers nothing for a second, while its link carries on. */
    private static final double UNCONFIRMED_TRUSTED_NANOS = 1.5e9;

    private static final long STUCK_NANOS = 1_000_000_000L;

    private final LinkSight sight;
    private final DeliveryTracker delivery;

    ReleaseGate(LinkSight sight, DeliveryTracker delivery) {
        this.sight = sight;
        this.delivery = delivery;
    }

    /**
     * Whether a path is open.
     *
     * @param rate what is sent in bytes a second, which counts while what the path delivers is unknown
     * @param unitBytes the largest packet written of late
     */
    boolean isOpen(PathEstimate path, long rate, RateControlConfig config, long unitBytes, long nowNanos) {
        double seen = path.capacityBytesPerSecond();
        double bytesPerSecond = Double.isNaN(seen) ? (double) rate : seen;
        double taken = sight.transportBytesPerSecond();
        double taking = Double.isNaN(taken) ? bytesPerSecond : Math.min(bytesPerSecond, taken);
        if (!isTaken(taking, config, unitBytes) && !isUnsentStuck(nowNanos)) {
            return false;
        }
        double allowance = sight.trustsTransport() && sight.isSettled() ? UNCONFIRMED_TRUSTED_NANOS : UNCONFIRMED_NANOS;
        double emptyNanos = Double.isNaN(path.minRttNanos()) ? 0 : path.minRttNanos();
        double unconfirmed = (allowance + emptyNanos) * 1e-9 * (double) config.bounded(bytesPerSecond) + 2 * unitBytes;
        return delivery.answers() == 0
                || delivery.bytesInFlight() <= unconfirmed
                || nowNanos - delivery.answeredNanos() > STUCK_NANOS;
    }

    /** Whether the socket takes what is written at such a rate, but for a little. */
    boolean isTaken(double bytesPerSecond, RateControlConfig config, long unitBytes) {
        return sight.unsentBytes() <= UNSENT_NANOS * 1e-9 * (double) config.bounded(bytesPerSecond) + unitBytes;
    }

    /** Whether what waits in the socket has not moved for so long that it says nothing any more. */
    boolean isUnsentStuck(long nowNanos) {
        return nowNanos - sight.unsentProgressNanos() > STUCK_NANOS;
    }
}
