package net.minecraft.network;

import io.netty.channel.ChannelOutboundHandlerAdapter;

/** The handler named {@code encoder}; ProtocolLib reads the connection's phase from it. */
public abstract class PacketEncoder extends ChannelOutboundHandlerAdapter {
    private final ProtocolInfo<?> protocolInfo;

    protected PacketEncoder(ProtocolInfo<?> protocolInfo) {
        this.protocolInfo = protocolInfo;
    }

    public final ProtocolInfo<?> protocolInfo() {
        return protocolInfo;
    }
}
