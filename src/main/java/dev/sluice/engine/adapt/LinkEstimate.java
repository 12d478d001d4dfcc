package dev.sluice.engine.adapt;

import dev.sluice.engine.port.LinkReading;

/**
 * What the rate control makes of a client's link, and what it decided.
 *
 * @param reason why the rate is what it is
 * @param trusted the name of the probe whose readings count; {@code none} while there are none
 * @param rateBytesPerSecond the rate that was decided
 * @param capacityBytesPerSecond what the path delivers, NaN while unknown
 * @param rttMillis the round-trip time that the trusted probe saw last, NaN while unknown
 * @param minRttMillis the path's round-trip time without a queue, NaN while unknown
 * @param queueMillis the standing queue on the path, NaN while unknown
 * @param proxied whether something between the server and the client buffers what the transport takes for delivered
 * @param transport what the transport's probe read last, trusted or not; {@link LinkReading#NOTHING} if it read nothing
 */
public record LinkEstimate(
        RateReason reason,
        String trusted,
        long rateBytesPerSecond,
        double capacityBytesPerSecond,
        double rttMillis,
        double minRttMillis,
        double queueMillis,
        boolean proxied,
        LinkReading transport) {

    /** Nothing was looked at. */
    public static final LinkEstimate UNKNOWN = new LinkEstimate(
            RateReason.START, "none", 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, false, LinkReading.NOTHING);
}
