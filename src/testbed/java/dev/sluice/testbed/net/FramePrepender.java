package dev.sluice.testbed.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;

/** Puts a frame's length in front of it. */
final class FramePrepender extends MessageToByteEncoder<ByteBuf> {
    FramePrepender() {
        super(ByteBuf.class);
    }

    @Override
    protected ByteBuf allocateBuffer(ChannelHandlerContext ctx, ByteBuf frame, boolean preferDirect) {
        return ctx.alloc().ioBuffer(VarInts.size(frame.readableBytes()) + frame.readableBytes());
    }

    @Override
    protected void encode(ChannelHandlerContext ctx, ByteBuf frame, ByteBuf out) {
        VarInts.write(out, frame.readableBytes());
        out.writeBytes(frame);
    }
}
