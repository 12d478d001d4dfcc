package dev.sluice.oracle;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.local.LocalServerChannel;
import io.netty.handler.codec.MessageToByteEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A channel in which the engine's handler stands between two witnesses. The first, where writes enter the event loop,
 * keeps what is sent within the contract and shows it to the direct client; the second, behind the engine, is the
 * encoder, which shows to the throttled client what goes out. All of it runs on the event loop.
 */
final class JudgedChannel implements AutoCloseable {

    static final String ENCODER = "encoder";

    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, LocalIoHandler.newFactory());
    private final Stream stream = new Stream(new ModelClassifier(true));
    private final Contract contract = new Contract();
    private final ModelClient direct = new ModelClient(true, Contract.FIRST_RADIUS, null);
    private final ModelClient throttled = new ModelClient(true, Contract.FIRST_RADIUS, direct);
    private final List<String> problems = new ArrayList<>();
    private final DeliveryChecks checks = new DeliveryChecks(direct, throttled, true, this::problem);
    private final Channel listener;
    private final Channel client;
    private final Channel server;
    private int offered;

    JudgedChannel() throws Exception {
        LocalAddress address = new LocalAddress(JudgedChannel.class);
        CompletableFuture<Channel> accepted = new CompletableFuture<>();
        listener = new ServerBootstrap()
                .group(loops)
                .channel(LocalServerChannel.class)
                .childHandler(new ChannelInitializer<LocalChannel>() {
                    @Override
                    protected void initChannel(LocalChannel channel) {
                        channel.pipeline().addLast(ENCODER, new Encoder());
                        channel.pipeline().addLast("packet_handler", new ChannelInboundHandlerAdapter());
                        channel.pipeline().addLast("tap", new Tap());
                        // Once this initializer has left the pipeline.
                        channel.eventLoop().execute(() -> accepted.complete(channel));
                    }
                })
                .bind(address)
                .sync()
                .channel();
        client = new Bootstrap()
                .group(loops)
                .channel(LocalChannel.class)
                .handler(new SimpleChannelInboundHandler<Object>() {
                    @Override
                    protected void channelRead0(ChannelHandlerContext ctx, Object msg) {}
                })
                .connect(address)
                .sync()
                .channel();
        server = accepted.get(10, TimeUnit.SECONDS);
    }

    Channel server() {
        return server;
    }

    /** How many packets the contract let through. On the event loop. */
    int offered() {
        return offered;
    }

    /** What went wrong, with how the worlds differ now. On the event loop. */
    List<String> verdict() {
        List<String> all = new ArrayList<>(problems);
        all.addAll(direct.violations);
        all.addAll(throttled.violations);
        all.addAll(WorldDiff.between(direct, throttled));
        return all;
    }

    @Override
    public void close() {
        client.close().awaitUninterruptibly();
        server.close().awaitUninterruptibly();
        listener.close().awaitUninterruptibly();
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private void problem(String what) {
        if (problems.size() < 10) {
            problems.add(what);
        }
    }

    /** Puts the order of the stream down, and drops what the interleaving of the senders has made nonsense. */
    private final class Tap extends ChannelOutboundHandlerAdapter {
        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // the promise tells
        public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
            if (contract.allow(new Step.Send((ModelPacket) msg)) instanceof Step.Send(ModelPacket allowed)) {
                offered++;
                Sent sent = stream.next(allowed);
                direct.accept(sent);
                checks.offered(sent);
                ctx.write(sent, promise);
            } else {
                promise.setSuccess();
            }
        }
    }

    private final class Encoder extends MessageToByteEncoder<Sent> {
        @Override
        protected void encode(ChannelHandlerContext ctx, Sent sent, ByteBuf out) {
            checks.delivering(sent);
            throttled.accept(sent);
            checks.delivered(sent);
            out.writeZero((int) WireSizes.of(sent));
        }
    }
}
