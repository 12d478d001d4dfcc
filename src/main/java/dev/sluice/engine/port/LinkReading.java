package dev.sluice.engine.port;

/**
 * What a probe saw of a link at one moment. What it cannot see is NaN or {@link #UNSEEN}, never 0.
 *
 * @param rttMillis the smoothed round-trip time in milliseconds, queues included
 * @param minRttMillis the smallest round-trip time that the probe remembers, in milliseconds
 * @param deliveredBytes bytes that the other end has confirmed since the connection began; grows only
 * @param deliveryBytesPerSecond the probe's own estimate of how fast bytes arrive, in bytes a second
 * @param applicationLimited whether that estimate was bounded by what there was to send; false if unseen
 * @param unsentBytes bytes that wait before the link, in the sender's socket
 * @param inFlightBytes bytes sent that the other end has not confirmed
 * @param retransmits segments sent again since the connection began
 */
public record LinkReading(
        double rttMillis,
        double minRttMillis,
        long deliveredBytes,
        double deliveryBytesPerSecond,
        boolean applicationLimited,
        long unsentBytes,
        long inFlightBytes,
        long retransmits) {

    /** Stands for a number of bytes or segments that the probe cannot see. */
    public static final long UNSEEN = -1;

    /** A reading of a probe that sees nothing. */
    public static final LinkReading NOTHING =
            new LinkReading(Double.NaN, Double.NaN, UNSEEN, Double.NaN, false, UNSEEN, UNSEEN, UNSEEN);

    /** A reading of a probe that sees the round-trip time only. */
    public static LinkReading ofRtt(double rttMillis) {
        return new LinkReading(rttMillis, Double.NaN, UNSEEN, Double.NaN, false, UNSEEN, UNSEEN, UNSEEN);
    }

    /** A reading of a probe that sees only what waits before the link. */
    public static LinkReading ofUnsent(long unsentBytes) {
        return new LinkReading(Double.NaN, Double.NaN, UNSEEN, Double.NaN, false, unsentBytes, UNSEEN, UNSEEN);
    }
}
