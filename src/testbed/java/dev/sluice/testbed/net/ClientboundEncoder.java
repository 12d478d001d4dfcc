package dev.sluice.testbed.net;

import dev.sluice.testbed.shape.Shapes;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import net.minecraft.network.PacketEncoder;
import net.minecraft.network.protocol.Packet;
import net.minecraft.network.protocol.game.GameProtocols;
import net.minestom.server.MinecraftServer;
import net.minestom.server.network.ConnectionState;
import net.minestom.server.network.NetworkBuffer;
import net.minestom.server.network.packet.PacketRegistry;
import net.minestom.server.network.packet.PacketVanilla;
import net.minestom.server.network.packet.server.ServerPacket;

/** Turns packets, the server's own and server-shaped ones, into bytes; event loop only. */
final class ClientboundEncoder extends PacketEncoder {
    private final PacketTally tally;

    ClientboundEncoder(PacketTally tally) {
        super(GameProtocols.CLIENTBOUND_TEMPLATE.bind(buffer -> buffer));
        this.tally = tally;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        Object bytes = switch (msg) {
            case Outbound outbound -> encode(outbound);
            case Packet<?> shape -> encode(new Outbound(ConnectionState.PLAY, Shapes.toMinestom(shape)));
            default -> msg;
        };
        var _ = ctx.write(bytes, promise);
    }

    private ByteBuf encode(Outbound outbound) {
        tally.count(outbound.packet());
        PacketRegistry<? extends ServerPacket> registry =
                PacketVanilla.SERVER_PACKET_PARSER.stateRegistry(outbound.phase());
        return encode(registry, outbound.packet());
    }

    @SuppressWarnings("unchecked") // the phase that sent the packet is the one whose registry knows it
    private static <T extends ServerPacket> ByteBuf encode(PacketRegistry<T> registry, ServerPacket packet) {
        PacketRegistry.PacketInfo<T> info = registry.packetInfo((T) packet);
        byte[] bytes = NetworkBuffer.makeArray(
                buffer -> {
                    buffer.write(NetworkBuffer.VAR_INT, info.id());
                    buffer.write(info.serializer(), (T) packet);
                },
                MinecraftServer.process());
        return Unpooled.wrappedBuffer(bytes);
    }
}
