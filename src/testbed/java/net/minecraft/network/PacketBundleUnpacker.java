package net.minecraft.network;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToMessageEncoder;
import java.util.List;
import net.minecraft.network.protocol.Packet;
import net.minecraft.network.protocol.game.ClientboundBundleDelimiterPacket;
import net.minecraft.network.protocol.game.ClientboundBundlePacket;

/** The handler named {@code unbundler}: a bundle leaves it as delimiter, packets, delimiter. */
public final class PacketBundleUnpacker extends MessageToMessageEncoder<Packet<?>> {
    @Override
    protected void encode(ChannelHandlerContext context, Packet<?> packet, List<Object> out) {
        if (packet instanceof ClientboundBundlePacket bundle) {
            out.add(new ClientboundBundleDelimiterPacket());
            bundle.subPackets().forEach(out::add);
            out.add(new ClientboundBundleDelimiterPacket());
        } else {
            out.add(packet);
        }
    }
}
