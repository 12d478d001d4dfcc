package net.minecraft.network.protocol.ping;

import net.minecraft.network.protocol.PacketType;

/** The types of packets that phases share. */
public final class PingPacketTypes {
    public static final PacketType<ClientboundPongResponsePacket> CLIENTBOUND_PONG_RESPONSE =
            PacketType.clientbound("pong_response");

    private PingPacketTypes() {}
}
