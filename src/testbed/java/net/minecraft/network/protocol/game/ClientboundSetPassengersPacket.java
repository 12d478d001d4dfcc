package net.minecraft.network.protocol.game;

import net.minecraft.network.protocol.Packet;

/** Who rides an entity. */
public final class ClientboundSetPassengersPacket implements Packet<ClientGamePacketListener> {
    private final int vehicle;
    private final int[] passengers;

    public ClientboundSetPassengersPacket(int vehicle, int[] passengers) {
        this.vehicle = vehicle;
        this.passengers = passengers;
    }

    public int vehicle() {
        return vehicle;
    }

    public int[] passengers() {
        return passengers;
    }
}
