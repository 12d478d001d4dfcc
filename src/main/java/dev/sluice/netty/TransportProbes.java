package dev.sluice.netty;

import dev.sluice.engine.port.LinkProbe;
import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollSocketChannel;

/** Finds out what a channel's transport can tell. */
final class TransportProbes {

    private TransportProbes() {}

    /** The kernel's view where the channel is an epoll socket's; else nothing is seen. The channel's event loop. */
    static LinkProbe of(Channel channel, Failures failures) {
        try {
            return channel instanceof EpollSocketChannel socket ? new TcpInfoProbe(socket, failures) : LinkProbe.NONE;
        } catch (LinkageError e) {
            // A server without the epoll classes, or with others.
            failures.probeFailed("tcp_info", e);
            return LinkProbe.NONE;
        }
    }
}
