package dev.sluice.testbed.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToMessageDecoder;
import java.util.List;
import net.minecraft.network.protocol.common.ServerboundPongPacket;
import net.minestom.server.MinecraftServer;
import net.minestom.server.network.NetworkBuffer;
import net.minestom.server.network.packet.PacketVanilla;
import net.minestom.server.network.packet.client.ClientPacket;
import net.minestom.server.network.packet.client.common.ClientPongPacket;

/**
 * Reads packets as of the phase the client is in; the handler behind it advances that phase at once. Of what a client
 * sends, pongs alone get the server's shape: plugins look for them.
 */
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
        ClientPacket packet = PacketVanilla.CLIENT_PACKET_PARSER.parse(connection.getClientState(), id, buffer);
        out.add(packet instanceof ClientPongPacket pong ? new ServerboundPongPacket(pong.id()) : packet);
    }
}
