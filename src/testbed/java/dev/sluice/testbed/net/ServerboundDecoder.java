package dev.sluice.testbed.net;

import dev.sluice.testbed.shape.ClientShapes;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import net.minecraft.network.PacketDecoder;
import net.minecraft.network.protocol.game.GameProtocols;
import net.minestom.server.MinecraftServer;
import net.minestom.server.network.NetworkBuffer;
import net.minestom.server.network.packet.PacketVanilla;
import net.minestom.server.network.packet.client.ClientPacket;

/**
 * Reads packets as of the phase the client is in; the handler behind it advances that phase at once. Of what a client
 * sends, what plugins look for gets the server's shape.
 */
final class ServerboundDecoder extends PacketDecoder {
    private final NettyConnection connection;

    ServerboundDecoder(NettyConnection connection) {
        super(GameProtocols.SERVERBOUND_TEMPLATE.bind(buffer -> buffer));
        this.connection = connection;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        ctx.fireChannelRead(msg instanceof ByteBuf frame ? packet(frame) : msg);
    }

    private Object packet(ByteBuf frame) {
        try {
            int id = VarInts.read(frame);
            byte[] body = new byte[frame.readableBytes()];
            frame.readBytes(body);
            NetworkBuffer buffer = NetworkBuffer.wrap(body, 0, body.length, MinecraftServer.process());
            ClientPacket packet = PacketVanilla.CLIENT_PACKET_PARSER.parse(connection.getClientState(), id, buffer);
            return ClientShapes.toShape(packet);
        } finally {
            frame.release();
        }
    }
}
