package dev.sluice.engine.adapt;

/**
 * What markers tell of a client's link (seed 001).
 *
 * @param status how the link fares
 * @param lastRxNanos the ticker's time of the last confirmation; of the start before the first one
 * @param lastTxNanos the ticker's time at which bytes were last seen to have been written; of the start before that
 * @param bytesInFlight bytes written that the client has not confirmed, at least 0; 0 without markers
 * @param unconfirmedReliable reliable messages written that the client has not confirmed, at least 0
 * @param remarks markers sent since a reliable message was not confirmed in time, since the start
 * @param rttMillis the smoothed time from a marker to its answer in milliseconds, queues included; NaN while unknown
 */
public record NetworkHealth(
        Status status,
        long lastRxNanos,
        long lastTxNanos,
        long bytesInFlight,
        long unconfirmedReliable,
        long remarks,
        double rttMillis) {

    /** How a link fares. */
    public enum Status {
        /** No markers can be sent, or none was answered yet; nothing pauses. */
        UNKNOWN,
        /** The client confirms what it is sent. */
        HEALTHY,
        /** The client confirms nothing. */
        STALLED,
        /** The client confirms again, but not yet all that was written during the stall. */
        RECOVERING
    }
}
