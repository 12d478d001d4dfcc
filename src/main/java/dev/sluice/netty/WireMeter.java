package dev.sluice.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/**
 * Counts the bytes that leave the pipeline: after compression, framing and encryption, for held and unheld packets
 * alike (H20). Must be the first handler. Its channel's event loop only.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the write's own promise tells
final class WireMeter extends ChannelOutboundHandlerAdapter {

    /** The handler's name in the pipeline. */
    static final String NAME = "sluice_meter";

    private long bytes;

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (msg instanceof ByteBuf buffer) {
            bytes += buffer.readableBytes();
        }
        ctx.write(msg, promise);
    }

    /** The bytes written so far. */
    long bytes() {
        return bytes;
    }
}
