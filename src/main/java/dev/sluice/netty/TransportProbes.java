package dev.sluice.netty;

import dev.sluice.engine.port.LinkProbe;
import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketChannel;

/** Finds out what a channel's transport can tell. */
final class TransportProbes {

    private TransportProbes() {}

    /**
     * The kernel's view where the channel is an epoll socket's; of another socket whether it takes what is written; of what is
     * no socket nothing. The channel's event loop.
     */
    static LinkProbe of(Channel channel, Failures failures) {
        try {
            if (channel instanceof EpollSocketChannel socket) {
                return new TcpInfoProbe(socket, failures);
            }
        } catch (LinkageError e) {
            // A server without the epoll classes, or with others.
            failures.probeFailed("tcp_info", e);
        }
        return channel instanceof SocketChannel ? new WritabilityProbe(channel, failures) : LinkProbe.NONE;
    }
}
