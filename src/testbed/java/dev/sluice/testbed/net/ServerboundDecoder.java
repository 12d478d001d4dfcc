package dev.sluice.testbed.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToMessageDecoder;
import java.util.List;
import net.minestom.server.MinecraftServer;
import net.minestom.server.network.NetworkBuffer;
import net.minestom.server.network.packet.PacketVanilla;

/** Reads packets as of the phase the client is in; the handler behind it advances that phase at once. */
final class ServerboundDecoder extends MessageToMessageDecoder<ByteBuf> {
    private final NettyConnection connection;

    ServerboundDecoder(NettyConnection connection) {
        super(ByteBuf.class);
        this.connection = connection;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        int id = VarInts.read(in);
        byte[] body = new byte[in.readableBytes()];
        in.readBytes(body);
        NetworkBuffer buffer = NetworkBuffer.wrap(body, 0, body.length, MinecraftServer.process());
        out.add(PacketVanilla.CLIENT_PACKET_PARSER.parse(connection.getClientState(), id, buffer));
    }
}
