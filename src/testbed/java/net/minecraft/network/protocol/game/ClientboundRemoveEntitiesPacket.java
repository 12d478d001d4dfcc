package net.minecraft.network.protocol.game;

import it.unimi.dsi.fastutil.ints.IntList;
import net.minecraft.network.protocol.Packet;

/** Entities vanish. */
public final class ClientboundRemoveEntitiesPacket implements Packet<ClientGamePacketListener> {
    private final IntList entityIds;

    public ClientboundRemoveEntitiesPacket(IntList entityIds) {
        this.entityIds = entityIds;
    }

    public IntList entityIds() {
        return entityIds;
    }
}
