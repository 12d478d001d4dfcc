package dev.sluice.testbed.shape;

import net.minecraft.network.protocol.Packet;
import net.minecraft.network.protocol.game.ClientGamePacketListener;
import net.minestom.server.network.packet.server.ServerPacket;

/** A packet of which nobody reads the fields: it carries the embedded server's own. */
public abstract class OpaquePacket implements Packet<ClientGamePacketListener> {
    private final ServerPacket.Play body;

    protected OpaquePacket(ServerPacket.Play body) {
        this.body = body;
    }

    final ServerPacket.Play body() {
        return body;
    }
}
