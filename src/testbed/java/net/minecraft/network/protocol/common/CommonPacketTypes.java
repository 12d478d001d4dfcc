package net.minecraft.network.protocol.common;

import net.minecraft.network.protocol.PacketType;

/** The types of packets that phases share. */
public final class CommonPacketTypes {
    public static final PacketType<ClientboundCustomPayloadPacket> CLIENTBOUND_CUSTOM_PAYLOAD =
            PacketType.clientbound("custom_payload");
    public static final PacketType<ClientboundDisconnectPacket> CLIENTBOUND_DISCONNECT =
            PacketType.clientbound("disconnect");
    public static final PacketType<ClientboundKeepAlivePacket> CLIENTBOUND_KEEP_ALIVE =
            PacketType.clientbound("keep_alive");
    public static final PacketType<ClientboundPingPacket> CLIENTBOUND_PING = PacketType.clientbound("ping");
    public static final PacketType<ClientboundResourcePackPopPacket> CLIENTBOUND_RESOURCE_PACK_POP =
            PacketType.clientbound("resource_pack_pop");
    public static final PacketType<ClientboundResourcePackPushPacket> CLIENTBOUND_RESOURCE_PACK_PUSH =
            PacketType.clientbound("resource_pack_push");
    public static final PacketType<ClientboundStoreCookiePacket> CLIENTBOUND_STORE_COOKIE =
            PacketType.clientbound("store_cookie");
    public static final PacketType<ClientboundTransferPacket> CLIENTBOUND_TRANSFER = PacketType.clientbound("transfer");
    public static final PacketType<ClientboundUpdateTagsPacket> CLIENTBOUND_UPDATE_TAGS =
            PacketType.clientbound("update_tags");
    public static final PacketType<ClientboundCustomReportDetailsPacket> CLIENTBOUND_CUSTOM_REPORT_DETAILS =
            PacketType.clientbound("custom_report_details");
    public static final PacketType<ClientboundServerLinksPacket> CLIENTBOUND_SERVER_LINKS =
            PacketType.clientbound("server_links");
    public static final PacketType<ClientboundClearDialogPacket> CLIENTBOUND_CLEAR_DIALOG =
            PacketType.clientbound("clear_dialog");
    public static final PacketType<ClientboundShowDialogPacket> CLIENTBOUND_SHOW_DIALOG =
            PacketType.clientbound("show_dialog");
    public static final PacketType<ServerboundPongPacket> SERVERBOUND_PONG = PacketType.serverbound("pong");

    private CommonPacketTypes() {}
}
