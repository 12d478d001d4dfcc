package net.minecraft.network;

import io.netty.channel.ChannelInboundHandlerAdapter;

/** The handler named {@code decoder}; ProtocolLib reads the connection's phase from it. */
public abstract class PacketDecoder extends ChannelInboundHandlerAdapter {
    private final ProtocolInfo<?> protocolInfo;

    protected PacketDecoder(ProtocolInfo<?> protocolInfo) {
        this.protocolInfo = protocolInfo;
    }

    public final ProtocolInfo<?> protocolInfo() {
        return protocolInfo;
    }
}
