package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** Where an entity's head points, in 1/256 turns. */
public final class ClientboundRotateHeadPacket implements Packet<ClientGamePacketListener> {
    private final int entityId;
    private final byte yHeadRot;

    public ClientboundRotateHeadPacket(int entityId, byte yHeadRot) {
        this.entityId = entityId;
        this.yHeadRot = yHeadRot;
    }

    public int entityId() {
        return entityId;
    }

    public byte yHeadRot() {
        return yHeadRot;
    }
}
