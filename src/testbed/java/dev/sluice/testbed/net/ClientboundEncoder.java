package dev.sluice.testbed.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import net.minestom.server.MinecraftServer;
import net.minestom.server.network.NetworkBuffer;
import net.minestom.server.network.packet.PacketRegistry;
import net.minestom.server.network.packet.PacketVanilla;
import net.minestom.server.network.packet.server.ServerPacket;

/** Turns packets into bytes; event loop only. */
final class ClientboundEncoder extends ChannelOutboundHandlerAdapter {
    private final PacketTally tally;

    ClientboundEncoder(PacketTally tally) {
        this.tally = tally;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (msg instanceof Outbound outbound) {
            tally.count(outbound.packet());
            var _ = ctx.write(encode(outbound), promise);
        } else {
            var _ = ctx.write(msg, promise);
        }
    }

    private static ByteBuf encode(Outbound outbound) {
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
