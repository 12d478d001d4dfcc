package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** Back to the configuration phase. */
public final class ClientboundStartConfigurationPacket implements Packet<ClientGamePacketListener> {
    public static final ClientboundStartConfigurationPacket INSTANCE = new ClientboundStartConfigurationPacket();

    private ClientboundStartConfigurationPacket() {}
}
