package dev.sluice.netty;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A real TCP connection over loopback; the other end reads what it is told to.
 *
 * @param <C> the channel at the server's end
 */
@SuppressWarnings("FutureReturnValueIgnored") // what arrives is checked at the other end
final class SocketPipe<C extends SocketChannel> implements AutoCloseable {

    private static final long DEADLINE_NANOS = 20_000_000_000L;

    private final MultiThreadIoEventLoopGroup loops;
    private final Socket client;
    private final C server;

    static SocketPipe<EpollSocketChannel> epoll() throws Exception {
        return new SocketPipe<>(EpollIoHandler.newFactory(), EpollServerSocketChannel.class);
    }

    static SocketPipe<NioSocketChannel> nio() throws Exception {
        return new SocketPipe<>(NioIoHandler.newFactory(), NioServerSocketChannel.class);
    }

    private SocketPipe(IoHandlerFactory io, Class<? extends ServerSocketChannel> listens) throws Exception {
        loops = new MultiThreadIoEventLoopGroup(1, io);
        CompletableFuture<C> accepted = new CompletableFuture<>();
        var listener = new ServerBootstrap()
                .group(loops)
                .channel(listens)
                .childHandler(new ChannelInitializer<C>() {
                    @Override
                    protected void initChannel(C channel) {
                        channel.pipeline().addLast("packet_handler", new ChannelInboundHandlerAdapter());
                        // Once this initializer has left the pipeline.
                        channel.eventLoop().execute(() -> accepted.complete(channel));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .sync()
                .channel();
        client = new Socket(InetAddress.getLoopbackAddress(), ((InetSocketAddress) listener.localAddress()).getPort());
        server = accepted.get(10, TimeUnit.SECONDS);
    }

    C server() {
        return server;
    }

    /** Sends zeros, a message of 1000 bytes each. */
    void send(int kilobytes) {
        for (int i = 0; i < kilobytes; i++) {
            server.write(Unpooled.wrappedBuffer(new byte[1_000]));
        }
        server.flush();
    }

    /** The other end reads exactly so many bytes. */
    void receive(int bytes) throws IOException {
        client.getInputStream().readNBytes(bytes);
    }

    /** What the event loop returns. */
    <T> T onLoop(Callable<T> call) throws Exception {
        return server.eventLoop().submit(call).get(10, TimeUnit.SECONDS);
    }

    /** Asks on the event loop again and again until the answer is as wanted; returns the last one. */
    <T> T await(Callable<T> call, Predicate<T> wanted) throws Exception {
        long deadline = System.nanoTime() + DEADLINE_NANOS;
        T last = onLoop(call);
        while (!wanted.test(last) && System.nanoTime() < deadline) {
            last = onLoop(call);
        }
        return last;
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close().awaitUninterruptibly();
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
