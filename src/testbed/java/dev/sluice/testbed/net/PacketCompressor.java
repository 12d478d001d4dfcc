package dev.sluice.testbed.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import java.util.zip.Deflater;

/** Deflates packets from a size on; smaller ones carry a zero in front. */
final class PacketCompressor extends MessageToByteEncoder<ByteBuf> {
    private final int threshold;
    private final Deflater deflater = new Deflater();
    private final byte[] chunk = new byte[8192];

    /** @param threshold in bytes */
    PacketCompressor(int threshold) {
        super(ByteBuf.class);
        this.threshold = threshold;
    }

    @Override
    protected void encode(ChannelHandlerContext ctx, ByteBuf packet, ByteBuf out) {
        int size = packet.readableBytes();
        if (size < threshold) {
            VarInts.write(out, 0);
            out.writeBytes(packet);
            return;
        }
        VarInts.write(out, size);
        byte[] plain = new byte[size];
        packet.readBytes(plain);
        deflater.setInput(plain);
        deflater.finish();
        while (!deflater.finished()) {
            out.writeBytes(chunk, 0, deflater.deflate(chunk));
        }
        deflater.reset();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        deflater.end();
    }
}
