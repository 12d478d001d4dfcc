package dev.sluice.netty;

import io.netty.channel.Channel;

/**
 * Finds the channel itself. What the server's connection holds may be ProtocolLib's proxy, and a write through that from
 * the event loop would enter the listeners again (H29); its pipeline is the real one, and knows its channel.
 */
final class RealChannel {

    private RealChannel() {}

    /**
     * The channel behind an object.
     *
     * @throws IllegalArgumentException if it is no Netty channel
     */
    static Channel of(Object playerChannel) {
        if (playerChannel instanceof Channel channel) {
            return channel.pipeline().channel();
        }
        throw new IllegalArgumentException(
                "expected a Netty channel, found " + playerChannel.getClass().getName());
    }
}
