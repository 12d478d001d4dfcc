package dev.sluice.testbed.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.CorruptedFrameException;
import java.util.List;

/** Cuts the stream into frames at their length prefixes of at most three bytes. */
final class FrameSplitter extends ByteToMessageDecoder {
    private static final int MAX_PREFIX = 3;

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        int start = in.readerIndex();
        int length = 0;
        for (int i = 0; i < MAX_PREFIX; i++) {
            if (!in.isReadable()) {
                in.readerIndex(start);
                return;
            }
            byte next = in.readByte();
            length |= (next & 0x7f) << (i * 7);
            if (next >= 0) {
                if (in.readableBytes() < length) {
                    in.readerIndex(start);
                } else if (length > 0) {
                    out.add(in.readRetainedSlice(length));
                }
                return;
            }
        }
        throw new CorruptedFrameException("expected a frame length of at most 3 bytes, found a longer one");
    }
}
