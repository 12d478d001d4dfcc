package dev.sluice.netty;

import dev.sluice.engine.port.PacketSink;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/**
 * Writes from the outbound handler's place in the pipeline, so that a packet never meets the handler again, and reads
 * off the meter what it took. Receipts are the packets' own promises. The channel's event loop only.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the write's own promise tells
final class ChannelSink implements PacketSink {

    private final ChannelHandlerContext ctx;
    private final WireMeter meter;

    ChannelSink(ChannelHandlerContext ctx, WireMeter meter) {
        this.ctx = ctx;
        this.meter = meter;
    }

    @Override
    public long write(Object packet, @Nullable Object receipt) {
        long before = meter.bytes();
        ctx.write(packet, promiseOf(receipt));
        long written = meter.bytes() - before;
        // An encoder on another executor writes later: then nothing was measured here.
        return written > 0 ? written : UNMETERED;
    }

    @Override
    public void flush() {
        ctx.flush();
    }

    @Override
    public void supersede(Object packet, @Nullable Object receipt) {
        try {
            ReferenceCountUtil.release(packet);
        } finally {
            promiseOf(receipt).trySuccess();
        }
    }

    @Override
    public void abandon(Object packet, @Nullable Object receipt) {
        try {
            ReferenceCountUtil.release(packet);
        } finally {
            ChannelPromise promise = promiseOf(receipt);
            // Nobody waits for a void promise, and failing one raises an exception in the pipeline. Up to Paper 1.21.5
            // failing any does, and at the second the server closes the channel: the reason of a kick would be lost.
            if (!promise.isVoid()) {
                ctx.channel().closeFuture().addListener(closed -> promise.tryFailure(new ClosedChannelException()));
            }
        }
    }

    private ChannelPromise promiseOf(@Nullable Object receipt) {
        return receipt instanceof ChannelPromise promise ? promise : ctx.voidPromise();
    }
}
