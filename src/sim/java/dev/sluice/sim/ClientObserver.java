package dev.sluice.sim;

import org.jspecify.annotations.Nullable;

/** Hears what becomes of a client's packets, in the order in which it happens. */
public interface ClientObserver {

    /** A packet is held from now on. */
    default void held(SimPacket packet) {}

    /**
     * A packet was written.
     *
     * @param bytes on the wire
     * @param deliveredNanos when the link delivers its last byte
     */
    default void written(SimPacket packet, long bytes, Cause cause, long deliveredNanos) {}

    /**
     * A packet was let go unwritten.
     *
     * @param by what was being offered at that moment, null if nothing was
     */
    default void superseded(SimPacket packet, @Nullable SimPacket by) {}

    /** What a held packet said waits no longer, whichever packet it went out with; once for each that waited. */
    default void ended(SimPacket packet) {}

    /** A pass begins. */
    default void passBegins() {}

    /** A pass is over, flush included. */
    default void passEnded() {}
}
