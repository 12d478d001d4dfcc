package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** An entity's status event. */
public final class ClientboundEntityEventPacket implements Packet<ClientGamePacketListener> {
    private final int entityId;
    private final byte eventId;

    public ClientboundEntityEventPacket(int entityId, byte eventId) {
        this.entityId = entityId;
        this.eventId = eventId;
    }

    public int entityId() {
        return entityId;
    }

    public byte eventId() {
        return eventId;
    }
}
