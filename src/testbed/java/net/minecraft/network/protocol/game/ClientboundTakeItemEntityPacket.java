package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** An item is picked up. */
public final class ClientboundTakeItemEntityPacket implements Packet<ClientGamePacketListener> {
    private final int itemId;
    private final int playerId;
    private final int amount;

    public ClientboundTakeItemEntityPacket(int itemId, int playerId, int amount) {
        this.itemId = itemId;
        this.playerId = playerId;
        this.amount = amount;
    }

    public int itemId() {
        return itemId;
    }

    public int playerId() {
        return playerId;
    }

    public int amount() {
        return amount;
    }
}
