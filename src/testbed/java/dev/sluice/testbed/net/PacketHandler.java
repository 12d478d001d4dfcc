package dev.sluice.testbed.net;

import dev.sluice.testbed.shape.ClientShapes;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last handler: hands what the client sent to its connection. */
final class PacketHandler extends SimpleChannelInboundHandler<Object> {
    private static final Logger LOG = LoggerFactory.getLogger(PacketHandler.class);
    private final NettyConnection connection;
    private boolean failed;

    PacketHandler(NettyConnection connection) {
        super(Object.class);
        this.connection = connection;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Object packet) {
        connection.receive(ClientShapes.toMinestom(packet));
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        connection.lost();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (failed) {
            return; // every write that was still under way fails with the first
        }
        failed = true;
        if (cause instanceof ReadTimeoutException) {
            LOG.info("{} said nothing for too long and is disconnected", connection.getIdentifier());
        } else if (cause instanceof IOException) {
            LOG.info("{} is gone: {}", connection.getIdentifier(), cause.getMessage());
        } else {
            LOG.warn("{} is disconnected after an error", connection.getIdentifier(), cause);
        }
        var _ = ctx.close();
    }
}
