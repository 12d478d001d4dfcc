package dev.sluice.engine.port;

/**
 * A way into a client's stream, with what can be learnt there.
 *
 * @param sink where packets go
 * @param markers what the client can be asked with
 * @param transport what the transport itself knows of the link
 */
public record ClientLink(PacketSink sink, MarkerPort markers, LinkProbe transport) {

    /** A way that leads out only. */
    public static ClientLink of(PacketSink sink) {
        return new ClientLink(sink, MarkerPort.NONE, LinkProbe.NONE);
    }
}
