package dev.sluice.testbed.plugin;

import net.minestom.server.network.packet.server.ServerPacket;

/**
 * One player's way out in the play phase, as a server's {@code Connection}: packets become server-shaped objects, run
 * through ProtocolLib's listeners on the calling thread and are then written by the channel's event loop.
 */
public interface HostedConnection {
    /**
     * Sends one play packet; from any thread. Off the main thread most packets wait for {@link PluginHost#tick}, as
     * Paper's do; chat, keep-alive, titles, sounds, particles, player info and boss bars pass at once.
     */
    void send(ServerPacket.Play packet);

    /** Sends as one bundle what {@code sends} sends on this thread; an entity's spawn with all that belongs to it. */
    void bundle(Runnable sends);
}
