package dev.sluice.testbed.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Listens and owns the event loops. */
public final class NettyServer implements AutoCloseable {
    private static final int LOOPS = 2;
    private final EventLoopGroup loops;
    private final ChannelGroup channels;
    private final Channel listening;

    private NettyServer(EventLoopGroup loops, ChannelGroup channels, Channel listening) {
        this.loops = loops;
        this.channels = channels;
        this.listening = listening;
    }

    /**
     * Takes the address. Clients wait until {@link #accept}.
     *
     * @param port 0 for any free one
     * @param congestionControl of the connections, if not the system's
     * @throws IOException when the address or the congestion control cannot be had
     */
    public static NettyServer listen(String host, int port, Optional<String> congestionControl) throws IOException {
        boolean epoll = Epoll.isAvailable();
        EventLoopGroup loops =
                new MultiThreadIoEventLoopGroup(LOOPS, epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        var bound = new ServerBootstrap()
                .group(loops)
                .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .option(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ServerPipeline(channels))
                .bind(new InetSocketAddress(InetAddress.getByName(host), port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            var _ = loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            throw new IOException(
                    "cannot listen on " + host + ":" + port + " ("
                            + bound.cause().getMessage() + "): stop what uses it, or take any free port with --port 0",
                    bound.cause());
        }
        NettyServer server = new NettyServer(loops, channels, bound.channel());
        try {
            congestionControl.ifPresent(algorithm -> CongestionControl.set(bound.channel(), algorithm));
            return server;
        } catch (IllegalArgumentException e) {
            server.close();
            throw new IOException(e.getMessage(), e);
        }
    }

    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** Lets clients in. */
    public void accept() {
        var _ = listening.config().setAutoRead(true);
    }

    /** Takes no more clients; those that are there stay. */
    public void stopListening() {
        var _ = listening.close().awaitUninterruptibly();
    }

    /** Closes what is still open and ends the event loops. */
    @Override
    public void close() {
        stopListening();
        boolean _ = channels.close().awaitUninterruptibly(2, TimeUnit.SECONDS);
        boolean _ = loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    }
}
