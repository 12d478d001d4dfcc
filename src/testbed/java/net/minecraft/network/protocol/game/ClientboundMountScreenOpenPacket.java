package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** The inventory of what the player rides. */
public final class ClientboundMountScreenOpenPacket implements Packet<ClientGamePacketListener> {
    private final int containerId;
    private final int inventoryColumns;
    private final int entityId;

    public ClientboundMountScreenOpenPacket(int containerId, int inventoryColumns, int entityId) {
        this.containerId = containerId;
        this.inventoryColumns = inventoryColumns;
        this.entityId = entityId;
    }

    public int containerId() {
        return containerId;
    }

    public int inventoryColumns() {
        return inventoryColumns;
    }

    public int entityId() {
        return entityId;
    }
}
