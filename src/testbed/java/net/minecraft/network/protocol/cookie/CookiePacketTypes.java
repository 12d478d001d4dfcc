package net.minecraft.network.protocol.cookie;

import net.minecraft.network.protocol.PacketType;

/** The types of packets that phases share. */
public final class CookiePacketTypes {
    public static final PacketType<ClientboundCookieRequestPacket> CLIENTBOUND_COOKIE_REQUEST =
            PacketType.clientbound("cookie_request");

    private CookiePacketTypes() {}
}
