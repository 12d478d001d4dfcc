package dev.sluice.testbed.plugin;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.local.LocalServerChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import net.kyori.adventure.audience.Audience;
import net.kyori.adventure.text.Component;
import net.minecraft.network.PacketBundleUnpacker;
import net.minecraft.network.PacketDecoder;
import net.minecraft.network.PacketEncoder;
import net.minecraft.network.protocol.Packet;
import net.minecraft.network.protocol.game.GameProtocols;

/** A player with a real channel and event loop; its encoder keeps what reaches it instead of writing it. */
final class HostedPlayerDouble implements HostedPlayer, AutoCloseable {
    private final UUID uuid = UUID.randomUUID();
    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, LocalIoHandler.newFactory());
    private final List<Packet<?>> encoded = new CopyOnWriteArrayList<>();
    private final AtomicInteger flushes = new AtomicInteger();
    private final Channel channel;

    HostedPlayerDouble() {
        CompletableFuture<Channel> accepted = new CompletableFuture<>();
        LocalAddress address = new LocalAddress(uuid.toString());
        new ServerBootstrap()
                .group(group)
                .channel(LocalServerChannel.class)
                .childHandler(new ChannelInitializer<LocalChannel>() {
                    @Override
                    protected void initChannel(LocalChannel child) {
                        child.pipeline()
                                .addLast("decoder", new Decoder())
                                .addLast("encoder", new Recorder(encoded, flushes))
                                .addLast("unbundler", new PacketBundleUnpacker())
                                .addLast("packet_handler", new ChannelInboundHandlerAdapter());
                        accepted.complete(child);
                    }
                })
                .bind(address)
                .syncUninterruptibly();
        new Bootstrap()
                .group(group)
                .channel(LocalChannel.class)
                .handler(new ChannelInboundHandlerAdapter())
                .connect(address)
                .syncUninterruptibly();
        channel = accepted.join();
    }

    /** What reached the encoder so far, once the loop has done what it was given before. */
    List<Packet<?>> encoded() {
        channel.eventLoop().submit(() -> {}).syncUninterruptibly();
        return List.copyOf(encoded);
    }

    /** How often the channel was flushed, once the loop has done what it was given before. */
    int flushes() {
        channel.eventLoop().submit(() -> {}).syncUninterruptibly();
        return flushes.get();
    }

    /** The pipeline's handlers by name, once the loop has done what it was given before. */
    List<String> handlers() {
        channel.eventLoop().submit(() -> {}).syncUninterruptibly();
        return channel.pipeline().names();
    }

    /** A packet of the client comes in; returns once the loop has done what follows from it at once. */
    void receive(Packet<?> packet) {
        channel.eventLoop()
                .submit(() -> channel.pipeline().fireChannelRead(packet))
                .syncUninterruptibly();
    }

    @Override
    public UUID uuid() {
        return uuid;
    }

    @Override
    public String name() {
        return "Steve";
    }

    @Override
    public int entityId() {
        return 7;
    }

    @Override
    public Position position() {
        return new Position(1, 2, 3, 0, 0);
    }

    @Override
    public OptionalInt vehicleId() {
        return OptionalInt.of(12);
    }

    @Override
    public OptionalInt targetId(int maxBlocks) {
        return OptionalInt.empty();
    }

    @Override
    public int pingMillis() {
        return 33;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public Audience audience() {
        return Audience.empty();
    }

    @Override
    public boolean operator() {
        return false;
    }

    @Override
    public int viewDistance() {
        return 8;
    }

    @Override
    public void sendViewDistance(int chunks) {
        throw new UnsupportedOperationException("no test asks for it");
    }

    @Override
    public void kick(Component reason) {
        throw new UnsupportedOperationException("no test asks for it");
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        group.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** Decodes nothing: what comes in is a packet already. */
    private static final class Decoder extends PacketDecoder {
        Decoder() {
            super(GameProtocols.SERVERBOUND_TEMPLATE.bind(buffer -> buffer));
        }
    }

    private static final class Recorder extends PacketEncoder {
        private final List<Packet<?>> encoded;
        private final AtomicInteger flushes;

        Recorder(List<Packet<?>> encoded, AtomicInteger flushes) {
            super(GameProtocols.CLIENTBOUND_TEMPLATE.bind(buffer -> buffer));
            this.encoded = encoded;
            this.flushes = flushes;
        }

        @Override
        public void flush(ChannelHandlerContext context) {
            flushes.incrementAndGet();
            context.flush();
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (message instanceof Packet<?> packet) {
                encoded.add(packet);
            }
            ReferenceCountUtil.release(message);
            promise.setSuccess();
        }
    }
}
