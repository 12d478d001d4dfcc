package dev.sluice.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.MessageToByteEncoder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A real TCP connection over loopback: the server's end has the pipeline of a Minecraft server in small, the other end
 * reads the bytes and checks the order along each key.
 */
public final class LoopbackPipe implements AutoCloseable {

    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final AtomicIntegerArray nextNumber;
    private final AtomicLong overtaken = new AtomicLong();
    private final CountDownLatch outstanding;
    private final Channel listener;
    private final Channel client;
    private final Channel server;

    public LoopbackPipe(int keys, int expectedPackets) throws Exception {
        nextNumber = new AtomicIntegerArray(keys);
        outstanding = new CountDownLatch(expectedPackets);
        CompletableFuture<Channel> accepted = new CompletableFuture<>();
        listener = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast("encoder", new Encoder());
                        channel.pipeline().addLast("packet_handler", new ChannelInboundHandlerAdapter());
                        accepted.complete(channel);
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .sync()
                .channel();
        client = new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .handler(new Reader())
                .connect(listener.localAddress())
                .sync()
                .channel();
        server = accepted.get(10, TimeUnit.SECONDS);
    }

    /** The server's channel to the player. */
    public Channel server() {
        return server;
    }

    /** Waits until every expected packet has arrived; returns false after a minute. */
    public boolean awaitAll() throws InterruptedException {
        return outstanding.await(60, TimeUnit.SECONDS);
    }

    public long outstanding() {
        return outstanding.getCount();
    }

    /** Packets that arrived before an older one of their key. */
    public long overtaken() {
        return overtaken.get();
    }

    @Override
    public void close() {
        client.close().awaitUninterruptibly();
        server.close().awaitUninterruptibly();
        listener.close().awaitUninterruptibly();
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private static final class Encoder extends MessageToByteEncoder<NumberedPacket> {
        @Override
        protected void encode(ChannelHandlerContext ctx, NumberedPacket packet, ByteBuf out) {
            out.writeInt(packet.key()).writeInt(packet.number());
        }
    }

    private final class Reader extends ByteToMessageDecoder {
        @Override
        protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
            while (in.readableBytes() >= NumberedPacket.WIRE_BYTES) {
                int key = in.readInt();
                int number = in.readInt();
                int expected = nextNumber.get(key);
                if (number < expected) {
                    overtaken.incrementAndGet();
                } else {
                    nextNumber.set(key, number + 1);
                }
                outstanding.countDown();
            }
        }
    }
}
