package dev.sluice.testbed.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.MessageToMessageDecoder;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates what the client compressed. */
final class PacketDecompressor extends MessageToMessageDecoder<ByteBuf> {
    private static final int MAX_BYTES = 1 << 21;
    private final Inflater inflater = new Inflater();

    PacketDecompressor() {
        super(ByteBuf.class);
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws DataFormatException {
        int size = VarInts.read(in);
        if (size == 0) {
            out.add(in.readRetainedSlice(in.readableBytes()));
            return;
        }
        if (size > MAX_BYTES) {
            throw new DecoderException("expected a packet of at most " + MAX_BYTES + " bytes, found " + size);
        }
        byte[] packed = new byte[in.readableBytes()];
        in.readBytes(packed);
        byte[] plain = new byte[size];
        inflater.setInput(packed);
        int inflated = inflater.inflate(plain);
        inflater.reset();
        if (inflated != size) {
            throw new DecoderException("expected " + size + " bytes after inflation, found " + inflated);
        }
        out.add(Unpooled.wrappedBuffer(plain));
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        inflater.end();
    }
}
