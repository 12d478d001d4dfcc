package net.minecraft.network.protocol.common;

import dev.sluice.testbed.shape.OpaquePacket;
import net.minestom.server.network.packet.server.ServerPacket;

/** Of this packet only the name is the server's: nobody reads its fields. */
public final class ClientboundTransferPacket extends OpaquePacket {
    public ClientboundTransferPacket(ServerPacket.Play body) {
        super(body);
    }
}
