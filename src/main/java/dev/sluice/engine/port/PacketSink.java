package dev.sluice.engine.port;

import org.jspecify.annotations.Nullable;

/**
 * Where released packets go. Called on the client's thread only. A receipt is whatever the producer gave with the
 * packet to learn of its fate (a write promise); it is settled exactly once, by one of these methods.
 */
public interface PacketSink {

    /** What {@link #write} returns when nothing measures the wire. */
    long UNMETERED = -1;

    /** Writes a packet and returns the bytes it took on the wire, or {@link #UNMETERED}. */
    long write(Object packet, @Nullable Object receipt);

    /** Pushes out what was written since the last flush. */
    void flush();

    /** Lets go of a packet that the client no longer needs: newer state has replaced it, or it is stale. */
    void supersede(Object packet, @Nullable Object receipt);

    /** Lets go of a packet whose connection is gone. */
    void abandon(Object packet, @Nullable Object receipt);
}
