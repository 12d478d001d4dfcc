package dev.sluice.bench;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/** The end of a pipeline: every write succeeds and goes nowhere. */
final class Discard extends ChannelOutboundHandlerAdapter {

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        promise.trySuccess();
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {}
}
